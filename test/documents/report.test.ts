import { foldLedger } from '../../src/ledger/fold';
import type { Report } from '../../src/ledger/records';
import { sayingOf, told } from '../../src/documents/report/sayings';
import { placesToFillIn } from '../../src/documents/paper';
import { withMost } from '../../src/documents/report/year-view';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { importReturns } from '../../src/ledger/change/changes';
import { threePeriods } from '../ledger/three-periods';
import { AT, done, report, returned, smallLedger } from '../ledger/builders';

/** What is told of a unit's words. */
function toldOf(progress: string, unit = '市编办'): string | null {
  const [state] = foldLedger(reporting([[1, report({ status: 'inProgress', progress })]], unit)).assignments;
  const saying = state === undefined ? null : sayingOf(state, 'progress', directory);
  return saying === null ? null : told(saying);
}

const directory = new Map(smallLedger().directory.units.map((one) => [one.name, one]));

function reporting(rows: readonly (readonly [number, Report])[], office = '市编办') {
  const reports = rows.map(([measure, said]) => ({ measure, report: said }));
  return importReturns(smallLedger('2018-02-01'), [returned({ office, reports })], AT).ledger;
}

describe('what a unit says, as one sentence of a report', () => {
  test.each([
    [
      'a text that begins with a verb gets its subject before it',
      '已印发实施方案。',
      '市编办已印发实施方案（第1项）。',
    ],
    ['a month too', '1月底前印发文件。', '市编办1月底前印发文件（第1项）。'],
    ['“我办” is the unit', '我办已印发实施方案', '市编办已印发实施方案（第1项）。'],
    ['anywhere in the sentence', '经省厅同意，由我办牵头实施', '经省厅同意，由市编办牵头实施（第1项）。'],
    [
      'a text that names the unit does not name it twice',
      '市编办：已印发实施方案',
      '市编办已印发实施方案（第1项）。',
    ],
    [
      'any other has the unit in the brackets',
      '机构改革方案获得批准',
      '机构改革方案获得批准（市编办，第1项）。',
    ],
    ['the first sentence stands for all', '已印发方案。下一步我们将培训。', '市编办已印发方案（第1项）。'],
    ['one that says nothing does not', '已完成。已公布目录清单', '市编办已公布目录清单（第1项）。'],
    [
      'what stays in the first person is marked for the editor',
      '我深感责任重大',
      '【请改写：我深感责任重大】（市编办，第1项）。',
    ],
    ['so is what cannot be cut', '甲'.repeat(91), `【请改写：${'甲'.repeat(91)}】（市编办，第1项）。`],
    [
      'of a long sentence the first clauses stand, those that only lead on with the next',
      '已印发机构改革方案，按照“市、县两级政府和市直各部门都要落实到位、不留死角”的总体要求，组织开展了培训三期，检查两次',
      '市编办已印发机构改革方案（第1项）。',
    ],
    ['what says nothing is left out', '已完成。', null],
  ])('%s', (_, text, sentence) => expect(toldOf(text)).toBe(sentence));
});

const LEDGER = importReturns(
  smallLedger('2018-02-01'),
  [
    returned({
      office: '市编办',
      reports: [
        { measure: 1, report: { ...done('2017-03-01'), progress: '已公布目录清单并上网公开。' } },
        {
          measure: 2,
          report: report({
            status: 'inProgress',
            progress: '正在制定改革方案',
            problems: '编制紧张。',
            nextSteps: '召开动员会部署改革',
          }),
        },
      ],
    }),
    returned({
      office: '市委办公室',
      reports: [{ measure: 3, report: { ...done('2016-12-01'), progress: '已在上年全部完成。' } }],
    }),
  ],
  AT,
).ledger;

test.each([
  ['few are all named', [3, 1], '分布在甲3项、乙1项'],
  ['of many those that have most', [1, 5, 3, 2], '涉及4个单位，较多的是乙5项、丙3项'],
  ['but none that has as few as the last', [1, 5, 1, 1], '涉及4个单位，较多的是乙5项'],
  ['where all have the same, none', [2, 2, 2], '涉及3个单位，每个单位2项'],
])('where tasks are: %s', (_, counts, words) => {
  const named = counts.map((count, index) => ({ name: '甲乙丙丁'.charAt(index), count }));
  expect(withMost(named, '单位', 2)).toBe(words);
});

