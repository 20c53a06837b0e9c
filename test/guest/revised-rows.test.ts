import { buildLedger } from '../../src/app/changes/build-ledger';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import { parsePlan } from '../../src/plan/parse';
import { AT, day } from '../ledger/builders';
import { drawIn } from '../support/ledger-in';
import { unzipped, zipped } from '../support/unzipped';
import { insertCells, withPart } from './package-edits';
import { runStep } from './use-cases';

jest.setTimeout(60_000);

const MEASURES = {
  甲: '修订政府工作规则，完善重大行政决策程序。（市政府办公室牵头，2023年6月底前完成）',
  乙: '清理规范性文件，公布继续有效的目录。（市司法局牵头，2023年9月底前完成）',
  丙: '建设行政执法监督平台，归集执法数据。（市司法局牵头，2023年12月底前完成）',
  丁: '开展执法人员轮训和资格考试。（市委党校牵头，2023年12月底前完成）',
  戊: '推进公共法律服务进村进社区。（市民政局牵头，2023年12月底前完成）',
  己: '编制部门权责清单并向社会公布。（市委编办牵头，2023年8月底前完成）',
  庚: '规范行政复议案件办理流程。（市信访局牵头，2023年10月底前完成）',
} as const;
type Name = keyof typeof MEASURES;

const planText = (names: string): string =>
  ['江口市2023年工作要点', ...[...names].map((name, at) => `${at + 1}. ${MEASURES[name as Name]}`)].join(
    '\n',
  );

/** Column T, in which nothing is ours. */
const REMARKS = 'T';
const FIRST_ROW = 4;

async function remarked(names: string): Promise<Uint8Array> {
  const host = FileWorkbookHost.create();
  await drawIn(host, buildLedger(planText(names), { asOf: day('2023-07-01'), at: AT }));
  const cells = [...names].map((name, at) => [`${REMARKS}${FIRST_ROW + at}`, `批${name}`]);
  return zipped(
    withPart(unzipped(await host.toBytes()), '台账', (xml) => insertCells(xml, Object.fromEntries(cells))),
  );
}

/** By row of 台账 that holds anything: its number and measure, and the remark beside it; `-` where there is none. */
function rowsOf(bytes: Uint8Array): string {
  const sheet = readWorkbook(bytes, '台账.xlsx').sheets.find(({ name }) => name === '台账');
  const nameOf = (words: readonly string[]) =>
    (Object.keys(MEASURES) as Name[]).find((name) =>
      words.some((word) => MEASURES[name].startsWith(word.slice(0, 8))),
    );
  return (sheet?.rows ?? [])
    .filter(({ row, cells }) => row >= FIRST_ROW && cells.some(({ value }) => value !== ''))
    .map(({ cells }) => {
      const words = cells.flatMap(({ value }) =>
        typeof value === 'string' && value.length > 8 ? [value] : [],
      );
      const remark = cells.find(({ value }) => typeof value === 'string' && value.startsWith('批'))?.value;
      const no = cells.find(({ column }) => column === 1)?.value;
      return `${typeof no === 'number' ? `${no}${nameOf(words) ?? '?'}` : '-'}${typeof remark === 'string' ? remark.slice(1) : '-'}`;
    })
    .join(' ');
}

test.each<[what: string, before: string, after: readonly string[], rows: string]>([
  ['one is put in first', '甲乙丙丁', ['己甲乙丙丁'], '1己- 2甲甲 3乙乙 4丙丙 5丁丁'],
  ['one is put in between', '甲乙丙丁', ['甲乙己丙丁'], '1甲甲 2乙乙 3己- 4丙丙 5丁丁'],
  ['one is struck out', '甲乙丙丁', ['甲丙丁'], '1甲甲 -乙 2丙丙 3丁丁'],
  ['one takes the place of another', '甲乙丙丁', ['甲己丙丁'], '1甲甲 2己- -乙 3丙丙 4丁丁'],
  ['two are put in and two struck out', '甲乙丙丁', ['己乙庚丁'], '1己- -甲 2乙乙 3庚- -丙 4丁丁'],
  ['they change places', '甲乙丙丁', ['丁丙乙甲'], '4甲甲 3乙乙 2丙丙 1丁丁'],
  ['one is put in and struck out again', '甲乙丙', ['甲己乙丙', '甲乙丙'], '1甲甲 2乙乙 3丙丙'],
  ['one is struck out and comes back', '甲乙丙', ['甲丙', '甲乙丙'], '1甲甲 2乙- -乙 3丙丙'],
])(
  'when the plan is revised and %s, what the clerk has beside a measure stays beside it',
  async (_, before, after, rows) => {
    let bytes = await remarked(before);
    for (const names of after) {
      const plan = parsePlan(planText(names));
      ({ bytes } = await runStep(bytes, { name: 'revisePlan', input: { plan } }));
    }
    expect(rowsOf(bytes)).toBe(rows);
  },
);
