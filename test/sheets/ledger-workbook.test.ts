import { LEDGER_PARTS } from '../../src/sheets/ledger-tabs';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { takeInHandEdits } from '../../src/app/runner/take-hand-edits';
import { applyForExtension, decideExtension, issueLetters, verify } from '../../src/ledger/change/acts';
import { importReturns, logged, takeHandEdits, undoBatch } from '../../src/ledger/change/changes';
import type { Ledger } from '../../src/ledger/ledger';
import { columnLetters, type RawSheet, type RawWorkbook } from '../../src/base/raw-sheet';
import { LedgerFormatError } from '../../src/sheets/reading/ledger-format-error';
import { LEDGER } from '../../src/sheets/tabs/ledger-tab';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { isLedgerWorkbook, readLedger } from '../../src/sheets/reading/read-ledger';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { TAB } from '../../src/sheets/words';
import { AT, day, done, period, report, returned } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const text = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
const fresh = buildLedger(text, { asOf: day('2017-09-30'), at: AT });

const EXTENSION = {
  measure: 2,
  unit: '市编办',
  newDeadline: day('2018-06-30'),
  reason: '涉及机构改革',
};

const history: readonly ((ledger: Ledger) => Ledger)[] = [
  (ledger) =>
    importReturns(
      ledger,
      [
        returned({
          office: '市编办',
          findings: 2,
          verdict: 'needs-correction',
          reports: [
            { measure: 1, report: done('2016-12-01') },
            {
              measure: 2,
              report: report({ status: 'notStarted', problems: '=1+1', remark: '第一行\n第二行' }),
            },
          ],
        }),
      ],
      AT,
    ).ledger,
  (ledger) => takeHandEdits(ledger, [{ measure: 2, unit: '市编办', report: report() }], AT).ledger,
  (ledger) => undoBatch(ledger, 'B0002', AT) ?? ledger,
  (ledger) => logged(ledger, 'settings', '统计截止日', AT),
  (ledger) =>
    verify(
      ledger,
      [{ measure: 2, unit: '市编办', verification: 'sentBack', reason: '=没有文件' }],
      day('2017-10-10'),
      AT,
    ).ledger,
  (ledger) => applyForExtension(ledger, EXTENSION, day('2016-12-10'), AT).ledger,
  (ledger) =>
    decideExtension(ledger, EXTENSION, { decision: 'approved', reason: '' }, day('2017-10-12'), AT).ledger,
  (ledger) =>
    issueLetters(
      ledger,
      [
        {
          unit: '市编办',
          office: '市委编办',
          letter: 'request',
          stage: 'second',
          year: 2018,
          serial: 3,
          measures: [1, 2],
          on: day('2018-01-15'),
        },
      ],
      AT,
    ).ledger,
];

function reread(ledger: Ledger, findings: readonly FindingLine[] = []): ReturnType<typeof readLedger> {
  return readLedger(rawFromBlueprint(ledgerWorkbook(ledger, findings)));
}

test('a ledger reads back as it was written, at every step of its history', () => {
  let ledger = fresh;
  expect(reread(ledger).ledger).toEqual(ledger);
  for (const step of history) {
    ledger = step(ledger);
    expect(reread(ledger).ledger).toEqual(ledger);
  }
});

test('whatever text a unit typed comes back as typed', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => one.replace(/\r\n?/g, '\n'));
  fc.assert(
    fc.property(typed, typed, (progress, evidence) => {
      const change = importReturns(
        fresh,
        [
          returned({
            office: '市财政局',
            reports: [{ measure: 13, report: report({ status: 'inProgress', progress, evidence }) }],
          }),
        ],
        AT,
      );
      expect(reread(change.ledger).ledger.entries).toEqual(change.ledger.entries);
    }),
    { numRuns: 30 },
  );
});