describe('the yearly report', () => {
  const paper = yearlyReport(LEDGER, 2017);
  const texts = paper.body.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : block.kind === 'paragraph' ? [block.lead + block.text] : [],
  );

  test('has its five parts in order', () => {
    expect(paper.title).toBe('某市2017年度法治政府建设进展报告');
    expect(texts.filter((text) => /^[一二三四五]、/u.test(text))).toEqual([
      '一、主要举措和成效',
      '二、存在的不足和原因',
      '三、党政主要负责人履行推进法治建设第一责任人职责情况',
      '四、下一年度工作安排',
      '五、其他',
    ]);
  });

  test('counts as of the last day of the year, whatever day the ledger stands at', () => {
    expect(texts).toContain(
      '截至2017年12月31日，《实施方案》确定的4项措施中，已完成1项，推进中2项，未填报1项，完成率25%。2017年底前应完成的3项中，已完成1项，其中逾期完成1项。',
    );
  });

  test('tells what was done in the year, not before it', () => {
    expect(texts).toContain('市编办已公布目录清单并上网公开（第1项）。');
    expect(texts.join('')).not.toContain('已在上年全部完成');
  });

  test('says of each section how far it is and how it went, in one sentence', () => {
    const { body } = yearlyReport(threePeriods(), 2017);
    const said = body.flatMap((block) =>
      block.kind === 'paragraph' && block.text.startsWith('该部分') ? [block.text] : [],
    );
    expect(said).toEqual([
      '该部分共4项措施，已完成1项，完成率25%；逾期未完成1项。',
      '该部分共3项措施，长期坚持1项，已完成1项，比2017年第三季度增加1项，完成率50%。',
    ]);
  });

  test('holds up no measure as an example whose claim the office sent back: it is in the annex, marked', () => {
    const { body, annexes } = yearlyReport(threePeriods(), 2017);
    const told = body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('');
    expect(told).toContain('已印发实施（第5项）。');
    expect(told).not.toContain('（第1项）');
    const others = annexes.at(-1)?.body[0];
    expect(others?.kind === 'table' ? others.rows : []).toEqual([
      ['1', '市编办', '2017.3.1', '退回', '已印发实施'],
    ]);
  });

  test('has the problems and the next steps from the entries', () => {
    expect(texts.join('')).toContain('编制紧张（市编办反映）');
    expect(texts.join('')).toContain('召开动员会部署改革');
  });

  test('leaves marked what only a person can write', () => {
    expect(placesToFillIn(paper)).toHaveLength(4);
    expect(paper.signature).toEqual({ authority: '某市人民政府', date: null });
  });

  test('annexes every unit’s figures with a total', () => {
    const table = paper.annexes[0]?.body[0];
    expect(table?.kind === 'table' ? table.rows : []).toEqual([
      ['市编办', '3', '1', '1', '1', '0', '0', '1', '1', '33.3%'],
      ['市委办公室', '2', '1', '0', '0', '0', '0', '1', '0', '50%'],
      ['市政府办公室', '2', '0', '0', '0', '0', '0', '2', '1', '0%'],
      ['合计', '7', '2', '1', '1', '0', '0', '4', '2', '28.6%'],
    ]);
  });

  test('shows how the year went once it has two periods, each as it was', () => {
    const charts = (of: typeof paper) => of.body.filter(({ kind }) => kind === 'chart');
    expect(charts(paper)).toHaveLength(1);
    const { body } = yearlyReport(threePeriods(), 2017);
    expect(body).toContainEqual({
      kind: 'paragraph',
      lead: '',
      text: '从2017年第三季度到2017年第四季度，已完成的措施由1项增加到2项，逾期未完成的由0项增加到1项。',
    });
    expect(body.filter(({ kind }) => kind === 'chart')[1]).toMatchObject({
      categories: ['2017年第三季度', '2017年第四季度'],
      series: [
        { name: '已完成', values: [1, 2] },
        { name: '逾期', values: [0, 1] },
        { name: '其余', values: [6, 4] },
      ],
    });
  });
});
