import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../..');
/** All that is served is made of; of earlier builds nothing. */
const NEEDED = [
  'assets',
  'manifest.xml',
  'package.json',
  'package-lock.json',
  'scripts',
  'seeds',
  'src',
  'webpack.config.js',
];

/** What units are sent is as small as in a build, whoever serves it. */
const MOST_OF_A_FORM = 180_000;

/** Both are built anew, beside whatever else the machine does. */
jest.setTimeout(240_000);

let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fresh-checkout-'));
  await Promise.all(NEEDED.map((name) => cp(join(PROJECT, name), join(folder, name), { recursive: true })));
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(async () => {
  // npm and what it started.
  if (server?.pid !== undefined) process.kill(-server.pid);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** What `npm start` says until the pages are compiled, or cannot be, or it ends. */
function saidByStart(port: number): Promise<string> {
  const started = spawn('npm', ['start', '--', '--no-open', '--port', String(port)], {
    cwd: folder,
    detached: true,
  });
  server = started;
  return new Promise((resolve) => {
    let said = '';
    const heard = (text: Buffer): void => {
      said += text.toString();
      if (/\bpages \(.*compiled|HookWebpackError/u.test(said)) resolve(said);
    };
    started.stdout.on('data', heard);
    started.stderr.on('data', heard);
    started.on('exit', () => resolve(said));
  });
}

test('npm start serves the pages on a checkout of which nothing has been built', async () => {
  const port = await freePort();
  const said = await saidByStart(port);
  expect(said).not.toMatch(/ERROR in |HookWebpackError/u);
  expect(said).toMatch(/pages \(.*compiled successfully/u);
  const page = await fetch(`http://127.0.0.1:${port}/index.html`);
  expect(await page.text()).toContain('<script');
  const form = await readFile(join(folder, 'dist/form-page/form-page.js'), 'utf8');
  expect(form.length).toBeLessThan(MOST_OF_A_FORM);
  expect(form).not.toContain('webpack-dev-server');
});
