import { takeInHandEdits } from '../../src/app/runner/take-hand-edits';
import { importReturns, takeHandEdits } from '../../src/ledger/change/changes';
import type { Ledger } from '../../src/ledger/ledger';
import { parsePlan } from '../../src/plan/parse';
import type { RawSheet, RawWorkbook } from '../../src/base/raw-sheet';
import { planDigest, readDrawn } from '../../src/sheets/reading/drawn';
import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import { LEDGER, ledgerRowOf } from '../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { TAB } from '../../src/sheets/words';
import { AT, done, report, returned, smallLedger } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const before = importReturns(
  smallLedger(),
  [returned({ office: '市编办', reports: [{ measure: 1, report: report({ status: 'inProgress' }) }] })],
  AT,
).ledger;
const after = importReturns(
  before,
  [
    returned({ office: '市编办', sha256: '二', reports: [{ measure: 1, report: done('2017-09-01') }] }),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: done('2017-08-01') }] }),
  ],
  AT,
).ledger;

/** What is left of a write of `to` over `from` that stopped: these tabs are new, the others old. */
function stopped(from: Ledger, to: Ledger, written: readonly string[]): RawWorkbook {
  const [old, fresh] = [from, to].map((ledger) => rawFromBlueprint(ledgerWorkbook(ledger)));
  const sheets = old?.sheets.flatMap((sheet) => {
    const source = written.includes(sheet.name) ? fresh : old;
    return source?.sheets.find(({ name }) => name === sheet.name) ?? [];
  });
  return { ...(old as RawWorkbook), sheets: sheets ?? [] };
}

function typed(workbook: RawWorkbook, measure: number, value: string): RawWorkbook {
  const at = LEDGER.at('status');
  const retyped = (sheet: RawSheet): RawSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.row === ledgerRowOf(measure - 1)
        ? { ...row, cells: [...row.cells.filter(({ column }) => column !== at), { column: at, value }] }
        : row,
    ),
  });
  const sheets = workbook.sheets.map((sheet) => (sheet.name === TAB.ledger ? retyped(sheet) : sheet));
  return { ...workbook, sheets };
}

const taken = (workbook: RawWorkbook) => {
  const { ledger } = readLedger(workbook);
  return takeInHandEdits(workbook, ledger, AT);
};

test('a workbook written to the end says what 台账 was drawn from', () => {
  expect(readDrawn(rawFromBlueprint(ledgerWorkbook(after)))).toEqual({
    plan: planDigest(after.plan),
    entry: 3,
    state: expect.stringMatching(/^[0-9a-f]{8}$/u) as string,
    groups: after.directory.groups,
  });
});

describe('a write that stopped half way', () => {
  const sources = [TAB.entries, TAB.acts, TAB.log, TAB.submissions];
  test.each<[string, readonly string[]]>([
    ['after the entries', [TAB.entries]],
    ['after all that the ledger is read from', sources],
    ['after 台账', [...sources, TAB.ledger]],
  ])('%s holds no hand edit', (_, written) => {
    expect(taken(stopped(before, after, written))).toMatchObject({ taken: 0, refused: [] });
  });

  test.each<[string, readonly string[]]>([
    ['before the entries', []],
    ['after the entries', sources],
    ['after 台账', [...sources, TAB.ledger]],
  ])('%s: what the clerk typed since is found all the same', (_, written) => {
    const workbook = typed(stopped(before, after, written), 2, '未启动');
    expect(taken(workbook)).toMatchObject({ taken: 1, refused: [] });
  });

  test('an edit that was taken in already, and reported over since, is not taken in again', () => {
    const edit = { measure: 1, unit: '市编办', report: report({ status: 'notStarted' }) };
    const edited = takeHandEdits(before, [edit], AT).ledger;
    const reported = importReturns(
      edited,
      [returned({ office: '市编办', sha256: '二', reports: [{ measure: 1, report: done('2017-09-01') }] })],
      AT,
    ).ledger;
    const workbook = typed(stopped(before, reported, sources), 1, '未启动');
    expect(taken(workbook).taken).toBe(0);
  });
});

test('a group that got another member by hand is no edit of the measures it leads', () => {
  const [group] = before.directory.groups;
  const groups = group === undefined ? [] : [{ ...group, members: group.members.slice(1) }];
  const everyone = before.directory.units.map(({ name }) =>
    returned({
      office: name,
      sha256: name,
      reports: [{ measure: 4, report: report({ status: 'ongoing' }) }],
    }),
  );
  const reported = importReturns(
    { ...before, directory: { ...before.directory, groups } },
    everyone,
    AT,
  ).ledger;
  const workbook = stopped(reported, { ...reported, directory: before.directory }, [TAB.units]);
  expect(taken(workbook).taken).toBe(0);
});

test('a revised plan that was not written to the end is not guessed at', () => {
  const revised = { ...before, plan: parsePlan(before.plan.text.replace('(2)推进机构改革', '(2)推进改革')) };
  expect(() => readLedger(stopped(before, revised, [TAB.plan]))).toThrow(LedgerFormatError);
  expect(readLedger(stopped(before, revised, [TAB.plan, TAB.identity])).ledger.plan).toEqual(revised.plan);
});
