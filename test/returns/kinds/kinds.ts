import { execFileSync } from 'node:child_process';
import { zipSync } from 'fflate';
import type { ReturnFile } from '../../../src/app/inbox/check-returns';
import { fromSerial } from '../../../src/base/calendar';
import type { Ledger } from '../../../src/ledger/ledger';
import type { ReportEntry, Verdict } from '../../../src/ledger/records';
import type { RawRow, RawWorkbook } from '../../../src/base/raw-sheet';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { fixture } from '../../hosts/file/other-formats/fixture';
import { oldWorkbook } from '../../hosts/file/other-formats/old-workbook';
import { webArchive } from '../../hosts/file/other-formats/web-archive-file';
import { wordReturn } from '../../hosts/file/document/word-return-file';
import { compoundFile } from '../../hosts/file/compound-file';
import { AT, day, done, period } from '../../ledger/builders';
import { unzipped, zipped } from '../../support/unzipped';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import {
  DONE,
  FORM_HEADER_ROW,
  UNIT,
  columnOf,
  filledReturn,
  ledger,
  onForm,
  onSheet,
  withAnswers,
  withCell,
  withoutIdentity,
  type Answers,
} from '../builder';
import { WRITERS, writeRaw } from './write-raw';

/** E 错误 · W 提醒 · A 更正并记录; “读取” where there is nothing to say. */
export type Answer = 'E' | 'W' | 'A' | '读取';

export interface Kind {
  readonly no: number;
  /** In the clerk's words, as docs/returns.md prints it. */
  readonly kind: string;
  readonly answer: Answer;
  /** What happens, in the clerk's words. */
  readonly means: string;
  /** “code@cell” of every finding of every file, in order. */
  readonly findings: readonly string[];
  readonly verdict: Verdict;
  /** What is handed in together, several times over. */
  readonly files: () => Promise<readonly (readonly ReturnFile[])[]>;
  /** What they are handed in to. */
  readonly ledger: Ledger;
}

function file(name: string, bytes: Uint8Array): ReturnFile {
  return { name, read: () => Promise.resolve(bytes) };
}

/** The workbook as each of the writers puts it into a file. */
function written(...workbooks: readonly (RawWorkbook | (() => RawWorkbook))[]): Kind['files'] {
  return () =>
    Promise.all(
      workbooks.flatMap((one) => {
        const workbook = typeof one === 'function' ? one() : one;
        return WRITERS.map(async (writer) => [file(workbook.file, await writeRaw(workbook, writer))]);
      }),
    );
}

function bytes(...files: readonly (readonly [name: string, bytes: Uint8Array])[]): Kind['files'] {
  return () => Promise.resolve(files.map(([name, content]) => [file(name, content)]));
}

const answers = (change: Answers, row = 5) => filledReturn({ [row]: change });
const ascii = (text: string) => new TextEncoder().encode(text);
const sound = () => writeRaw(filledReturn(), 'inline strings');

