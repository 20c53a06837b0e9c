import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkActiveSheet } from '../../../src/app/inbox/check-active-sheet';
import { fillForm } from '../../../src/app/demo/fill-form';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { formMeasures } from '../../../src/sheets/tabs/form-measures';
import { translator } from '../../../src/locales/translate';
import { AT, day, period, report } from '../../ledger/builders';
import { useExcel } from '../../excel-host/support';
import { JINGMEN as planText } from '../../plan/support';

jest.setTimeout(60_000);

const excel = useExcel({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();
const words = translator('zh-CN');

const UNIT = '市财政局';

/** A filled form for the period `of`, opened in Excel as a workbook of its own. */
async function openReturn(of: string): Promise<void> {
  const ledger = buildLedger(planText, { asOf: day('2017-12-12'), period: period(of), at: AT });
  const measures = formMeasures(ledger, UNIT, period(of));
  const reports = new Map(
    measures.map(({ no }) => [
      no,
      report({
        status: 'inProgress',
        percent: 50,
        progress: '已印发实施方案',
        problems: '人手不足',
        nextSteps: '年底前办结',
      }),
    ]),
  );
  const form = fillForm(formWorkbook(ledger, UNIT, period(of)), reports, {
    preparedBy: '张明',
    reviewedBy: '李华',
    phone: '0724-2300001',
    preparedOn: day('2017-09-28'),
  });
  await excel().host.load(await createWorkbookFiles().write(form), '反馈.xlsx');
}

const check = (today: string) => checkActiveSheet(live, { planText, today: day(today), at: AT, words });

describe('a form opened alone, with no ledger in the workbook', () => {
  test.each([
    ['2017Q3', '2017-10-10'],
    ['2017Q4', '2018-01-05'],
    ['2017-11', '2017-12-12'],
    ['2017', '2018-02-01'],
  ])('the form of %s is checked whole on %s, after its period’s end', async (of, today) => {
    await openReturn(of);
    const { checked, inLedger, marked } = await check(today);
    expect([inLedger, marked, checked.verdict, checked.period, checked.office]).toEqual([
      false,
      true,
      'accepted',
      of,
      UNIT,
    ]);
    expect(checked.rows.length).toBeGreaterThan(0);
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('where the form says no period, it is taken to report on the quarter that ended last, and that is said', async () => {
    const { host } = excel();
    await openReturn('2017Q4');
    host.user.unprotect('填报表');
    host.sheet('_form').visibility = 'Hidden';
    host.user.deleteSheet('_form');
    const rows = host.values('填报表!A1:N4');
    rows.forEach((row, top) =>
      row.forEach((value, left) => {
        const text = String(value).replaceAll(/2017年第四季度/gu, '');
        if (text !== value) host.user.type(`填报表!${String.fromCharCode(65 + left)}${top + 1}`, text);
      }),
    );
    const { checked } = await check('2018-01-05');
    expect(checked).toMatchObject({ verdict: 'accepted', period: '2017Q4' });
    expect(checked.findings.map(({ code }) => code)).toContain('period-assumed');
  });

  test('a form of another plan is refused with what to do without a ledger', async () => {
    await openReturn('2017Q3');
    const text = planText.replace('荆门市', '宜昌市');
    const { checked } = await checkActiveSheet(live, {
      planText: text,
      today: day('2017-10-10'),
      at: AT,
      words,
    });
    const [finding] = checked.findings.filter(({ code }) => code === 'other-plan');
    expect(finding?.details).toEqual({ ledger: 'no' });
  });

  test('both sentences say what was not checked', () => {
    const counts = {
      sheet: '填报表',
      unit: '市财政局',
      rows: 3,
      error: 0,
      errors: 0,
      warning: 0,
      warnings: 0,
    };
    for (const key of ['pane.checkedSheet', 'ribbon.check.sound', 'ribbon.check.marked'] as const) {
      expect(words(key, { ...counts, ledger: 'no' })).toContain('没有核对');
      expect(words(key, { ...counts, ledger: 'yes' })).not.toContain('没有核对');
    }
  });
});
