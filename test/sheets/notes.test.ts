import { takeInHandEdits } from '../../src/app/runner/take-hand-edits';
import { editCells, editRule } from '../../src/app/changes/edit-cells';
import type { RawWorkbook } from '../../src/base/raw-sheet';
import { adoptPlan } from '../../src/ledger/change/adopt-plan';
import { undoBatch } from '../../src/ledger/change/changes';
import { takeNotes } from '../../src/ledger/change/take-notes';
import { ledgerOfPeriod } from '../../src/ledger/figures/trend';
import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { parsePlan } from '../../src/plan/parse';
import { changeOfWorkbook } from '../../src/sheets/change-workbook';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { lateEdits, typedCellsOfTab, withLateEdits } from '../../src/sheets/reading/late-edits';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { FIRST_ROW, HEADER_ROW } from '../../src/sheets/tab-builder';
import { LEDGER, ledgerRowOf, ledgerTab } from '../../src/sheets/tabs/ledger-tab';
import { TAB } from '../../src/sheets/words';
import { AT, SMALL_PLAN, period, smallLedger } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const ledger = smallLedger();
const COLUMN = LEDGER.at('responsibleLeader');
const ITEM = LEDGER.header('responsibleLeader');
const drawn = (of: Ledger) => rawFromBlueprint(ledgerWorkbook(of));
const noted = (...notes: readonly (readonly [measure: number, text: string])[]) =>
  takeNotes(
    ledger,
    notes.map(([measure, text]) => ({ measure, item: ITEM, text })),
    AT,
  ).ledger;
const notesOf = (of: Ledger) => foldLedger(of).measures.map(({ notes }) => notes.get(ITEM) ?? '');

/** 台账 with this typed into 分管领导 of a measure; `null` clears it. */
function typed(workbook: RawWorkbook, measure: number, value: string | null): RawWorkbook {
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name !== TAB.ledger
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) => {
            if (row.row !== ledgerRowOf(measure - 1)) return row;
            const others = row.cells.filter(({ column }) => column !== COLUMN);
            return { ...row, cells: value === null ? others : [...others, { column: COLUMN, value }] };
          }),
        },
  );
  return { ...workbook, sheets };
}

/** As an older version drew it: 台账 ends before the column, and 领导参阅 knows nothing of it. */
function old(workbook: RawWorkbook): RawWorkbook {
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name !== TAB.ledger
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) => ({
            ...row,
            cells: row.cells.filter(({ column }) => column !== COLUMN),
          })),
        },
  );
  return { ...workbook, sheets };
}

