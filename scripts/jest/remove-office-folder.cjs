const { existsSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** Ends the LibreOffice of each worker, with the processes it started, and takes its files away. */
module.exports = () => {
  const folder = process.env.OFFICE_FOLDER;
  for (const worker of readdirSync(folder)) end(join(folder, worker, 'process'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
};

function end(file) {
  if (!existsSync(file)) return;
  try {
    process.kill(-Number(readFileSync(file, 'utf8')), 'SIGKILL');
  } catch (error) {
    // It has ended with its worker.
    if (error.code !== 'ESRCH') throw error;
  }
}
