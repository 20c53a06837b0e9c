import { takeInHandEdits } from '../../src/app/runner/take-hand-edits';
import { importReturns } from '../../src/ledger/change/changes';
import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { toSerial } from '../../src/base/calendar';
import type { RawCell, RawRow, RawValue, RawWorkbook } from '../../src/base/raw-sheet';
import { findHandEdits } from '../../src/sheets/reading/hand-edits';
import {
  LEDGER,
  type LedgerColumn,
  ledgerRowOf,
  shownStatusCells,
  statusCells,
} from '../../src/sheets/tabs/ledger-tab';
import { lateEdits, typedCellsOfTab } from '../../src/sheets/reading/late-edits';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { AT, day, done, report, returned, smallLedger } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const ledger = importReturns(
  smallLedger(),
  [
    returned({
      office: '市编办',
      reports: [{ measure: 1, report: report({ status: 'inProgress', percent: 40, progress: '正在起草' }) }],
    }),
    returned({ office: '市委办公室', reports: [{ measure: 3, report: done('2017-08-01') }] }),
  ],
  AT,
).ledger;

type Edit = readonly [measure: number, column: LedgerColumn, value: RawValue | null];

/** The ledger's workbook after the clerk typed `edits` into the ledger tab. */
function edited(...edits: readonly Edit[]): RawWorkbook {
  return editedFrom(ledger, edits);
}

function editedFrom(from: Ledger, edits: readonly Edit[]): RawWorkbook {
  const raw = rawFromBlueprint(ledgerWorkbook(from));
  return {
    ...raw,
    sheets: raw.sheets.map((sheet) =>
      sheet.name !== TAB.ledger
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) => {
              const here = edits.filter(([measure]) => ledgerRowOf(measure - 1) === row.row);
              return {
                ...row,
                cells: here.reduce((cells, [, key, value]) => typed(cells, key, value), row.cells),
              };
            }),
          },
    ),
  };
}

/** With the sheet a live workbook keeps while 台账 is written: what stood there, and what it had been drawn from. */
function interrupted(now: RawWorkbook, before: RawWorkbook, from = before): RawWorkbook {
  const rowsOf = (workbook: RawWorkbook, name: string) =>
    workbook.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const { copies } = typedCellsOfTab(before, ledger.plan).kept ?? { copies: [] };
  const rows = copies.flatMap(({ sheet, from: { left, right }, column: at }) =>
    rowsOf(sheet === TAB.identity ? from : before, sheet).map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell) =>
        cell.column < left || cell.column > right ? [] : [{ ...cell, column: cell.column - left + at }],
      ),
    })),
  );
  const byRow = new Map<number, RawRow>();
  for (const row of rows)
    byRow.set(row.row, { ...row, cells: [...(byRow.get(row.row)?.cells ?? []), ...row.cells] });
  const kept = { name: TAB.typed, visibility: 'veryHidden', rows: [...byRow.values()], merges: [] } as const;
  return { ...now, sheets: [...now.sheets, kept] };
}

function typed(cells: readonly RawCell[], key: LedgerColumn, value: RawValue | null): readonly RawCell[] {
  const at = LEDGER.at(key);
  const others = cells.filter((cell) => cell.column !== at);
  return value === null ? others : [...others, { column: at, value }];
}

test('an untouched tab holds no edit', () => {
  expect(findHandEdits(edited(), ledger.plan, foldLedger(ledger))).toEqual({
    edits: [],
    verdicts: [],
    notes: [],
    refused: [],
  });
});

test.each<[string, Edit[], object]>([
  ['a status', [[1, 'status', '未启动']], { status: 'notStarted', percent: 40 }],
  [
    'a completion with its date',
    [
      [1, 'status', ' 已完成 '],
      [1, 'completedOn', toSerial(day('2017-09-01'))],
      [1, 'percent', 100],
    ],
    { status: 'done', completedOn: '2017-09-01', percent: 100 },
  ],
  ['a date as text', [[1, 'completedOn', '2017-09-02']], { completedOn: '2017-09-02' }],
  ['a percent as text', [[1, 'percent', '60%']], { percent: 60 }],
  ['a percent as Excel keeps it', [[1, 'percent', 0.85]], { percent: 85 }],
  ['a text', [[1, 'progress', '已报审']], { progress: '已报审', status: 'inProgress' }],
  ['a status cleared', [[1, 'status', null]], { status: null, progress: '正在起草' }],
  ['a percent cleared', [[1, 'percent', null]], { percent: null }],
  ['a measure nobody reported on', [[2, 'problems', '无人负责']], { problems: '无人负责', status: null }],
])('%s typed by hand is found', (_, edits, expected) => {
  const found = findHandEdits(edited(...edits), ledger.plan, foldLedger(ledger));
  expect(found.refused).toEqual([]);
  expect(found.edits).toMatchObject([{ measure: edits[0]?.[0], unit: '市编办', report: expected }]);
});

