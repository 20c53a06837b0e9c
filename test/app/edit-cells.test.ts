import { editCells, editRule } from '../../src/app/changes/edit-cells';
import { foldLedger } from '../../src/ledger/fold';
import { undoBatch } from '../../src/ledger/change/changes';
import type { Ledger } from '../../src/ledger/ledger';
import { LEDGER, ledgerRowOf, ledgerTab, type LedgerColumn } from '../../src/sheets/tabs/ledger-tab';
import { AT, smallLedger } from '../ledger/builders';

const ledger = smallLedger();
const ROW = ledgerRowOf(0);
const column = (key: LedgerColumn) => ({ at: LEDGER.at(key), letter: LEDGER.letter(key) });
const [status, percent, completedOn] = [column('status'), column('percent'), column('completedOn')];
const [progress, text] = [column('progress'), column('text')];
const [timeliness, verification] = [column('timeliness'), column('verification')];

function reportOf(changed: Ledger, measure = 1) {
  return foldLedger(changed).measures.find((one) => one.measure === measure)?.report;
}

function edited(column: number, typed: string, row = ROW) {
  return editCells(ledger, [{ row, column, typed }], AT);
}

test.each([
  ['a status from the drop-down', status.at, '推进中', { status: 'inProgress' }],
  ['a status with a space pasted after it', status.at, '已完成 ', { status: 'done' }],
  ['a number', percent.at, '60', { percent: 60 }],
  ['a number with a sign, in full width', percent.at, '６０％', { percent: 60 }],
  ['a date', completedOn.at, '2016-12-01', { completedOn: '2016-12-01' }],
  ['a date as offices write it', completedOn.at, '2016年12月1日', { completedOn: '2016-12-01' }],
  ['a text, whatever it begins with', progress.at, '=1+1', { progress: '=1+1' }],
])('%s is taken in as an entry, by the path of a hand edit', (_, column, typed, expected) => {
  const outcome = edited(column, typed);
  if (outcome.kind !== 'taken') throw new Error(outcome.kind);
  expect(reportOf(outcome.ledger)).toMatchObject(expected);
  const last = outcome.ledger.entries.at(-1);
  expect(last).toMatchObject({ kind: 'report', origin: 'handEdit', batch: outcome.batches[0], measure: 1 });
  expect(outcome.ledger.log.at(-1)).toMatchObject({ action: 'handEdit', batch: outcome.batches[0] });
  expect(outcome.batches).toHaveLength(1);
});

test.each([
  ['a status that is no choice', status.at, '完成', 'list'],
  ['a number past its bounds', percent.at, '101', 'wholeNumber'],
  ['a number that is no whole one', percent.at, '60.5', 'wholeNumber'],
  ['a date there is not', completedOn.at, '2017-02-30', 'date'],
  ['a date outside the plan', completedOn.at, '1999-01-01', 'date'],
  ['a month', completedOn.at, '2017年6月', 'date'],
  ['a computed column', timeliness.at, '正常', undefined],
  ['the plan’s own text', text.at, '改', undefined],
])('%s is refused, with what the cell asks for', (_, column, typed, rule) => {
  const outcome = edited(column, typed);
  expect(outcome).toMatchObject({ kind: 'refused', typed });
  expect(outcome.kind === 'refused' && outcome.rule?.kind).toBe(rule);
});

test.each([
  ['the header', 3],
  ['below the last measure', ledgerRowOf(ledger.plan.measures.length)],
])('%s cannot be edited', (_, row) => {
  expect(edited(status.at, '已完成', row)).toMatchObject({ kind: 'refused', rule: undefined });
});

test('what says what stands there already changes nothing', () => {
  expect(edited(status.at, '')).toEqual({ kind: 'unchanged' });
});

test('several cells are one batch, taken back as one; a refused one among them and nothing is taken', () => {
  const two = [
    { row: ROW, column: status.at, typed: '已完成' },
    { row: ROW + 1, column: percent.at, typed: '40' },
  ];
  const outcome = editCells(ledger, two, AT);
  if (outcome.kind !== 'taken') throw new Error(outcome.kind);
  expect(new Set(outcome.ledger.entries.map(({ batch }) => batch))).toEqual(new Set(outcome.batches));
  const back = undoBatch(outcome.ledger, outcome.batches[0] ?? '', AT);
  expect(back && reportOf(back)).toBeNull();

  const withFault = [...two, { row: ROW + 1, column: status.at, typed: '差不多' }];
  expect(editCells(ledger, withFault, AT)).toMatchObject({ kind: 'refused', cell: 'G5', typed: '差不多' });
});

test('clearing withdraws what was said', () => {
  const outcome = edited(status.at, '推进中');
  if (outcome.kind !== 'taken') throw new Error(outcome.kind);
  const cleared = editCells(outcome.ledger, [{ row: ROW, column: status.at, typed: '' }], AT);
  if (cleared.kind !== 'taken') throw new Error(cleared.kind);
  expect(reportOf(cleared.ledger)).toMatchObject({ status: null });
});

test('the rule of a cell is that of its validation in Excel', () => {
  const sheet = ledgerTab(ledger, foldLedger(ledger));
  expect([status, percent, completedOn, progress].map(({ at }) => editRule(sheet, ROW, at)?.kind)).toEqual([
    'list',
    'wholeNumber',
    'date',
    'text',
  ]);
});

test('a verdict is taken in where a unit has reported, and refused where there is nothing to verify', () => {
  const verdict = (of: typeof ledger, typed: string) =>
    editCells(of, [{ row: ROW, column: verification.at, typed }], AT);
  expect(verdict(ledger, '已销号')).toEqual({ kind: 'unreported', cell: 'N4', measure: 1 });
  const reported = edited(status.at, '推进中');
  if (reported.kind !== 'taken') throw new Error(reported.kind);
  const closed = verdict(reported.ledger, '已销号');
  if (closed.kind !== 'taken') throw new Error(closed.kind);
  expect(closed.ledger.entries.at(-1)).toMatchObject({ kind: 'verification', verification: 'closed' });
  expect(verdict(reported.ledger, '合格')).toMatchObject({ kind: 'refused', rule: { kind: 'list' } });
});
