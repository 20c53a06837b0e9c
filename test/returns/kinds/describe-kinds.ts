import { KINDS } from './kinds';

const ANSWER = { E: '错误（退回更正）', W: '提醒', A: '更正并记录', 读取: '直接读取' } as const;

/** docs/returns.md as the table of kinds has it. */
export function kindsDocument(): string {
  const rows = KINDS.map(({ no, kind, answer, means, findings }) => {
    const codes = [...new Set(findings.map((one) => one.replace(/@.*/, '')))];
    const shown = codes.length === 0 ? '—' : codes.map((code) => `\`${code}\``).join('、');
    return `| ${no} | ${kind} | ${ANSWER[answer]} | ${means} | ${shown} | kinds.test.ts › ${no} |`;
  });
  return [
    '# 填报表的各种情形',
    '',
    '各单位交回的填报表，凡遇下列情形，均按此表处理。“错误”的行（或整份）不汇入，由单位更正；“提醒”的照常汇入，请经办人核对；“更正并记录”的只改写法、不改意思，前后内容列在“校验结果”中。改变意思的更正一律只作建议，经办人确认后才采用，并可撤销。',
    '',
    '本表由 `test/returns/kinds/kinds.ts` 生成（`UPDATE_DOCS=1 npx jest test/returns/kinds`），测试保证两者一致；每种情形至少用三个真实文件检验。',
    '',
    '同样的情形在 .xls、.docx 和剪贴板上的表格（网页格式、带制表符的文字）里也逐一检验。Word 文档和剪贴板没有工作表：16（识别表随工作簿，复制不走）、19（没有隐藏的工作表）、22（前后相接、表头相同的几张表就是一张）、67（没有隐藏的栏目）在那里不会出现；带制表符的文字没有合并单元格（31），只有一列的文字不当作表格（37）。',
    '',
    '同一份填报表（三十多项）由不同软件另存后，逐项读出来一样：LibreOffice（.xlsx、.xls、.ods、.html、.csv、.docx）、Gnumeric（.xlsx、.xls、.ods、.html、.csv）、SheetJS（.xls、.xlsb、.ods、.xml、.html）、openpyxl 和 pandas（.xlsx）、Word 文档，见 `test/returns/writers`。',
    '',
    '文字栏里填的是日期、时间、百分数、金额、分数等数值的，记下的是单元格里显示的样子（按其数字格式，依中文版 Excel 的习惯），不是存着的数；.ods 和网页表格以文件里写明的显示文字为准。不带格式的整数各位都保留，不因栏窄而记成科学记数。',
    '',
    '| 序号 | 情形 | 处理 | 说明 | 问题代码 | 检验 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
