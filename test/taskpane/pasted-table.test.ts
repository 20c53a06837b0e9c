import { checkReturns } from '../../src/app/inbox/check-returns';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { pastedTable } from '../../src/taskpane/session/pasted-table';
import { checksHere } from '../support/checks-here';
import { cellWords } from '../../src/returns/locate/cell-words';
import { formText } from '../../src/returns/typed/form-text';
import { formContent } from '../../src/sheets/tabs/form-measures';
import { period } from '../ledger/builders';
import { filledReturn, ledger } from '../returns/builder';

const [sheet] = filledReturn().sheets;
const CELLS = (sheet?.rows ?? []).map(({ cells }) => {
  const line = Array<string>(13).fill('');
  for (const cell of cells) line[cell.column - 1] = cellWords(cell, false);
  return line;
});
const PAGE = `<html><body><!--StartFragment--><script>window.hit = 1</script><img src=x onerror="window.hit = 1"><TABLE border=1>${CELLS.map((row) => `<tr>${row.map((cell) => `<td onclick="x()">${cell}</td>`).join('')}</tr>`).join('')}</TABLE><!--EndFragment--></body></html>`;
const TABBED = CELLS.map((row) =>
  row.map((cell) => (/[\n"]/.test(cell) ? `"${cell}"` : cell)).join('\t'),
).join('\r\n');

function clipboard(html: string, text: string) {
  return { getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : '') };
}

test.each([
  ['as a word processor or a mail puts it there', clipboard(PAGE, '序号'), '表.html', 'read-other-format'],
  ['as text with tabs', clipboard('', TABBED), '表.csv', 'read-csv'],
  ['as text with tabs beside a page without a table', clipboard('<p>x</p>', TABBED), '表.csv', 'read-csv'],
])('a table %s is a return', async (_what, data, name, code) => {
  const file = pastedTable(data, '表');
  expect(file?.name).toBe(name);
  const read = async () => new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  const [checked] = await checkReturns(
    ledger,
    [{ name, read }],
    createWorkbookFiles(),
    undefined,
    checksHere(ledger),
  );
  expect(checked).toMatchObject({ office: '市审计局', verdict: 'accepted' });
  expect(checked?.rows.map(({ measure }) => measure)).toEqual([48, 94, 127, 128]);
  expect(checked?.findings.map((one) => one.code)).toContain(code);
});

test('the text that a form gives back is a return wherever it is pasted, also out of a chat that put words around it', async () => {
  const content = formContent(ledger, '市审计局', period('2017-11'));
  const rows = content.measures.map(({ no }) => ({
    measure: no,
    answers: { claimedStatus: '推进中', percent: '40', progress: '已印发工作方案' },
  }));
  const { plan, unit } = content;
  const foot = { 填报人: '王建国', 审核人: '李晓燕', 联系电话: '0724-2345678', 填报日期: '2017-10-09' };
  const text = formText({ plan, unit, period: content.period, rows, foot });
  const file = pastedTable(clipboard('<p>王科：</p>', `王科：\n${text}\n请查收`), '表');
  expect(file?.name).toBe('表.txt');
  const read = async () => new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  const [checked] = await checkReturns(ledger, [{ name: '表.txt', read }], createWorkbookFiles());
  expect(checked).toMatchObject({ office: '市审计局', verdict: 'accepted' });
  expect(checked?.rows.map(({ measure }) => measure)).toEqual(content.measures.map(({ no }) => no));
});

test('words, one line with tabs, and a page without a table are no table', () => {
  expect(pastedTable(clipboard('', '请于本周五前报送\n谢谢'), '表')).toBeNull();
  expect(pastedTable(clipboard('', 'a\tb\tc'), '表')).toBeNull();
  expect(pastedTable(clipboard('<p>表格 &lt;table&gt;</p>', '表格'), '表')).toBeNull();
});