test.each<[Edit, string]>([
  [[1, 'status', '快了'], 'G4'],
  [[1, 'percent', 140], 'H4'],
  [[1, 'percent', '一半'], 'H4'],
  [[1, 'percent', '约60%'], 'H4'],
  [[1, 'percent', '60%左右'], 'H4'],
  [[1, 'percent', '1060'], 'H4'],
  [[1, 'completedOn', '约2017-09-02'], 'I4'],
  [[1, 'completedOn', '2017-09-02报'], 'I4'],
  [[1, 'completedOn', '年底'], 'I4'],
  [[1, 'completedOn', -3], 'I4'],
  [[1, 'status', { error: '#REF!' }], 'G4'],
  [[1, 'verification', '核实过了'], 'N4'],
])('%j is not guessed at', (edit, cell) => {
  const found = findHandEdits(edited(edit), ledger.plan, foldLedger(ledger));
  expect(found).toMatchObject({ edits: [], refused: [{ cell, measure: 1 }] });
});

test('an edit of a measure with several units holds for each of them', () => {
  const { edits } = findHandEdits(
    edited([3, 'status', '推进中'], [3, 'progress', '两家合办']),
    ledger.plan,
    foldLedger(ledger),
  );
  expect(edits.map(({ unit, report: said }) => [unit, said.progress])).toEqual([
    ['市委办公室', '两家合办'],
    ['市政府办公室', '两家合办'],
  ]);
});

test('once taken in, the fold shows just what was typed, and the refused text is in the log', () => {
  const workbook = edited([3, 'progress', '两家合办'], [1, 'status', '快了'], [2, 'percent', 30]);
  const taken = takeInHandEdits(workbook, ledger, AT);
  expect(taken).toMatchObject({ taken: 3, refused: [{ value: '快了' }] });
  expect(taken.ledger.log.slice(-2)).toMatchObject([
    { action: 'handEdit', detail: '2、3' },
    { action: 'handEditRefused', detail: 'G4：快了' },
  ]);
  const state = foldLedger(taken.ledger);
  expect(statusCells(state.measures[2]?.report ?? null)).toMatchObject({ progress: '两家合办' });
  expect(statusCells(state.measures[1]?.report ?? null)).toMatchObject({ percent: 30 });
});

describe('what several units say of a measure at length', () => {
  const lines = (word: string) => Array.from({ length: 20 }, (_, index) => `${word}${index + 1}`).join('\n');
  const said = (progress: string) => report({ status: 'inProgress', percent: 10, progress });
  const long = importReturns(
    smallLedger(),
    [
      returned({ office: '市委办公室', reports: [{ measure: 3, report: said(lines('甲')) }] }),
      returned({ office: '市政府办公室', reports: [{ measure: 3, report: said(lines('乙')) }] }),
    ],
    AT,
  ).ledger;
  const state = foldLedger(long);

  test('has as many lines in 台账 as a row can show; where the rest stands is said', () => {
    const [, , shared] = state.measures;
    const shown = shared === undefined ? '' : shownStatusCells(shared).progress;
    expect(shown.split('\n')).toHaveLength(27);
    expect(shown).toMatch(/^市委办公室：甲1\n甲2\n[^]*\n乙6\n……其余单位的填报见“填报明细”$/u);
  });

  test('is no edit of the clerk’s, so shortened or whole, as earlier versions wrote it', () => {
    const whole = state.measures[2]?.report?.progress ?? '';
    expect(whole.split('\n')).toHaveLength(40);
    const none = { edits: [], verdicts: [], notes: [], refused: [] };
    expect(findHandEdits(editedFrom(long, []), long.plan, state)).toEqual(none);
    expect(findHandEdits(editedFrom(long, [[3, 'progress', whole]]), long.plan, state)).toEqual(none);
    const typed = findHandEdits(editedFrom(long, [[3, 'progress', '已合并办理']]), long.plan, state);
    expect(typed.edits.map(({ report: { progress } }) => progress)).toEqual(['已合并办理', '已合并办理']);
  });
});

