/** A .txt or .sql file as a module that exports its text: what webpack's asset/source does for the same import. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
