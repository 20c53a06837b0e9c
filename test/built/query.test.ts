import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILT = join(__dirname, '../../dist/cli');
let folder: string;

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ledger-built-query-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ledger(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(command, 'ledger.cjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the built command finds its engine beside the product, and says what to do where there is none', () => {
  writeFileSync(
    join(folder, 'plan.txt'),
    '某市方案\n(2016—2020年)\n一、措施\n1.改革\n(1)推进改革。(牵头单位:市编办。2016年底完成)\n',
  );
  expect(ledger(BUILT, 'init', '--plan', 'plan.txt', '--out', 'L.xlsx')).toMatchObject({ status: 0 });
  expect(ledger(BUILT, 'export', 'L.xlsx', '--out', 'T.parquet')).toMatchObject({ status: 0 });
  expect(ledger(BUILT, 'query', 'T.parquet')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('市编办') as string,
  });
  cpSync(BUILT, join(folder, 'carried'), { recursive: true });
  const { status, stderr } = ledger(join(folder, 'carried'), 'query', 'T.parquet', '--lang', 'en');
  expect([status, stderr]).toEqual([2, expect.stringContaining('npm install @duckdb/node-api@')]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('the queries stand beside the command as files', () => {
  expect(readdirSync(join(BUILT, 'sql')).sort()).toEqual([
    'places.sql',
    'scores.sql',
    'states.sql',
    'summary.sql',
    'trend.sql',
  ]);
});