describe('a verdict typed into 核实状态', () => {
  const verdicts = (from: Ledger) =>
    from.entries.flatMap((entry) =>
      entry.kind === 'verification' ? [`${entry.measure} ${entry.unit} ${entry.verification}`] : [],
    );

  test('is taken in for each unit that has reported, and cleared again it waits anew', () => {
    const closed = takeInHandEdits(
      edited([1, 'verification', '已销号'], [3, 'verification', '退回']),
      ledger,
      AT,
    );
    expect(verdicts(closed.ledger)).toEqual(['1 市编办 closed', '3 市委办公室 sentBack']);
    expect(closed).toMatchObject({ taken: 2, refused: [] });
    expect(closed.ledger.log.at(-1)?.detail).toBe('第 3 项（市委办公室）退回：在台账中手工标记');
    const cleared = takeInHandEdits(
      editedFrom(closed.ledger, [[1, 'verification', null]]),
      closed.ledger,
      AT,
    );
    expect(verdicts(cleared.ledger).slice(2)).toEqual(['1 市编办 pending']);
  });

  test('with the status typed beside it verifies just that', () => {
    const { ledger: both } = takeInHandEdits(
      edited([2, 'status', '推进中'], [2, 'verification', '已销号']),
      ledger,
      AT,
    );
    expect(foldLedger(both).measures[1]).toMatchObject({ standing: 'inProgress', verification: 'closed' });
  });

  test('where nothing was reported is refused, with its cell', () => {
    const taken = takeInHandEdits(edited([4, 'verification', '已销号']), ledger, AT);
    expect(taken).toMatchObject({ taken: 0, refused: [{ cell: 'N7', measure: 4, value: '已销号' }] });
    expect(taken.ledger.log.at(-1)?.detail).toBe('N7：已销号');
  });
});

test.each<[Edit]>([
  [[1, 'status', '未启动']],
  [[2, 'percent', 30]],
  [[3, 'completedOn', '2017-09-02']],
  [[1, 'progress', null]],
  [[4, 'problems', '无人负责']],
  [[3, 'verification', '退回']],
])('%j, typed between reading and writing, is found', (edit) => {
  const [measure, column, value] = edit;
  const rows = edited(edit).sheets.find(({ name }) => name === TAB.ledger)?.rows ?? [];
  expect(lateEdits(edited(), ledger.plan, rows)).toEqual([
    { measure, key: column, cell: value === null ? undefined : { column: LEDGER.at(column), value } },
  ]);
});

describe('what a write that was interrupted had kept', () => {
  const later = importReturns(
    ledger,
    [
      returned({
        office: '市编办',
        sha256: 'b'.repeat(64),
        reports: [{ measure: 1, report: done('2017-09-01') }],
      }),
    ],
    AT,
  ).ledger;
  const statusOf = (from: Ledger, measure: number) =>
    foldLedger(from).measures.find((one) => one.measure === measure)?.report?.status;

  test('is taken in, though 台账 shows it no more; what had been drawn there is no edit', () => {
    const workbook = interrupted(editedFrom(later, []), edited([2, 'status', '未启动']));
    const taken = takeInHandEdits(workbook, later, AT);
    expect([statusOf(taken.ledger, 1), statusOf(taken.ledger, 2)]).toEqual(['done', 'notStarted']);
    expect(taken.ledger.entries.length).toBe(later.entries.length + taken.taken);
    expect(
      takeInHandEdits(
        interrupted(editedFrom(taken.ledger, []), edited([2, 'status', '未启动'])),
        taken.ledger,
        AT,
      ).taken,
    ).toBe(0);
  });

  test('is taken in from 核实状态 too', () => {
    const workbook = interrupted(editedFrom(later, []), edited([3, 'verification', '已销号']));
    const verdictOf = (from: Ledger) =>
      from.entries.flatMap((entry) => (entry.kind === 'verification' ? [entry.verification] : []));
    expect(verdictOf(takeInHandEdits(workbook, later, AT).ledger)).toEqual(['closed']);
  });

  test('is no verdict where 核实状态 shows what it showed before the last batch', () => {
    const { ledger: closed } = takeInHandEdits(edited([1, 'verification', '已销号']), ledger, AT);
    const tab = editedFrom(ledger, []);
    expect(findHandEdits(tab, ledger.plan, foldLedger(closed)).verdicts).toHaveLength(1);
    expect(findHandEdits(tab, ledger.plan, foldLedger(closed), [foldLedger(ledger)]).verdicts).toEqual([]);
  });

  test('yields to what was typed after it', () => {
    const workbook = interrupted(
      editedFrom(later, [[2, 'status', '推进中']]),
      edited([2, 'status', '未启动']),
    );
    expect(statusOf(takeInHandEdits(workbook, later, AT).ledger, 2)).toBe('inProgress');
  });

  const without = { ...edited(), sheets: edited().sheets.filter(({ name }) => name !== TAB.identity) };
  const [first, ...others] = smallLedger().plan.measures;
  const replanned = { ...smallLedger().plan, measures: first === undefined ? [] : [...others, first] };
  const ofOtherPlan = rawFromBlueprint(ledgerWorkbook({ ...ledger, plan: replanned }));

  test.each([
    ['what 台账 had been drawn from', without],
    ['to which measures of the plan it belongs', ofOtherPlan],
  ])('is left alone where nobody can tell %s', (_, unsaid) => {
    const workbook = interrupted(editedFrom(later, []), edited([2, 'status', '未启动']), unsaid);
    expect(takeInHandEdits(workbook, later, AT).ledger).toBe(later);
  });
});
