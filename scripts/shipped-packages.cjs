const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDER = 'node_modules/';
const LICENCE_TEXT = /^[^.]*(?:licen[cs]e|copying|notice)[^.]*(?:\.(?:md|txt))?$/i;
const SPDX_NAME = /^[\w.+-]+$/;
const BETWEEN = `\n\n${'='.repeat(78)}\n\n`;

/** `node_modules/a/node_modules/@b/c`, as the lock file has it; `undefined` for a file that is in no package. */
function packageOf(file, root) {
  const path = file.slice(root.length + 1).replaceAll('\\', '/');
  const last = path.lastIndexOf(FOLDER);
  if (!file.startsWith(root) || last < 0) return undefined;
  const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(last + FOLDER.length));
  return `${path.slice(0, last)}${FOLDER}${name}`;
}

/** Of modules that are written as one, webpack shows the first only: the others are within it. */
function bundledPackages({ chunks, chunkGraph }, root) {
  const modules = [...chunks].flatMap((chunk) => [...chunkGraph.getChunkModulesIterable(chunk)]);
  const files = modules
    .flatMap((module) => [module, ...(module.modules ?? [])])
    .map(({ resource }) => resource);
  const paths = files.map((file) => file && packageOf(file, root));
  return [...new Set(paths.filter((path) => path !== undefined))].sort();
}

/** The package's licence and its text; where it brings no text, the address of it. */
function licenceOf(path, root) {
  const folder = join(root, path);
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_TEXT.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && !SPDX_NAME.test(license ?? '')) return undefined;
  const by = author?.name ?? author;
  const named = [...(by ? [`By ${by}`] : []), `https://spdx.org/licenses/${license}.html`];
  return [`${name} ${version}\n${license ?? ''}`.trim(), ...(texts.length > 0 ? texts : named)].join('\n\n');
}

/** Why a package may not be in a bundle: `npm run sbom` lists what the lock file has that is no tool. */
function faultsOf(path, licence, lock) {
  const entry = lock.packages[path];
  return [
    ...(entry === undefined || entry.dev === true
      ? [`${path} is bundled, and not in the list of what is shipped: move it to "dependencies"`]
      : []),
    ...(licence === undefined ? [`${path} is bundled, and says nowhere under which licence`] : []),
  ];
}

/**
 * Writes the licences of the packages that are in a bundle beside it, and fails the build over one that has none or that the
 * list of what is shipped does not know.
 */
class ShippedPackages {
  constructor(licencesFile) {
    this.licencesFile = licencesFile;
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    const root = compiler.context;
    compiler.hooks.thisCompilation.tap('ShippedPackages', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'ShippedPackages', stage }, () => {
        const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
        const shipped = bundledPackages(compilation, root).map((path) => ({
          path,
          licence: licenceOf(path, root),
        }));
        for (const fault of shipped.flatMap(({ path, licence }) => faultsOf(path, licence, lock)))
          compilation.errors.push(new WebpackError(fault));
        const licences = shipped.map(({ licence }) => licence).filter((licence) => licence !== undefined);
        compilation.emitAsset(this.licencesFile, new sources.RawSource(`${licences.join(BETWEEN)}\n`));
      });
    });
  }
}

module.exports = { ShippedPackages };
