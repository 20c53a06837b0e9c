import { sayingOf, asProse } from '../../src/documents/report/prose';
import { placesToFillIn } from '../../src/documents/paper';
import { yearlyReport } from '../../src/documents/report/yearly-report';
import { importReturns } from '../../src/ledger/change/changes';
import { threePeriods } from '../ledger/three-periods';
import { AT, done, report, returned, smallLedger } from '../ledger/builders';

describe('what units say, as prose', () => {
  test.each([
    [
      'a text that begins with a verb gets its subject before it',
      '市编办',
      '已印发实施方案。',
      '市编办已印发实施方案。',
    ],
    ['“我办” is the unit', '市编办', '我办已印发实施方案', '市编办已印发实施方案。'],
    [
      'a text that names the unit does not name it twice',
      '市编办',
      '市编办：已印发实施方案',
      '市编办已印发实施方案。',
    ],
    [
      'any other has the speaker behind it',
      '市编办',
      '机构改革方案获得批准',
      '机构改革方案获得批准（市编办）。',
    ],
  ])('%s', (_, unit, text, prose) => {
    const saying = sayingOf(text, unit, []);
    expect(asProse(saying === null ? [] : [saying])).toBe(prose);
  });

  test('what is said word for word by several is said once', () => {
    const text = '已部署各项工作';
    expect(
      asProse([
        { units: ['甲局'], text },
        { units: ['乙局'], text },
      ]),
    ).toBe('甲局、乙局已部署各项工作。');
  });

  test('what says nothing is left out', () => expect(sayingOf('已完成。', '市编办', [])).toBeNull());
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
    expect(texts).toContain(
      '1.深化行政审批制度改革。市编办已公布目录清单并上网公开。同时，市编办正在制定改革方案。',
    );
    expect(texts.join('')).not.toContain('已在上年全部完成');
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
    expect(charts(paper)).toHaveLength(2);
    const { body } = yearlyReport(threePeriods(), 2017);
    expect(body).toContainEqual({
      kind: 'paragraph',
      lead: '',
      text: '从2017年第三季度到2017年第四季度，已完成的措施由1项增加到2项，逾期未完成的由0项增加到1项。',
    });
    expect(body.filter(({ kind }) => kind === 'chart')[2]).toMatchObject({
      categories: ['2017年第三季度', '2017年第四季度'],
      series: [
        { name: '已完成', values: [1, 2] },
        { name: '逾期', values: [0, 1] },
        { name: '其余', values: [6, 4] },
      ],
    });
  });
});
