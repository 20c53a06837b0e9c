const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Where each worker of a run has the profile of its LibreOffice and the process it started (test/support/libre-office.ts). */
module.exports = () => {
  process.env.OFFICE_FOLDER = mkdtempSync(join(tmpdir(), 'measures-ledger-office-'));
};
