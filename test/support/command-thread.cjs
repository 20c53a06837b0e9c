'use strict';

// Stands in for the command's own file in threads of tests: the same code, compiled as it is loaded.
const { readFileSync } = require('node:fs');
const { sep } = require('node:path');
const { workerData } = require('node:worker_threads');
const { transformSync } = require('@swc/core');

const OPTIONS = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
  module: { type: 'commonjs' },
};
/** Packages that ship ES modules only. */
const MODULES_ONLY = /node_modules.(?:@noble.hashes|intl-messageformat|@formatjs|decimal\.js)/;

function compiled(module, file) {
  const source = readFileSync(file, 'utf8');
  module._compile(transformSync(source, { ...OPTIONS, filename: file }).code, file);
}

const plain = require.extensions['.js'];
require.extensions['.ts'] = compiled;
require.extensions['.js'] = (module, file) => (MODULES_ONLY.test(file) ? compiled : plain)(module, file);
require.extensions['.txt'] = (module, file) => {
  module.exports = { __esModule: true, default: readFileSync(file, 'utf8') };
};

const source = `${__dirname}${sep}..${sep}..${sep}src${sep}`;
const cli = `${source}cli${sep}`;
// Compiling what the command has ready is not to count as time of the first file.
require(`${source}hosts${sep}file${sep}reading${sep}other-formats${sep}read-other-format.ts`);
const { READS_PLANS, servePlans } = require(`${cli}plan-thread.ts`);
if (workerData === READS_PLANS) servePlans();
else require(`${cli}check-threads.ts`).serveChecks();
