import { GUEST_SUITES } from './cases/all-edits';
import type { Answer } from './cases/guest-case';

const WORD: Readonly<Record<Answer, string>> = {
  kept: '保留，数字不变',
  same: '照常办理，数字不变',
  restored: '恢复并告知，数字不变',
  taken: '作为手工填报记入',
  refused: '不写入，说明哪一格、怎么办',
};

const FAULT: Readonly<Record<string, string>> = {
  'tab-unrecognised': '认不出，且有经办人的内容',
  'tab-renamed': '工作表改了名',
  'tab-missing': '工作表不在了',
  'column-missing': '缺一栏',
  'column-twice': '同名两栏',
  'row-missing': '缺一行',
  'row-twice': '同一行两次',
  'entry-missing': '缺一条填报',
  'cell-unreadable': '单元格无法识别',
  'not-a-ledger': '不是台账',
};

/** docs/guest.md as the table of cases has it. */
export function guestDocument(): string {
  const cases = GUEST_SUITES.flatMap(({ file, cases: own }) => own.map((one) => ({ ...one, file })));
  const rows = cases.map(({ id, edit, answer, fault, file }, index) => {
    const means = fault === undefined ? WORD[answer] : `${WORD[answer]}（${FAULT[fault] ?? fault}）`;
    return `| ${index + 1} | ${edit} | ${means} | ${file} › ${edit} | \`${id}\` |`;
  });
  return [
    '# 经办人在台账里做的事',
    '',
    '工作簿是经办人的。下表逐项列出经办人常对台账做的改动，之后依次做导入填报、核实、汇总、撤销、改设置，本系统怎样处理。“保留”指经办人加的内容原样都在；“恢复并告知”指本系统生成的内容被改动，已改回，并说明原来是什么；“不写入”指文件一个字节也没有改。每项最后再重新生成一次，不再有任何改动。',
    '',
    '本表由 `test/guest/cases` 生成（`UPDATE_DOCS=1 npx jest test/guest/guest-document.test.ts`），测试保证两者一致。改动由 openpyxl 做在真实的 .xlsx 上（`test/guest/openpyxl-edits.py`），openpyxl 做不出的直接写进文件（`test/guest/package-kinds.test.ts`），按文件（命令行、浏览器版所存的文件）检验；`npm test` 在每项改动之后导入一次填报，`npm run test:guest` 依次做全部五种操作；`test/guest/random` 另在各种操作之间随机做这些改动（`GUEST_RUNS=50` 多做一些）；在 Excel 中打开的工作簿由 `test/hosts/excel` 的测试检验，不在本表内。',
    '',
    '| 序号 | 改动 | 处理 | 检验 | 做法 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
