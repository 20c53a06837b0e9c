import { issueForms } from '../../src/app/changes/issue-forms';
import { draftLetters } from '../../src/app/papers/draft-letters';
import { isOfficeKnown } from '../../src/documents/office';
import type { Block, Paper } from '../../src/documents/paper';
import { plainText } from '../../src/documents/plain-text';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { createLedger, defaultSettings, type Ledger } from '../../src/ledger/ledger';
import { importReturns } from '../../src/ledger/change/changes';
import { parsePlan } from '../../src/plan/parse';
import { FAULT_LINE } from './fault-line';
import { AT, day, done, period, report, returned, unit } from '../ledger/builders';
import { drawIn, openedAs, placeOf } from '../support/ledger-in';
import { unzipped } from '../support/unzipped';

/** What only the plan supplied, and its city, speak of. */
const OF_ANOTHER_PLAN = /法治|第一责任人|述法|法建|荆门/u;

interface House {
  readonly title: string;
  readonly units: readonly [string, string, string];
  readonly issuer: string;
  readonly word: string;
  /** What the plan's lines are called, and who signs the report. */
  readonly item: string;
  readonly authority: string;
}

const HOUSES: readonly House[] = [
  {
    title: '江口能源集团有限公司安全生产专项整改方案',
    units: ['财务部', '安全环保部', '人力资源部'],
    issuer: '江口能源集团有限公司安全生产委员会办公室',
    word: '江能安',
    item: '整改任务',
    authority: '【请填写：报告机关】',
  },
  {
    title: '江口大学2017年重点任务清单',
    units: ['教务处', '科研处', '后勤处'],
    issuer: '江口大学校长办公室',
    word: '江大校办',
    item: '任务',
    authority: '【请填写：报告机关】',
  },
  {
    title: '江南省2017年政府工作要点',
    units: ['省财政厅', '省教育厅', '省公安厅'],
    issuer: '江南省人民政府办公厅',
    word: '江政办',
    item: '任务',
    authority: '江南省人民政府',
  },
];

function ledgerOf({ title, units, issuer, word }: House): Ledger {
  const [first, second, third] = units;
  const plan = parsePlan(`${title}
一、主要工作
(一)夯实基础
1.完善制度
(1)修订管理制度。(牵头单位:${first}。2016年底完成)
(2)开展全面检查。(牵头单位:${second}。2017年6月底完成)
(3)组织培训。(牵头单位:${third}。2017年底完成)
`);
  const defaults = defaultSettings(day('2018-01-15'), period('2017Q4'));
  const office = { ...defaults.office, name: issuer, letterWord: word };
  const fresh = createLedger(plan, { units: units.map(unit), groups: [] }, { ...defaults, office });
  const said = report({ status: 'inProgress', percent: 40, progress: '已完成摸底' });
  const returns = [
    returned({
      office: first,
      period: period('2017Q4'),
      reports: [{ measure: 1, report: done('2017-03-01') }],
    }),
    returned({ office: second, period: period('2017Q4'), reports: [{ measure: 2, report: said }] }),
  ];
  return importReturns(fresh, returns, AT).ledger;
}

async function papersOf(house: House): Promise<readonly Paper[]> {
  const ledger = ledgerOf(house);
  const [office = ''] = house.units;
  const findings = [{ ...FAULT_LINE, office, file: `${office}.xlsx` }];
  const writePaper = () => Promise.resolve(new Uint8Array());
  const drafted = await draftLetters(
    placeOf({ ...openedAs(ledger), findings }),
    { withCircular: true },
    { by: 'pane', at: AT },
    { writePaper, remembers: false },
  );
  return [...drafted.letters.map(({ letter }) => letter.paper), yearlyReport(ledger, 2017)];
}

function headersOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ header }) => header) : []));
}

/** Every part of the workbook and of the forms as files: cells, lists, comments, headers of pages, properties. */
async function partsOf(house: House): Promise<readonly (readonly [part: string, text: string])[]> {
  const ledger = ledgerOf(house);
  const host = FileWorkbookHost.create();
  const [office = ''] = house.units;
  await drawIn(host, ledger, [{ ...FAULT_LINE, office, file: `${office}.xlsx` }]);
  const forms = await issueForms(ledger, createWorkbookFiles(), { period: period('2017Q4') });
  return [
    ['ledger', await host.toBytes()] as const,
    ...forms.map((form) => [form.fileName, form.bytes] as const),
  ].flatMap(([name, bytes]) => [
    [name, name] as const,
    ...Object.entries(unzipped(bytes)).map(([part, text]) => [`${name} ${part}`, text] as const),
  ]);
}

describe.each(HOUSES)('the workbook and the forms of $title', (house) => {
  test('hold nothing of another plan', async () => {
    const parts = await partsOf(house);
    const texts = parts.map(([, text]) => text).join('\n');
    for (const unit of house.units) expect(texts).toContain(unit);
    expect(texts).toContain(house.title);
    expect(parts.filter(([, text]) => OF_ANOTHER_PLAN.test(text)).map(([part]) => part)).toEqual([]);
  });
});

describe.each(HOUSES)('papers of $title', (house) => {
  let papers: readonly Paper[];
  beforeAll(async () => {
    papers = await papersOf(house);
  });

  test('speak of its own things, and of nothing of another plan', () => {
    const text = papers.map(plainText).join('\n');
    expect(text).not.toMatch(OF_ANOTHER_PLAN);
    if (house.item !== '措施') {
      const headers = papers.flatMap(({ body, annexes }) =>
        headersOf([...body, ...annexes.flatMap((annex) => annex.body)]),
      );
      expect([...headers, text].join('\n').match(/.{0,6}措施.{0,6}/gu)).toBeNull();
      expect(text).toContain(house.item);
    }
  });

  test('bear its letterhead and its numbers', () => {
    const heads = papers.flatMap(({ head }) => (head === null ? [] : [head]));
    expect(heads.length).toBeGreaterThan(2);
    for (const { authority, number } of heads) {
      expect(authority).toBe(house.issuer);
      expect(number).toMatch(new RegExp(`^${house.word}[督通退函]〔2018〕\\d+号$`, 'u'));
    }
  });

  test('its report has four parts, numbered without a gap, and is signed by whom it has', () => {
    const yearly = papers.at(-1);
    const parts = yearly?.body.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(parts).toEqual(['一、主要举措和成效', '二、存在的不足和原因', '三、下一年度工作安排', '四、其他']);
    expect(yearly?.signature?.authority).toBe(house.authority);
  });
});

test('who issues the papers is not made up: an office that nobody named is a place to fill in', async () => {
  const [house] = HOUSES;
  if (house === undefined) throw new Error('no house');
  const papers = await papersOf({ ...house, issuer: '', word: '' });
  expect(isOfficeKnown({ name: '', letterWord: '' })).toBe(false);
  for (const { head } of papers) {
    if (head === null) continue;
    expect(head.authority).toBe('【请填写：发文机关】');
    expect(head.number).toMatch(/^【请填写：机关代字】/u);
  }
});