describe('what is typed into 分管领导', () => {
  const { ledger: taken, taken: count } = takeInHandEdits(typed(drawn(ledger), 2, '王副市长'), ledger, AT);

  test('is taken in as one entry of its measure, with a line in 操作记录', () => {
    expect(count).toBe(1);
    expect(taken.entries).toEqual([
      { kind: 'note', id: 1, batch: 'B0001', at: AT, measure: 2, item: '分管领导', text: '王副市长' },
    ]);
    expect(taken.log.at(-1)).toMatchObject({ action: 'handEdit', batch: 'B0001', detail: '分管领导：2' });
  });

  test('stands in the workbook again, and reading it back gives the same ledger and no edit', () => {
    const workbook = drawn(taken);
    expect(readLedger(workbook).ledger).toEqual(taken);
    expect(takeInHandEdits(workbook, taken, AT)).toEqual({ ledger: taken, taken: 0, refused: [] });
  });

  test('is replaced by what is typed later, and taken away with the cell', () => {
    const later = takeInHandEdits(typed(drawn(taken), 2, '李副市长'), taken, AT).ledger;
    expect(notesOf(later)).toEqual(['', '李副市长', '', '']);
    const cleared = takeInHandEdits(typed(drawn(later), 2, null), later, AT).ledger;
    expect(notesOf(cleared)).toEqual(['', '', '', '']);
    expect(readLedger(drawn(cleared)).ledger).toEqual(cleared);
  });

  test('goes with its batch, and comes back when the undo is undone', () => {
    const undone = undoBatch(taken, 'B0001', AT) ?? taken;
    expect(notesOf(undone)).toEqual(['', '', '', '']);
    expect(readLedger(drawn(undone)).ledger).toEqual(undone);
    expect(notesOf(undoBatch(undone, 'B0002', AT) ?? undone)).toEqual(['', '王副市长', '', '']);
  });

  test('stays when something else is undone', () => {
    const both = takeInHandEdits(typed(drawn(taken), 3, '赵副市长'), taken, AT).ledger;
    expect(notesOf(undoBatch(both, 'B0002', AT) ?? both)).toEqual(['', '王副市长', '', '']);
  });

  test('is text, whatever it begins with', () => {
    const formula = takeInHandEdits(typed(drawn(ledger), 1, '=1+1'), ledger, AT).ledger;
    const tab = ledgerTab(formula, foldLedger(formula));
    expect(tab.cells[FIRST_ROW - 1]?.[COLUMN - 1]).toBe('=1+1');
    expect(readLedger(drawn(formula)).ledger).toEqual(formula);
  });

  test('may be as long as a cell', () => {
    const long = takeInHandEdits(typed(drawn(ledger), 1, '长'.repeat(32_767)), ledger, AT).ledger;
    expect(readLedger(drawn(long)).ledger).toEqual(long);
    expect(takeInHandEdits(drawn(long), long, AT).taken).toBe(0);
  });

  test('follows its measure through a revision of the plan', () => {
    const revised = parsePlan(SMALL_PLAN.text.replace(/^\(1\).*\n/mu, '').replace(/^\((\d)\)/gmu, '($1)'));
    const numbered = takeNotes(taken, [{ measure: 1, item: ITEM, text: '孙副市长' }], AT).ledger;
    const adopted = adoptPlan(numbered, revised, AT).ledger;
    const of = adopted.plan.measures.findIndex(({ text }) => text.startsWith('推进机构改革'));
    expect(notesOf(adopted).filter((text) => text !== '')).toEqual(['王副市长']);
    expect(notesOf(adopted)[of]).toBe('王副市长');
    expect(readLedger(drawn(adopted)).ledger).toEqual(adopted);
  });

  test('belongs to no period: the ledger as it was in one has it too', () => {
    const all = threePeriods();
    const { ledger: withNote } = takeNotes(all, [{ measure: 4, item: ITEM, text: '周副市长' }], AT);
    const then = foldLedger(ledgerOfPeriod(withNote, period('2017Q3')));
    expect(then.measures[3]?.notes.get(ITEM)).toBe('周副市长');
  });

  test('survives as JSON', () => {
    const copy = JSON.parse(JSON.stringify(taken)) as Ledger;
    expect(notesOf(copy)).toEqual(notesOf(taken));
  });
});

describe('between reading and writing', () => {
  test('a leader typed in is found and put back', () => {
    const read = drawn(ledger);
    const now = typed(read, 3, '钱副市长');
    const rows = now.sheets.find(({ name }) => name === TAB.ledger)?.rows ?? [];
    const edits = lateEdits(read, ledger.plan, rows);
    expect(edits).toEqual([
      { measure: 3, key: 'responsibleLeader', cell: { column: COLUMN, value: '钱副市长' } },
    ]);
    const { ledger: taken } = takeInHandEdits(withLateEdits(read, ledger.plan, edits), ledger, AT);
    expect(notesOf(taken)).toEqual(['', '', '钱副市长', '']);
  });

  test('the column is among the cells that are kept', () => {
    const isWatched = ({ left, right }: { left: number; right: number }) => left <= COLUMN && right >= COLUMN;
    expect(typedCellsOfTab(drawn(ledger), ledger.plan).ranges.some(isWatched)).toBe(true);
    expect(typedCellsOfTab(old(drawn(ledger)), ledger.plan).ranges.some(isWatched)).toBe(false);
  });
});

test('the grid takes it as any text', () => {
  const tab = ledgerTab(ledger, foldLedger(ledger));
  expect(editRule(tab, FIRST_ROW, COLUMN)).toEqual({ kind: 'text' });
  const outcome = editCells(ledger, [{ row: FIRST_ROW, column: COLUMN, typed: ' 王副市长 ' }], AT);
  expect(outcome).toMatchObject({ kind: 'taken', batches: ['B0001'], entries: 1 });
});

