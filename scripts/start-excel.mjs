// Serves the add-in over https and opens it in the desktop Excel of this machine; `stop` takes it out again.
// Microsoft's tool for that brings 450 MB of packages, so it is fetched when first asked for and is no dependency.
import { spawnSync } from 'node:child_process';
import { DEVELOPED_AT } from './manifest.cjs';

const TOOL = 'office-addin-debugging@7.0.0';
const MANIFEST = 'manifest.xml';

function tool(...args) {
  const { status } = spawnSync('npx', ['--yes', TOOL, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, HTTPS: '1', CI: '1' },
  });
  process.exitCode = status ?? 1;
}

function start() {
  const server = ['--dev-server', '"npm run dev-server"', '--dev-server-port', '3000'];
  if (process.platform !== 'win32') server[1] = 'npm run dev-server';
  tool('start', MANIFEST, 'desktop', '--app', 'excel', ...server);
}

if (!['win32', 'darwin'].includes(process.platform)) {
  console.error(
    'Desktop Excel runs on Windows and Mac. Here: `npm start` opens the browser edition; for Excel on the web run ' +
      `\`HTTPS=1 npm start\` and upload manifest.xml, which says ${DEVELOPED_AT}, under Add-ins.`,
  );
  process.exitCode = 1;
} else if (process.argv[2] === 'stop') {
  tool('stop', MANIFEST);
} else {
  start();
}
