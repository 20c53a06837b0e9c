import { day, report } from '../ledger/builders';
import { hasOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { checkedReturn, runStep, standingWorkbook, type Step } from './use-cases';

jest.setTimeout(60_000);

const LONG = '会同有关单位召开推进会，梳理问题清单，逐项明确责任人和完成时限。'.repeat(60);

const EXTENDED = { measure: 4, unit: '市物价局' };
const EXTENSION: readonly Step[] = [
  {
    name: 'applyForExtension',
    input: {
      application: { ...EXTENDED, newDeadline: day('2019-06-30'), reason: '职责正在交接' },
      on: day('2018-05-02'),
    },
  },
  {
    name: 'decideExtension',
    input: { target: EXTENDED, decision: 'approved', reason: '同意', on: day('2018-05-03') },
  },
];

const inProgress = (progress: string) => report({ status: 'inProgress', percent: 60, progress });

/** A long answer makes the letters of its cell smaller. */
const LONG_ANSWER: readonly Step[] = [
  { name: 'collect', input: { checked: [checkedReturn('市财政局', '2018Q1', [[6, inProgress(LONG)]])] } },
];

(hasOpenpyxl ? test : test.skip).each<
  [what: string, header: string, measure: number, steps: readonly Step[]]
>([
  ['an extension is approved', '完成时限', 4, EXTENSION],
  ['a long answer comes in', '最新进展', 6, LONG_ANSWER],
])('when %s, the clerk’s fill and letters on that cell stay', async (_, header, measure, steps) => {
  const found = `book = openpyxl.load_workbook(path)
sheet = book['台账']
columns = {cell.value: cell.column for row in sheet.iter_rows(max_row=6) for cell in row}
line = next(row for row in range(1, 40) if sheet.cell(row, columns['序号']).value == ${measure})
cell = sheet.cell(line, columns['${header}'])
`;
  let bytes = await runOpenpyxl(
    `${found}from openpyxl.styles import PatternFill, Font
cell.fill = PatternFill('solid', fgColor='FFFFFF00')
cell.font = Font(name='楷体', size=10, bold=True, color='FFC00000')
book.save(path)`,
    await standingWorkbook(),
  );
  for (const step of steps) ({ bytes } = await runStep(bytes, step));
  await runOpenpyxl(
    `${found}assert cell.fill.fgColor.rgb == 'FFFFFF00', cell.fill.fgColor.rgb
assert (cell.font.name, cell.font.bold, cell.font.color.rgb) == ('楷体', True, 'FFC00000'), cell.font
assert '${header}' != '完成时限' or '延' in cell.number_format, cell.number_format
assert '${header}' != '最新进展' or cell.font.size < 10, cell.font.size`,
    bytes,
  );
});
