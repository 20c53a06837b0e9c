const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** LibreOffice takes seconds to make itself a profile: each worker of a run makes one in this folder, for all its tests. */
module.exports = () => {
  process.env.OFFICE_FOLDER = mkdtempSync(join(tmpdir(), 'measures-ledger-office-'));
};