test('units, settings and findings read back too', () => {
  const settings = {
    ...fresh.settings,
    dueSoonDays: 15,
    returnWithinDays: 5,
    sample: true,
    period: period('2017'),
  };
  const directory = {
    ...fresh.directory,
    groups: fresh.directory.groups.map((group, index) =>
      index === 0 ? { ...group, members: ['市编办'] } : group,
    ),
    units: fresh.directory.units.map((unit) =>
      unit.name === '市物价局' ? { ...unit, splits: [{ office: '市市场监管局', measures: [26, 30] }] } : unit,
    ),
  };
  const findings: readonly FindingLine[] = [
    {
      file: '市编办.xlsx',
      office: '市编办',
      severity: 'error',
      measure: 1,
      field: '填报状态',
      sheet: '填报表',
      cell: 'F5',
      value: '办结了吧',
      message: '看不懂',
      suggestion: '请从下拉列表选择',
    },
    {
      file: '坏.xlsx',
      office: '',
      severity: 'warning',
      measure: null,
      field: '',
      sheet: '',
      cell: '',
      value: '',
      message: '文件损坏',
      suggestion: '请重新发送',
    },
  ];
  const book = reread({ ...fresh, settings, directory }, findings);
  expect(book).toMatchObject({ ledger: { settings, directory }, findings, foreignSheets: [] });
});

test('the clerk may sort, filter or move columns of the entries without harm', () => {
  const ledger = history.reduce((state, step) => step(state), fresh);
  const raw = rawFromBlueprint(ledgerWorkbook(ledger));
  const shuffled = mapSheet(raw, TAB.entries, (sheet) => {
    const [title, subtitle, header, ...rows] = sheet.rows;
    const moved = [title, subtitle, header, ...rows.reverse()].flatMap((row, index) =>
      row === undefined
        ? []
        : [
            {
              ...row,
              row: index + 1,
              cells: row.cells.map((cell) => ({ ...cell, column: 40 - cell.column })),
            },
          ],
    );
    return { ...sheet, rows: moved };
  });
  expect(readLedger(shuffled).ledger.entries).toEqual(ledger.entries);
});

test('a tab of the clerk’s own is known as foreign', () => {
  const raw = rawFromBlueprint(ledgerWorkbook(fresh));
  const own: RawSheet = { name: '我的备忘', visibility: 'visible', rows: [], merges: [] };
  expect(readLedger({ ...raw, sheets: [...raw.sheets, own] }).foreignSheets).toEqual(['我的备忘']);
});

describe('a workbook that cannot be read whole is refused, with the place', () => {
  const raw = rawFromBlueprint(ledgerWorkbook(history.reduce((state, step) => step(state), fresh)));
  const without = (name: string): RawWorkbook => ({
    ...raw,
    sheets: raw.sheets.filter((sheet) => sheet.name !== name),
  });
  const changed = (name: string, row: number, column: number, value: string | number): RawWorkbook =>
    mapSheet(raw, name, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((one) =>
        one.row !== row
          ? one
          : { ...one, cells: [...one.cells.filter((cell) => cell.column !== column), { column, value }] },
      ),
    }));

  test.each<[string, RawWorkbook, string, string]>([
    ['no identity', without(TAB.identity), 'not-a-ledger', ''],
    ['another product', changed(TAB.identity, 1, 2, 'something else'), 'not-a-ledger', ''],
    ['a later layout', changed(TAB.identity, 2, 2, 99), 'newer-version', ''],
    ['no plan', without(TAB.plan), 'damaged', TAB.plan],
    ['a plan line without its number', changed(TAB.plan, 3, 1, 'x'), 'damaged', TAB.plan],
    ['no entries tab', without(TAB.entries), 'damaged', TAB.entries],
    ['an entry of no kind', changed(TAB.entries, 4, 2, '未知'), 'damaged', TAB.entries],
    ['an entry with an unknown status', changed(TAB.entries, 4, 8, '快好了'), 'damaged', TAB.entries],
    ['an entry of no period', changed(TAB.entries, 4, 3, '去年'), 'damaged', TAB.entries],
    ['an entry number that is text', changed(TAB.entries, 4, 1, '一'), 'damaged', TAB.entries],
    ['a verification of no kind', changed(TAB.acts, 4, 6, '好'), 'damaged', TAB.acts],
    ['an extension of no decision', changed(TAB.acts, 5, 6, '好'), 'damaged', TAB.acts],
    ['a letter without its number', changed(TAB.acts, 7, 10, '3'), 'damaged', TAB.acts],
    ['an act of no kind', changed(TAB.acts, 4, 2, '别的'), 'damaged', TAB.acts],
    ['an act of no measure', changed(TAB.acts, 4, 5, '无'), 'damaged', TAB.acts],
    ['no tab of acts', without(TAB.acts), 'damaged', TAB.acts],
    ['no settings', without(TAB.settings), 'damaged', TAB.settings],
    ['an as-of date that is none', changed(TAB.settings, 4, 2, '某天'), 'damaged', TAB.settings],
    ['a period that is none', changed(TAB.settings, 5, 2, '某季'), 'damaged', TAB.settings],
    ['negative days', changed(TAB.settings, 6, 2, -1), 'damaged', TAB.settings],
    ['a submission of no period', changed(TAB.submissions, 4, 1, '某季'), 'damaged', TAB.submissions],
    ['no units', without(TAB.units), 'damaged', TAB.units],
  ])('%s', (_, workbook, code, sheet) => {
    expect(() => readLedger(workbook)).toThrow(expect.objectContaining({ code, sheet }));
    expect(() => readLedger(workbook)).toThrow(LedgerFormatError);
  });

  test('a workbook from before there was a tab of acts has none', () => {
    const old = changed(TAB.identity, 2, 2, 1);
    const sheets = old.sheets.filter(({ name }) => name !== TAB.acts);
    expect(readLedger({ ...old, sheets }).ledger.entries).toHaveLength(4);
  });

  test('but a missing findings tab is no damage, and unknown log lines are passed over', () => {
    expect(readLedger(without(TAB.findings)).findings).toEqual([]);
    const { log } = readLedger(changed(TAB.log, 4, 3, '别的')).ledger;
    expect(log).toHaveLength(readLedger(raw).ledger.log.length - 1);
    expect(isLedgerWorkbook(without(TAB.identity))).toBe(false);
  });
});