describe('a workbook without the column', () => {
  const known = noted([1, '王副市长']);

  test('opens, and its ledger keeps what was noted before', () => {
    const workbook = old(drawn(known));
    const { ledger: opened } = readLedger(workbook);
    expect(opened).toEqual(known);
    expect(takeInHandEdits(workbook, opened, AT)).toEqual({ ledger: opened, taken: 0, refused: [] });
  });

  test('is changed around it: the column is not pushed into the clerk’s sheet, and no cell of another is read for it', () => {
    const workbook = old(drawn(known));
    const after = takeNotes(known, [{ measure: 2, item: ITEM, text: '李副市长' }], AT).ledger;
    const standing = { workbook, book: { ledger: known, findings: [], foreignSheets: [] } };
    const { difference } = changeOfWorkbook(standing, ledgerWorkbook(after), () => 'formulas', after.plan);
    const change = difference.tabs.find((tab) => tab.kind === 'change' && tab.sheet === TAB.ledger);
    const cells = change?.kind === 'change' ? change.cells : [];
    expect(cells.filter(({ column }) => column >= COLUMN)).toEqual([]);
    const leaders = difference.tabs.find((tab) => tab.kind === 'change' && tab.sheet === TAB.leaders);
    const contents =
      leaders?.kind === 'change' ? leaders.cells.map(({ content }) => JSON.stringify(content)) : [];
    expect(contents.filter((content) => content.includes(`$${LEDGER.letter('responsibleLeader')}$`))).toEqual(
      [],
    );
  });

  test('has it as soon as the clerk writes its header, wherever that is', () => {
    const at = COLUMN + 3;
    const workbook = old(drawn(ledger));
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows:
        sheet.name !== TAB.ledger
          ? sheet.rows
          : sheet.rows.map((row) => {
              if (row.row === HEADER_ROW)
                return { ...row, cells: [...row.cells, { column: at, value: ITEM }] };
              if (row.row !== ledgerRowOf(3)) return row;
              return { ...row, cells: [...row.cells, { column: at, value: '吴副市长' }] };
            }),
    }));
    const { ledger: taken } = takeInHandEdits({ ...workbook, sheets }, ledger, AT);
    expect(notesOf(taken)).toEqual(['', '', '', '吴副市长']);
  });

  test('drawn whole has it', () => {
    const [sheet] = ledgerWorkbook(ledger).sheets;
    expect(sheet?.cells[HEADER_ROW - 1]?.[COLUMN - 1]).toBe('分管领导');
  });
});

describe('领导参阅', () => {
  const all = threePeriods();
  const { ledger: withLeaders } = takeNotes(all, [{ measure: 3, item: ITEM, text: '周副市长' }], AT);
  const page = ledgerWorkbook(withLeaders).sheets.find(({ name }) => name === TAB.leaders);
  const header = page?.cells.findIndex((row) => row.includes(ITEM)) ?? -1;
  const at = page?.cells[header]?.indexOf(ITEM) ?? -1;

  test('says beside each measure that is overdue who leads the work on it, by formula', () => {
    const row = page?.cells[header + 2] ?? [];
    expect(row[0]).toMatchObject({ result: 3 });
    expect(row[at]).toMatchObject({ result: '周副市长' });
    expect((row[at] as { readonly formula: string }).formula).toContain(
      `${TAB.ledger}!$${LEDGER.letter('responsibleLeader')}$`,
    );
  });

  test('leaves it empty where nobody is named', () => {
    expect(page?.cells[header + 1]?.[at]).toMatchObject({ result: '' });
  });

  test('has no such column where nobody is named yet, and gets it by a difference', () => {
    const before = ledgerWorkbook(all);
    const bare = before.sheets.find(({ name }) => name === TAB.leaders);
    expect(bare?.cells.some((row) => row.includes(ITEM))).toBe(false);
    const standing = {
      workbook: rawFromBlueprint(before),
      book: { ledger: all, findings: [], foreignSheets: [] },
    };
    const { difference, repairs } = changeOfWorkbook(
      standing,
      ledgerWorkbook(withLeaders),
      () => 'formulas',
      withLeaders.plan,
    );
    expect(repairs).toEqual([]);
    const change = difference.tabs.find(({ kind, sheet }) => kind === 'change' && sheet === TAB.leaders);
    expect(change).toMatchObject({ merges: { added: expect.any(Array) as unknown } });
    const cells = change?.kind === 'change' ? change.cells : [];
    expect(cells).toContainEqual(expect.objectContaining({ row: header + 1, column: at + 1, content: ITEM }));
  });

  test('stays twelve columns wide', () => {
    expect(page?.columnWidths).toHaveLength(12);
    expect(page?.cells[header]).toHaveLength(12);
  });
});
