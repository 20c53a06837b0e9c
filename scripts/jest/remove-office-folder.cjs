const { rmSync } = require('node:fs');

module.exports = () => {
  rmSync(process.env.OFFICE_FOLDER, { recursive: true, force: true });
};
