import { GUEST_SUITES } from './cases/all-edits';
import type { Answer, GuestCase } from './cases/guest-case';
import { IN_EXCEL } from './cases/in-excel';

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
  'sheet-protected': '工作表受保护',
  'access-denied': '工作簿结构受保护，须新建工作表的操作',
};

function told(answer: Answer, fault: string | undefined): string {
  return answer === 'refused' && fault !== undefined
    ? `${WORD[answer]}（${FAULT[fault] ?? fault}）`
    : WORD[answer];
}

/** What happens in Excel, and the test of it; why there is none where it cannot be played. */
function inExcel({ id, edit, ...inFile }: GuestCase, suite: string): string {
  const own = IN_EXCEL[id] ?? {};
  if (own.notThere !== undefined) return `${own.notThere} | —`;
  return `${told(own.answer ?? inFile.answer, own.fault ?? inFile.fault)} | ${suite} › ${edit}`;
}

/** docs/guest.md as the table of cases has it. */
export function guestDocument(): string {
  const cases = GUEST_SUITES.flatMap(({ file, inExcel: suite, cases: own }) =>
    own.map((one) => ({ one, file, suite })),
  );
  const rows = cases.map(({ one, file, suite }, index) => {
    const { id, edit, answer, fault } = one;
    const inFile = `${told(answer, fault)} | ${file} › ${edit}`;
    return `| ${index + 1} | ${edit} | ${inFile} | ${inExcel(one, suite)} | \`${id}\` |`;
  });
  return [
    '# 经办人在台账里做的事',
    '',
    '工作簿是经办人的。下表逐项列出经办人常对台账做的改动，之后依次做导入填报、核实、汇总、撤销、改设置，本系统怎样处理：“文件”一栏是命令行和浏览器版所存的文件，“Excel”一栏是在 Excel 中打开的工作簿。“保留”指经办人加的内容原样都在；“恢复并告知”指本系统生成的内容被改动，已改回，并说明原来是什么；“不写入”指一个单元格、一个字节也没有改。每项最后再重新生成一次，不再有任何改动。',
    '',
    '本表由 `test/guest/cases` 生成（`UPDATE_DOCS=1 npx jest test/guest/guest-document.test.ts`），测试保证两者一致。每项只写一次，在两处各做一遍。改动由 openpyxl 做在真实的 .xlsx 上（`test/guest/openpyxl-edits.py`），openpyxl 做不出的直接写进文件（`test/guest/package-kinds.test.ts`）；在 Excel 一栏，同一个文件由模拟的 Excel（`test/excel-host`）打开，经微软原版 office.js 操作，文件带不进去的在那里当面改（`test/guest/cases/in-excel.ts`），做不到的写明原因。`npm test` 在两处各于每项改动之后导入一次填报，`npm run test:guest` 在文件里、`npm run test:guest:excel` 在 Excel 里依次做全部五种操作；`test/guest/random` 另在文件和模拟的 Excel 里，在各种操作之间随机做这些改动（`GUEST_RUNS=50` 多做一些）。',
    '',
    '| 序号 | 改动 | 文件 | 检验（文件） | Excel | 检验（Excel） | 做法 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
