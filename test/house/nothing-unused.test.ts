import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const KNIP = join(dirname(require.resolve('knip')), '../bin/knip.js');

/** What the house's settings say to a small project: its one entry is the worker, which is loaded by address. */
function unused(files: Readonly<Record<string, string>>): { readonly status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'unused-'));
  const worker = 'src/taskpane/checking/check-worker.ts';
  for (const [file, text] of Object.entries({
    'package.json': '{ "name": "probe", "private": true }',
    [worker]: "import { used } from '../../plan/used';\nused();\n",
    'src/plan/used.ts': 'export const used = () => 1;\n',
    ...files,
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  copyFileSync(join(root, 'knip.jsonc'), join(folder, 'knip.jsonc'));
  const { status, stdout } = spawnSync(
    process.execPath,
    [KNIP, '--directory', folder, '--include', 'files,exports,types', '--no-config-hints'],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  return { status, said: stdout };
}

describe('lint fails on what nobody uses', () => {
  test('npm run lint asks', () => {
    expect(scripts.lint).toContain('npm run -s unused');
    expect(scripts.unused).toContain('knip');
  });

  test('a project where everything is used passes, a type in the signature of something exported too', () => {
    const code = 'export interface Shape { readonly a: 1 }\nexport const used = (): Shape => ({ a: 1 });\n';
    expect(unused({ 'src/plan/used.ts': code })).toEqual({ status: 0, said: '' });
  });

  test('an export, a type and a file that nobody uses are named', () => {
    const code =
      'export const used = () => spare;\nexport const spare = 1;\nexport interface Shape { a: 1 }\n';
    const { status, said } = unused({
      'src/plan/used.ts': code,
      'src/plan/left-over.ts': 'export const a = 1;\n',
    });
    expect(status).toBe(1);
    expect(said).toMatch(/Unused files \(1\)\nsrc\/plan\/left-over\.ts\s/);
    expect(said).toMatch(/Unused exports \(1\)\nspare\s/);
    expect(said).toMatch(/Unused exported types \(1\)\nShape\s/);
  });
});
