import { buildLedger } from '../../../src/app/changes/build-ledger';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { TAB } from '../../../src/sheets/words';
import { AT, day, period } from '../../ledger/builders';
import { useExcel } from '../../excel-host/support';
import { JINGMEN as planText } from '../../plan/support';
import { drawIn, runIn } from '../../support/ledger-in';

jest.setTimeout(120_000);

const excel = useExcel({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();

/**
 * Learn, “Excel.CalculationMode”: with `manual`, calculations occur only when the user or the add-in requests them. Gives
 * the figures that then stand in the tabs that count by formulas, and in the PivotTable.
 */
async function figuresWith(mode: 'Automatic' | 'Manual') {
  const { host } = excel();
  host.workbook.calculationMode = mode;
  await drawIn(live, buildLedger(planText, { asOf: day('2017-12-12'), period: period('2017-11'), at: AT }));
  await runIn(live, 'markOverdue', { asOf: day('2018-03-01') });
  await runIn(live, 'buildSummary', {});
  expect(host.workbook.calculationMode).toBe(mode);
  return [TAB.summary, TAB.pivot].map((tab) => host.values(`${tab}!A1:H40`));
}

test('with calculation set to manual the summary and the PivotTable hold the same figures, and the mode stays', async () => {
  const manual = await figuresWith('Manual');
  const { host } = excel();
  host.workbook.calculationMode = 'Automatic';
  host.workbook.touch();
  expect([TAB.summary, TAB.pivot].map((tab) => host.values(`${tab}!A1:H40`))).toEqual(manual);
  expect(manual[0]?.flat().filter((value) => typeof value === 'number' && value > 0).length).toBeGreaterThan(
    20,
  );
});
