import { formMeasures } from '../../src/sheets/tabs/form-measures';
import { readFileSync } from 'node:fs';
import { demoLedger } from '../../src/app/demo/make-demo';
import { ledgerAssignments } from '../../src/ledger/ledger';
import { FORM_COLUMNS } from '../../src/returns/locate/form-columns';
import { IDENTITY_SHEET, readIdentity } from '../../src/returns/whose/form-identity';
import type { CellRange } from '../../src/base/raw-sheet';
import type { SheetBlueprint } from '../../src/base/blueprint';
import { FORM_HEADER_ROW } from '../../src/sheets/tabs/form-layout';
import { FORM_SHEET, formWorkbook } from '../../src/sheets/tabs/form';
import { period } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

const ledger = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
const form = formWorkbook(ledger, '市政府办公室', period('2017Q3'));
const sheet = form.sheets.find(({ name }) => name === FORM_SHEET) as SheetBlueprint;

function covers(ranges: readonly CellRange[], row: number, column: number): boolean {
  return ranges.some(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}

test('each unit gets its own measures, the groups’ ones too', () => {
  const counts = ledger.directory.units.map(
    ({ name }) => formMeasures(ledger, name, ledger.settings.period).length,
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ledgerAssignments(ledger).length);
  expect(formMeasures(ledger, '市政府办公室', ledger.settings.period)).toHaveLength(32);
});

test('a form says for whom, for which period and until when', () => {
  expect(sheet.cells[1]?.join('')).toBe(
    '填报单位：市政府办公室　　报送期：2017年第三季度　　截止日期：2017年10月10日',
  );
});

test('its identity can be read back, and the sheet that holds it stays out of sight', () => {
  expect(readIdentity(rawFromBlueprint(form))).toEqual({
    plan: ledger.plan.id,
    unit: '市政府办公室',
    period: '2017Q3',
    version: 2,
  });
  expect(form.sheets.find(({ name }) => name === IDENTITY_SHEET)?.visibility).toBe('veryHidden');
});

test('just the answers and the foot are open', () => {
  const last = FORM_HEADER_ROW + 32;
  const unlocked = sheet.protection?.unlocked ?? [];
  for (const [index, column] of FORM_COLUMNS.entries()) {
    expect([column.header, covers(unlocked, last, index + 1)]).toEqual([column.header, column.unlocked]);
    expect(covers(unlocked, FORM_HEADER_ROW, index + 1)).toBe(false);
  }
  const labels = sheet.cells.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      typeof cell === 'string' && cell.endsWith('：') ? [{ cell, row: at + 1, column: column + 1 }] : [],
    ),
  );
  const answered = ['填报人：', '审核人：', '联系电话：', '填报日期：'];
  expect(labels.map(({ cell }) => cell)).toEqual([...answered, '负责人签字：', '单位（盖章）：']);
  for (const { cell, row, column } of labels) {
    const isOpen = answered.includes(cell);
    expect([cell, covers(unlocked, row, column), covers(unlocked, row, column + 1)]).toEqual([
      cell,
      false,
      isOpen,
    ]);
  }
});

test('validation messages keep within Excel’s limits', () => {
  for (const { prompt, error } of sheet.validations) {
    for (const { title, text } of [prompt, error]) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(text.length).toBeLessThanOrEqual(255);
    }
  }
});

test('a measure without a deadline says so in words', () => {
  const deadline = FORM_COLUMNS.findIndex(({ field }) => field === 'deadline');
  const row = sheet.cells.find((cells) => cells[1] === 127);
  expect(row?.[deadline]).toBe('未定时限');
});
