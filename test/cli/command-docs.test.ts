import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { threePeriods } from '../ledger/three-periods';
import { CommandBench } from './run';

jest.setTimeout(120_000);

const DOCS = readFileSync('docs/command.md', 'utf8');
const COMMON = ['--json', '--lang', '--help'];

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
  await writeFile(bench.path('L.xlsx'), await createWorkbookFiles().write(ledgerWorkbook(threePeriods())));
});

afterAll(() => bench.close());

/** What is said of a command; the introduction speaks of all of them. */
function section(command: string): string {
  const [introduction = '', ...sections] = DOCS.split(/^## /mu);
  const own = sections.find((text) => text.startsWith(`${command} `));
  if (own === undefined) throw new Error(`docs/command.md does not speak of ${command}`);
  return introduction + own;
}

async function commands(): Promise<readonly string[]> {
  const { out } = await bench.ledger('--help', '--lang', 'en');
  return [...out.matchAll(/^ {2}([a-z][a-z-]*)(?: |$)/gmu)].flatMap(([, name]) =>
    name === undefined || name === 'help' ? [] : [name],
  );
}

test('docs/command.md has every option of every command', async () => {
  const names = await commands();
  expect(names).toEqual(expect.arrayContaining(['plan', 'init', 'collect', 'letters', 'report', 'demo']));
  for (const name of names) {
    const { out } = await bench.ledger(name, '--help', '--lang', 'en');
    const options = new Set([...out.matchAll(/--[a-z-]+/gu)].map(([option]) => option));
    const unsaid = [...options].filter(
      (option) => !COMMON.includes(option) && !section(name).includes(option),
    );
    expect([name, unsaid]).toEqual([name, []]);
  }
});

/** Names of the fields of a document, those of its lists' items too. */
function fields(document: unknown): readonly string[] {
  if (Array.isArray(document)) return document.flatMap(fields);
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([name, value]) => [name, ...fields(value)]);
}

test.each([
  ['summary', ['L.xlsx', '--out', 'S.xlsx']],
  ['reminders', ['L.xlsx', '--period', '2018Q1']],
  ['scores', ['L.xlsx']],
  ['letters', ['L.xlsx', '--out', 'letters', '--office', '市司法局', '--out-ledger', 'L2.xlsx']],
  ['report', ['L.xlsx', '--year', '2017', '--out', 'R.docx']],
  ['forms', ['L.xlsx', '--period', '2018Q1', '--out', 'forms']],
  ['unit-pages', ['L.xlsx', '--out', 'pages']],
  ['export', ['L.xlsx', '--out', 'E.csv']],
  ['restore', ['E.csv', '--out', 'R.xlsx']],
  ['query', ['E.csv']],
  ['query', ['E.csv', '--figures', 'scores']],
])('docs/command.md has every field of what %s prints', async (command, args) => {
  const { json } = await bench.ledger(command, ...args, '--json');
  const unsaid = [...new Set(fields(json))].filter(
    (name) => !new RegExp(`\\b${name}\\b`, 'u').test(section(command)),
  );
  expect(unsaid).toEqual([]);
});