function mapSheet(workbook: RawWorkbook, name: string, change: (sheet: RawSheet) => RawSheet): RawWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

test('the parts that are read hold the whole ledger, and what a clerk may type: the rest may be left unread', () => {
  const full = rawFromBlueprint(ledgerWorkbook(history.reduce((ledger, step) => step(ledger), fresh)));
  const inPart = (sheet: string, column: number): boolean =>
    LEDGER_PARTS.flat().some(({ tab, columns = 'A:XFD' }) => {
      const [here, first = '', last = ''] = [columnLetters(column), ...columns.split(':')].map((letters) =>
        letters.padStart(3),
      );
      return tab === sheet && here !== undefined && here >= first && here <= last;
    });
  const sheets = full.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ column }) => inPart(sheet.name, column)),
    })),
  }));
  const { ledger } = readLedger(full);
  expect(readLedger({ ...full, sheets }).ledger).toEqual(ledger);
  expect(takeInHandEdits({ ...full, sheets }, ledger, AT)).toEqual({ ledger, taken: 0, refused: [] });
  const typed = (workbook: RawWorkbook) =>
    mapSheet(workbook, TAB.ledger, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.column === LEDGER.at('verification') && row.row === 5 ? { ...cell, value: '已销号' } : cell,
        ),
      })),
    }));
  expect(takeInHandEdits(typed(full), ledger, AT).taken).toBeGreaterThan(0);
  expect(takeInHandEdits(typed({ ...full, sheets }), ledger, AT)).toEqual(
    takeInHandEdits(typed(full), ledger, AT),
  );
});

describe('an act that was spoilt by hand is damage, told with its row', () => {
  const full = rawFromBlueprint(ledgerWorkbook(history.reduce((ledger, step) => step(ledger), fresh)));
  const header = (sheet: RawSheet) =>
    sheet.rows.find(({ cells }) => cells.some(({ value }) => value === '条目号'));

  function spoilt(kind: string, column: string): RawWorkbook {
    const sheets = full.sheets.map((sheet) => {
      if (sheet.name !== TAB.acts) return sheet;
      const place = (name: string) => header(sheet)?.cells.find(({ value }) => value === name)?.column;
      const rows = sheet.rows.map((row) => {
        if (!row.cells.some((cell) => cell.column === place('类型') && cell.value === kind)) return row;
        const others = row.cells.filter((cell) => cell.column !== place(column));
        const cells = [...others, { column: place(column) ?? 0, value: '？？' }];
        return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
      });
      return { ...sheet, rows };
    });
    return { ...full, sheets };
  }

  test.each([
    ['核实', '日期'],
    ['核实', '报送期'],
    ['核实', '序号'],
    ['核实', '结果'],
    ['核实', '类型'],
    ['延期', '结果'],
    ['延期', '原时限'],
    ['延期', '新时限'],
  ])('%s: %s', (kind, column) => {
    expect(() => readLedger(spoilt(kind, column))).toThrow(LedgerFormatError);
  });
});
