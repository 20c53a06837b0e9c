import { codeOf, onSheet, useExcel } from './support';

const excel = useExcel();

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation
describe('data validation', () => {
  const rules: readonly (readonly [string, Excel.DataValidationRule])[] = [
    ['List', { list: { inCellDropDown: true, source: '已完成,推进中' } }],
    ['WholeNumber', { wholeNumber: { formula1: 0, formula2: 100, operator: 'Between' } }],
    ['Decimal', { decimal: { formula1: 0, operator: 'GreaterThan' } }],
    ['Date', { date: { formula1: '2016-01-01', formula2: '2020-12-31', operator: 'Between' } }],
    ['TextLength', { textLength: { formula1: 255, operator: 'LessThanOrEqualTo' } }],
    ['Custom', { custom: { formula: '=LEN(A1)>1' } }],
  ];

  test.each(rules)('of type %s', async (type, rule) => {
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A9');
      dataValidation.rule = rule;
      dataValidation.prompt = { showPrompt: true, title: '填报', message: '按要求填' };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '不对', message: '请改' };
      dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      await context.sync();
      expect(dataValidation.toJSON()).toMatchObject({
        type,
        rule,
        prompt: { title: '填报' },
        errorAlert: { style: 'Stop' },
      });
    });
  });

  const refused: readonly (readonly [string, unknown])[] = [
    ['no rule', {}],
    ['two rules', { list: { inCellDropDown: true, source: 'a' }, custom: { formula: '=TRUE' } }],
    ['an inline list over 255 characters', { list: { inCellDropDown: true, source: '字'.repeat(256) } }],
    ['an empty list', { list: { inCellDropDown: true, source: '' } }],
    ['an unknown operator', { decimal: { formula1: 1, operator: 'Roughly' } }],
    ['one bound for between', { decimal: { formula1: 1, operator: 'Between' } }],
  ];
  test.each(refused)('%s is InvalidArgument', async (_, rule) => {
    const work = onSheet(
      (sheet) => void (sheet.getRange('A1').dataValidation.rule = rule as Excel.DataValidationRule),
    );
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  test('a prompt title over 32 characters is InvalidArgument', async () => {
    const prompt = { showPrompt: true, title: '字'.repeat(33), message: '' };
    expect(await codeOf(onSheet((sheet) => void (sheet.getRange('A1').dataValidation.prompt = prompt)))).toBe(
      'InvalidArgument',
    );
  });

  test('set on part of a block leaves the rest, and the block reads as mixed', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A9').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('A4:A5').dataValidation.rule = { list: { inCellDropDown: true, source: 'c' } };
      const types = ['A1:A3', 'A4', 'A6:A9', 'A1:A9', 'A8:A12', 'C1'].map((address) =>
        sheet.getRange(address).dataValidation.load('type'),
      );
      await context.sync();
      expect(types.map(({ type }) => type)).toEqual([
        'List',
        'List',
        'List',
        'MixedCriteria',
        'Inconsistent',
        'None',
      ]);
    });
  });

  test('a list from a range refers to its cells', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange('F1:F3') },
      };
    });
    expect(excel().host.sheet('Sheet1').validations[0]?.validation.rule?.settings).toMatchObject({
      source: '=Sheet1!$F$1:$F$3',
    });
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-conditional-formatting
describe('conditional formats', () => {
  test('a new rule comes first; rules are found by the cells they touch', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (const [address, formula] of [
        ['A2:C9', '=$B2="逾期"'],
        ['A2:C9', '=$B2="临期"'],
        ['E1:E9', '=E1>1'],
      ] as const) {
        const rule = sheet.getRange(address).conditionalFormats.add('Custom');
        rule.custom.rule.formula = formula;
        rule.custom.format.fill.color = '#FFC7CE';
        rule.custom.format.font.bold = true;
      }
      const found = sheet
        .getRange('B5')
        .conditionalFormats.load(
          'items/type,items/priority,items/custom/rule/formula,items/custom/format/fill/color',
        );
      const count = sheet.getRange('A1:Z99').conditionalFormats.getCount();
      await context.sync();
      expect(
        found.items.map(({ custom, priority }) => [custom.rule.formula, custom.format.fill.color, priority]),
      ).toEqual([
        ['=$B2="临期"', '#FFC7CE', 1],
        ['=$B2="逾期"', '#FFC7CE', 2],
      ]);
      expect(count.value).toBe(3);
    });
    await onSheet((sheet) => sheet.getRange('A:C').conditionalFormats.clearAll());
    expect(
      excel()
        .host.sheet('Sheet1')
        .conditionalFormats.map(({ formula }) => formula),
    ).toEqual(['=E1>1']);
  });

  test('a broken formula is InvalidArgument', async () => {
    const work = onSheet((sheet) => {
      sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=IF(';
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});