function csvText(separator = ','): string {
  const [sheet] = filledReturn().sheets;
  return (sheet?.rows ?? [])
    .map(({ cells }) => {
      const line = Array.from({ length: 13 }, () => '');
      for (const { column, value } of cells)
        line[column - 1] =
          column === 5 && typeof value === 'number' ? (fromSerial(value) ?? '') : String(value);
      return line
        .map((one) => (/[,\n"\t]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one))
        .join(separator);
    })
    .join('\r\n');
}

function utf16(text: string): Uint8Array {
  const units = new Uint8Array(2 + text.length * 2);
  units.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at++)
    new DataView(units.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return units;
}

const headed = (text: string) => withCell(withoutIdentity(filledReturn()), 2, 2, text);
const renumber = (rows: readonly RawRow[]) => rows.map((row, index) => ({ ...row, row: index + 1 }));
const header = (column: number, text: string | null) =>
  withCell(filledReturn(), FORM_HEADER_ROW, column, text);
const extraRow = (change: Answers) =>
  onForm(filledReturn(), (rows) => [
    ...rows.filter(({ row }) => row < 9),
    withAnswers({ row: 9, hidden: false, cells: [] }, { claimedStatus: '推进中', ...change }),
  ]);
const identity = (key: number, value: string | number): RawWorkbook => {
  const form = filledReturn();
  return {
    ...form,
    sheets: form.sheets.map((sheet) =>
      sheet.visibility !== 'veryHidden'
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.row === key ? { ...row, cells: [...row.cells.slice(0, 1), { column: 2, value }] } : row,
            ),
          },
    ),
  };
};
const other = (name: string, visibility: 'visible' | 'hidden' = 'visible') => ({
  name,
  visibility,
  rows: [{ row: 1, hidden: false, cells: [{ column: 1, value: '参考资料' }] }],
  merges: [],
});
const split = (): RawWorkbook => {
  const form = filledReturn();
  const [first, ...rest] = form.sheets;
  if (first === undefined) throw new Error('the form has a sheet');
  const part = (from: number, to: number) =>
    first.rows.filter(({ row }) => row <= FORM_HEADER_ROW || (row >= from && row <= to));
  return {
    ...form,
    sheets: [{ ...first, rows: part(5, 6) }, { ...first, name: '续表', rows: part(7, 8) }, ...rest],
  };
};
const twoLines = () =>
  onForm(filledReturn(), (rows) =>
    rows.flatMap((row): RawRow[] => {
      if (row.row < FORM_HEADER_ROW) return [row];
      if (row.row > FORM_HEADER_ROW) return [{ ...row, row: row.row + 1 }];
      const [upper, lower] = [
        row.cells.filter(({ column }) => column < 6),
        row.cells.filter(({ column }) => column >= 6),
      ];
      return [
        { ...row, cells: [...upper, { column: 6, value: '本期情况' }] },
        { ...row, row: row.row + 1, cells: lower },
      ];
    }),
  );
const note = (text: string): RawRow => ({ row: 0, hidden: false, cells: [{ column: 2, value: text }] });

/** As Chinese Windows saves it, by the system's own converter. */
const gbk = (text: string) =>
  new Uint8Array(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: text }));

const E = 'needs-correction';
const OK = 'accepted';
const NO = 'rejected';

type Row = readonly [
  kind: string,
  answer: Answer,
  means: string,
  findings: readonly string[],
  verdict: Verdict,
  files: Kind['files'],
  ledger?: Ledger,
];

/** Not a word why nothing was begun. */
const SILENT: Answers = { claimedStatus: '未启动', percent: 0, nextSteps: null };

/** A ledger to which the unit reported its first measure done the month before. */
function doneLastPeriod(): Ledger {
  const entry: ReportEntry = {
    kind: 'report',
    id: 1,
    batch: 'B0001',
    at: AT,
    origin: 'return',
    measure: 48,
    unit: UNIT,
    period: period('2017-10'),
    report: done('2017-10-01'),
    previousStatus: null,
    file: '',
    sha256: '',
  };
  return { ...ledger, entries: [entry] };
}

