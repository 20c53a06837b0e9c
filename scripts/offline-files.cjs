const { createHash } = require('node:crypto');

/** Files of the add-in, not of the page; and the worker itself, which the browser keeps on its own. */
const LEFT_OUT =
  /^(?:taskpane[./]|starting[./]|manifest\.xml$|support\.html$|service-worker\.js$)|\.(?:map|txt)$/;

/** Tells the service worker which files the page consists of, and a version that changes whenever one of them does. */
class OfflineFiles {
  constructor(worker) {
    this.worker = worker;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('OfflineFiles', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'OfflineFiles', stage }, (assets) => {
        const files = Object.keys(assets)
          .filter((name) => !LEFT_OUT.test(name))
          .sort();
        const hash = createHash('sha256');
        for (const name of [...files, this.worker]) hash.update(name).update(assets[name].buffer());
        const offline = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
        const line = new sources.RawSource(`self.OFFLINE=${offline};\n`);
        compilation.updateAsset(this.worker, (code) => new sources.ConcatSource(line, code));
      });
    });
  }
}

module.exports = { OfflineFiles };