/** The kinds of untidy return, in the order in which the office counts them. */
const ROWS: readonly Row[] = [
  [
    '.xls 旧格式',
    'A',
    '照常读取（Excel 97 和 95）；.xlsb、.ods、Excel 2003 的 XML、网页表格（.html、.mht）、Word 文档（.docx）里的表格同此；标注件是 .xlsx',
    ['read-other-format'],
    OK,
    bytes(
      ['a.xls', oldWorkbook(filledReturn())],
      ['b.xls', fixture('excel-97.xls')],
      ['c.XLS', fixture('excel-95.xls')],
      ['d.xlsb', oldWorkbook(filledReturn(), 'xlsb')],
      ['e.ods', oldWorkbook(filledReturn(), 'ods')],
      ['f.xml', oldWorkbook(filledReturn(), 'xlml')],
      ['g.html', oldWorkbook(filledReturn(), 'html')],
      ['h.mht', webArchive([oldWorkbook(filledReturn(), 'html')])],
      ['i.docx', wordReturn(filledReturn())],
    ),
  ],
  [
    '.et、.ett（WPS 格式）',
    'A',
    '内容与 .xls 相同，照常读取；标注件是 .xlsx',
    ['read-other-format'],
    OK,
    bytes(
      ['a.et', oldWorkbook(filledReturn())],
      ['b.ett', fixture('excel-97.xls')],
      ['c.ET', fixture('excel-95.xls')],
    ),
  ],
  [
    '.doc、.wps、.rtf（旧版 Word）',
    'E',
    '请另存为 .docx，或填写 Excel 填报表',
    ['file-word-or-pdf'],
    NO,
    bytes(
      ['a.doc', compoundFile(['WordDocument'])],
      ['b.doc', ascii('{\\rtf1\\ansi}')],
      ['c.wps', compoundFile(['WordDocument', '1Table'])],
    ),
  ],
  [
    'PDF',
    'E',
    '请填写 Excel 填报表，或发送带表格的 .docx（图片、扫描件同此）',
    ['file-word-or-pdf'],
    NO,
    bytes(
      ['a.pdf', ascii('%PDF-1.7')],
      ['b.xlsx', ascii('%PDF-1.4 x')],
      ['c.ofd', zipSync({ 'OFD.xml': ascii('<o/>') })],
    ),
  ],
  [
    '.csv（UTF-8、UTF-16、GBK）',
    'A',
    '识别编码和分隔符，按各栏读取',
    ['read-csv'],
    OK,
    bytes(
      ['市审计局.csv', ascii(csvText())],
      ['市审计局.csv', ascii(`\ufeff${csvText('\t')}`)],
      ['市审计局.csv', utf16(csvText(';'))],
      ['市审计局.csv', gbk(csvText())],
    ),
  ],
  [
    '后缀与内容不符',
    'A',
    '按实际格式读取',
    ['wrong-extension'],
    OK,
    async () => {
      const content = await sound();
      return ['a.xls', 'b.et', 'c.doc'].map((name) => [file(name, content)]);
    },
  ],
  [
    '设有打开密码',
    'E',
    '请取消密码',
    ['file-encrypted'],
    NO,
    bytes(
      ['a.xlsx', compoundFile(['EncryptedPackage'])],
      ['b.xls', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
      ['c.xlsx', compoundFile(['EncryptedPackage', 'x'])],
    ),
  ],
  ['只有工作表保护', '读取', '直接读取', [], OK, written(filledReturn())],
  [
    '.xlsm（带宏）',
    'W',
    '只读数值',
    ['has-macros'],
    OK,
    async () =>
      Promise.all(
        (['inline strings', 'shared strings', 'inline strings'] as const).map(async (writer, index) => [
          file(`${index}.xlsm`, await writeRaw({ ...filledReturn(), hasMacros: true }, writer)),
        ]),
      ),
  ],
  [
    '空文件',
    'E',
    '请重新发送（损坏的同此）',
    ['file-empty'],
    NO,
    bytes(['a.xlsx', new Uint8Array()], ['b.xlsx', new Uint8Array(4096)], ['c.csv', ascii(' \r\n ')]),
  ],
  [
    '一个压缩包里有多份',
    'A',
    '逐份读取',
    [],
    OK,
    async () => {
      const content = await sound();
      return [
        { '市审计局.xlsx': content, '__MACOSX/._x': ascii('x') },
        { '一/市审计局.xlsx': content, '.DS_Store': ascii('x') },
        { '内.zip': zipSync({ '市审计局.xlsx': content }) },
      ].map((parts) => [file('回收.zip', zipSync(parts))]);
    },
  ],
  [
    '同一单位同一期有不同的两份',
    'W',
    '并列，由经办人选定',
    ['several-files', 'several-files'],
    OK,
    async () => {
      const twin = await writeRaw(answers({ percent: 61 }), 'inline strings');
      const first = await sound();
      return ['最终版', 'v2', '(1)'].map((name) => [
        file('市审计局.xlsx', first),
        file(`市审计局${name}.xlsx`, twin),
      ]);
    },
  ],
  [
    '同一份文件发了两次',
    'A',
    '只计一次',
    ['same-file-twice'],
    OK,
    async () => {
      const content = await sound();
      return ['副本', '2', '再发'].map((name) => [
        file('市审计局.xlsx', content),
        file(`市审计局${name}.xlsx`, content),
      ]);
    },
  ],
  [
    '全是其他单位的措施',
    'E',
    '整份不汇入',
    ['row-foreign@B5', 'foreign-rows-only'],
    NO,
    written(() =>
      onForm(
        withCell(
          withoutIdentity(
            rawFromBlueprint(formWorkbook(ledger, '市环保局', ledger.settings.period), 'a.xlsx'),
          ),
          2,
          2,
          '填报单位：市审计局 报送期：2017-11',
        ),
        (rows) => rows.filter(({ row }) => row <= 5),
      ),
    ),
  ],
  [
    '上期的填报表',
    'E',
    '请用本期填报表',
    ['period-wrong@B2'],
    NO,
    written(() => headed('填报单位：市审计局 报送期：2017年10月')),
  ],
  ['旧版填报表', 'W', '按栏目名称读取', ['old-form'], OK, written(() => identity(4, 0))],
  [
    '引用其他工作簿',
    'W',
    '按已保存的数值读取',
    ['external-links'],
    OK,
    async () =>
      Promise.all(
        (['inline strings', 'shared strings', 'inline strings'] as const).map(async (writer, index) => [
          file(`${index}.xlsx`, await writeRaw({ ...filledReturn(), hasExternalLinks: true }, writer)),
        ]),
      ),
  ],
  [
    '有多张工作表',
    '读取',
    '表头最全的一张为准',
    [],
    OK,
    written(() => {
      const form = filledReturn();
      return { ...form, sheets: [other('说明'), ...form.sheets] };
    }),
  ],
  [
    '数据在隐藏工作表',
    'W',
    '读取并提醒',
    ['hidden-sheet'],
    OK,
    written(() => {
      const form = onSheet(filledReturn(), (sheet) => ({ ...sheet, visibility: 'hidden' }));
      return { ...form, sheets: [other('空表'), ...form.sheets] };
    }),
  ],
  [
    '工作表改名',
    '读取',
    '不看表名',
    [],
    OK,
    written(() => onSheet(filledReturn(), (sheet) => ({ ...sheet, name: '审计局11月' }))),
  ],
  [
    '数据在 Sheet2',
    '读取',
    '逐张查找',
    [],
    OK,
    written(() => {
      const form = onSheet(filledReturn(), (sheet) => ({ ...sheet, name: 'Sheet2' }));
      return { ...form, sheets: [other('Sheet1'), ...form.sheets] };
    }),
  ],
  ['分在几张工作表', 'W', '合并读取', ['sheet-chosen', 'rows-split'], OK, written(split)],
  [
    '表头上方有标题行',
    '读取',
    '自动跳过',
    [],
    OK,
    written(() => onForm(filledReturn(), (rows) => rows.map((row) => ({ ...row, row: row.row + 3 })))),
  ],
  [
    '表头移位',
    '读取',
    '按栏目名称查找',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) =>
        rows.map((row) => ({
          ...row,
          row: row.row + 9,
          cells: row.cells.map((cell) => ({ ...cell, column: cell.column + 4 })),
        })),
      ),
    ),
  ],
  ['两行表头', '读取', '合并识别', [], OK, written(twoLines)],
  [
    '栏目名称改动',
    'A',
    '按同义词识别',
    ['header-renamed@I4'],
    OK,
    written(() => header(columnOf('progress'), '落实情况')),
  ],
  [
    '表头有换行、空格',
    '读取',
    '不计空白',
    [],
    OK,
    written(() => header(columnOf('progress'), '进 展\n情 况')),
  ],
  [
    '缺栏目',
    'E',
    '缺“序号”“填报状态”的不汇入，缺其他栏目的提醒',
    ['column-missing'],
    NO,
    written(() => header(columnOf('claimedStatus'), null)),
  ],
  ['增加栏目', 'W', '不采用', ['column-added@N4'], OK, written(() => header(14, '分管领导'))],
  [
    '栏目换序',
    '读取',
    '按栏目名称对应',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) =>
        rows.map((row) => ({
          ...row,
          cells: row.cells
            .map((cell) => ({ ...cell, column: 30 - cell.column }))
            .sort((a, b) => a.column - b.column),
        })),
      ),
    ),
  ],
  [
    '合并单元格',
    'W',
    '任务栏直接读取；状态栏逐行套用并提醒',
    ['status-merged@F6'],
    OK,
    written(() =>
      onSheet(withCell(filledReturn(), 6, 6, null), (sheet) => ({
        ...sheet,
        merges: [{ top: 5, bottom: 6, left: 6, right: 6 }],
      })),
    ),
  ],
  [
    '中间重复表头',
    '读取',
    '自动跳过',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) => renumber([...rows.slice(0, 6), rows[3] as RawRow, ...rows.slice(6)])),
    ),
  ],
  [
    '空行',
    '读取',
    '自动跳过',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) => rows.map((row) => (row.row > 6 ? { ...row, row: row.row + 2 } : row))),
    ),
  ],
  [
    '合计、填表人、注',
    '读取',
    '自动跳过',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) => renumber([...rows, note('合计'), note('注：截至11月底')])),
    ),
  ],
  [
    '隐藏或筛选掉的行',
    'W',
    '照常读取',
    ['hidden-row@B6'],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) => rows.map((row) => (row.row === 6 ? { ...row, hidden: true } : row))),
    ),
  ],
  [
    '已用区域直到第 1048576 行',
    '读取',
    '只读有内容的行',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) => [
        ...rows,
        { row: 1_048_576, hidden: false, cells: [{ column: 16_384, value: ' ' }] },
      ]),
    ),
  ],
  [
    '整张表挤在一列',
    'E',
    '请分栏填写',
    ['one-column'],
    NO,
    written(() =>
      onForm(withoutIdentity(filledReturn()), () => [
        { row: 1, hidden: false, cells: [{ column: 1, value: '序号 措施内容 填报状态 进展情况' }] },
      ]),
    ),
  ],
  [
    '序号写法不同',
    'A',
    '（１２）、12、第12项、十二 都读作数字',
    ['number-tidied@B5'],
    OK,
    written(
      () => answers({ measure: '（４８）' }),
      () => answers({ measure: '第48项' }),
      () => answers({ measure: '48、' }),
    ),
  ],
  [
    '序号变成日期',
    'E',
    '待确认后采用',
    ['number-is-date@B5'],
    E,
    written(() => answers({ measure: { value: 43_101, format: 'm-d' } })),
  ],
  [
    '序号重新编排',
    'W',
    '按识别码或措施内容认定',
    ['row-renumbered@B5'],
    OK,
    written(() => answers({ measure: 1 })),
  ],
  [
    '缺行',
    'E',
    '列出缺报的序号',
    ['rows-missing'],
    E,
    written(
      () => onForm(filledReturn(), (rows) => rows.filter(({ row }) => row !== 7)),
      () => withoutIdentity(onForm(filledReturn(), (rows) => rows.filter(({ row }) => row !== 7))),
    ),
  ],
  [
    '多行',
    'W',
    '不采用',
    ['row-added@B9'],
    OK,
    written(() => extraRow({ measure: 999, text: '本单位自行增加的工作' })),
  ],
  [
    '同一序号两行',
    'E',
    '两行都不采用',
    ['row-twice@B5', 'row-twice@B9'],
    E,
    written(() =>
      onForm(filledReturn(), (rows) => [
        ...rows.filter(({ row }) => row < 9),
        { ...(rows[4] as RawRow), row: 9 },
      ]),
    ),
  ],
  [
    '行序改变',
    '读取',
    '按序号对应',
    [],
    OK,
    written(() =>
      onForm(filledReturn(), (rows) =>
        renumber([...rows.slice(0, 4), ...rows.slice(4, 8).reverse(), ...rows.slice(8)]),
      ),
    ),
  ],
  [
    '分行 12.1',
    'W',
    '不单独采用',
    ['row-sub@B9'],
    OK,
    written(() => extraRow({ measure: '48.1', text: '其中：第一阶段' })),
  ],
  [
    '措施内容被改',
    'W',
    '列出差异，以方案为准',
    ['text-edited@D5'],
    OK,
    written(() => answers({ text: '对领导干部实行自然资源资产离任审计和绩效审计。' })),
  ],
  [
    '时限或牵头单位被改',
    'E',
    '请恢复或另行申请',
    ['deadline-edited@E5'],
    E,
    written(
      () => answers({ deadline: '2018-12-31' }),
      () => answers({ deadline: '2018年6月底' }),
    ),
  ],
  [
    '其他单位的行',
    'E',
    '该行不采用',
    ['row-foreign@B9'],
    E,
    written(() => extraRow({ key: 'M013', measure: 13 })),
  ],
  [
    '多余空格、不可见字符、句号',
    'A',
    '去除',
    ['value-tidied@F5'],
    OK,
    written(
      () => answers({ claimedStatus: '推进中。' }),
      () => answers({ claimedStatus: '\u00a0推进中\u200b' }),
    ),
  ],
  [
    '已完成的其他说法',
    'A',
    '读作已完成',
    ['status-synonym@F5'],
    OK,
    written(
      () => answers({ ...DONE, claimedStatus: '办结' }),
      () => answers({ ...DONE, claimedStatus: '√' }),
    ),
  ],
  [
    '推进中的其他说法',
    'W',
    '基本完成、大部分完成、已完成80% 只算推进中',
    ['status-softened@F5'],
    OK,
    written(
      () => answers({ claimedStatus: '基本完成' }),
      () => answers({ claimedStatus: '已完成80%' }),
    ),
  ],
  [
    '未启动、长期坚持的其他说法',
    'A',
    '读作相应状态',
    ['status-synonym@F5'],
    OK,
    written(
      () => answers({ claimedStatus: '尚未启动', percent: 0 }),
      () => answers({ claimedStatus: '常态化' }),
    ),
  ],
  [
    '没有填状态',
    'E',
    '空白、/、无、同上都须补填',
    ['status-missing@F5'],
    E,
    written(
      () => answers({ claimedStatus: null }),
      () => answers({ claimedStatus: '同上' }),
    ),
  ],
  [
    '一格两种状态',
    'E',
    '请只选一种',
    ['status-two@F5'],
    E,
    written(
      () => answers({ claimedStatus: '已完成/推进中' }),
      () => answers({ claimedStatus: '推进中、未启动' }),
    ),
  ],
  [
    '只用颜色标示状态',
    'W',
    '颜色不能读取，状态须补填',
    ['status-colour-only@F5', 'status-missing@F5'],
    E,
    written(() =>
      onSheet(answers({ claimedStatus: null }), (sheet) => ({
        ...sheet,
        fills: [{ row: 5, column: 6, color: '00B050' }],
      })),
    ),
  ],
  [
    '进度写法不同',
    'A',
    '80%、0.8、80 都读作 80；超出 0—100 的为错误',
    ['percent-tidied@G5'],
    OK,
    written(
      () => answers({ percent: '80%' }),
      () => answers({ percent: 0.8 }),
    ),
  ],
  [
    '日期写法不同',
    'A',
    '读作标准日期；只有年月的取月末并提醒',
    ['date-tidied@H5'],
    OK,
    written(
      () => answers({ ...DONE, completedOn: '2017.10.31' }),
      () => answers({ ...DONE, completedOn: 20_171_031 }),
      () => answers({ ...DONE, completedOn: '２０１７年１０月３１日' }),
    ),
  ],
  [
    '“12月底前”',
    'W',
    '按当年月末读取',
    ['date-loose@H5'],
    OK,
    written(
      () => answers({ ...DONE, completedOn: '10月底前' }),
      () => answers({ ...DONE, completedOn: '10月底' }),
    ),
  ],
  [
    '不存在的日期',
    'E',
    '请填真实日期；1904 日期系统照常换算',
    ['date-impossible@H5'],
    E,
    written(
      () => answers({ ...DONE, completedOn: '2017-02-30' }),
      () => answers({ ...DONE, completedOn: '2017年9月31日' }),
    ),
  ],
  [
    '公式',
    'A',
    '取其结果；错误值为错误',
    ['cell-formula@G5'],
    OK,
    written(
      () => answers({ percent: { value: 60, formula: '30+30' } }),
      () => answers({ percent: { value: 60, formula: 'SUM(20,40)' } }),
    ),
  ],
  [
    '已完成却缺完成日期',
    'E',
    '缺日期、日期在统计截止日之后为错误；缺佐证材料为提醒',
    ['done-without-date@H5'],
    E,
    written(
      () => answers({ ...DONE, completedOn: null }),
      () => answers({ ...DONE, completedOn: '/' }),
    ),
  ],
  [
    '过期未启动又未说明',
    'E',
    '请写明存在问题或下一步打算；未启动却有进度的为提醒',
    ['not-started-unexplained@J5'],
    E,
    written(
      () => answers(SILENT),
      () => answers({ ...SILENT, percent: null }),
      () => withoutIdentity(answers({ ...SILENT, evidence: '荆审发〔2017〕12号' })),
    ),
    { ...ledger, settings: { ...ledger.settings, asOf: day('2018-01-01') } },
  ],
  [
    '上期已完成、本期倒退',
    'W',
    '请核对，确有反复的写明原因',
    ['status-went-back@F5'],
    OK,
    written(
      () => answers({}),
      () => answers({ claimedStatus: '未启动', percent: 0, problems: '审计组抽调他用' }),
    ),
    doneLastPeriod(),
  ],
  [
    '进展过短、套话、与上期雷同',
    'W',
    '请写明做了什么',
    ['progress-short@I5'],
    OK,
    written(() => answers({ progress: '正在推进' })),
  ],
  [
    '单位简称、承接单位、县区同名单位',
    'E',
    '简称自动对应，承接单位提醒，县区同名单位不认',
    ['unit-unknown@B2'],
    NO,
    written(() => headed('填报单位：掇刀区审计局 报送期：2017-11')),
  ],
  [
    '单元格里是图片',
    'W',
    '图片里的文字不能读取，文字栏记作“（图片）”，该行照常汇入',
    ['cell-picture@L5'],
    OK,
    written(
      () =>
        answers({ ...DONE, evidence: { value: '=DISPIMG("ID_1",1)', formula: '_xlfn.DISPIMG("ID_1",1)' } }),
      () => answers({ ...DONE, evidence: '=DISPIMG("ID_1",1)' }),
    ),
  ],
  [
    '隐藏的栏目',
    'W',
    '照常读取',
    ['hidden-column@I4'],
    OK,
    written(() => onSheet(filledReturn(), (sheet) => ({ ...sheet, hiddenColumns: [{ from: 9, to: 9 }] }))),
  ],
  [
    '文字在文件里丢失',
    'E',
    '该格须重新填写',
    ['cell-text-lost@I5'],
    E,
    async () => {
      const lost = async (change: (sheet: string) => string) => {
        const form = answers({ progress: '已丢失' });
        const parts = unzipped(await writeRaw(form, 'shared strings'));
        const sheet = 'xl/worksheets/sheet1.xml';
        const broken = { ...parts, [sheet]: change(parts[sheet] ?? '') };
        return [file(form.file, zipped(broken))];
      };
      const cell = /(<c r="I5" [^>]*><v>)\d+/;
      return Promise.all(
        ['99999', '-1', 'x'].map((index) => lost((sheet) => sheet.replace(cell, `$1${index}`))),
      );
    },
  ],
];

export const KINDS: readonly Kind[] = ROWS.map(
  ([kind, answer, means, findings, verdict, files, into = ledger], index) => ({
    no: index + 1,
    kind,
    answer,
    means,
    findings,
    verdict,
    files,
    ledger: into,
  }),
);
