import { createContext, Script } from 'node:vm';
import { documentText } from '../../src/plan/layout/plan-document';
import { parsePlan } from '../../src/plan/parse';
import { PlanParseError } from '../../src/plan/plan-errors';

jest.setTimeout(300_000);

const LENGTH = 60_000;
/** A hundred times what a sound reading takes, also on a busy machine; one whose steps run away is cut off. */
const BOUND_MS = 60_000;

const REPEATED = [
  '（',
  '）',
  '（市财政局牵头）',
  '(市财政局',
  '市财政局、',
  '市财政局和',
  '市财政局牵头',
  '会同',
  '指导督促落实',
  '等部门',
  '各县、',
  '牵头单位：',
  '主办单位：甲',
  '以上各项均需',
  '2024年1月-',
  '年底前',
  '1.',
  '一、',
  '（一）',
  '1 甲\n',
  '1.1 甲\n',
  '① ',
  '任务一：',
  '第一条 ',
  '甲 ',
  '牵头单位：市财政局\n',
  '市财政局牵头\n1.甲\n',
  '（市财政局）6月底\n',
  '1\t甲\t乙\n',
  '以下均需',
  '。',
  ' ',
  '　',
  '\n',
  '\n\n ',
  '\t',
  '"',
  '- 1 -\n甲\n',
  '# 甲\n',
  '**',
  '|甲|乙|丙|\n',
  '序号\n任务\n牵头单位\n',
  '序号\n',
  '序号 任务 责任单位\n',
  '序号 任务 责任单位\n1 甲 市财政局\n',
  '责 任 单 位：',
  '责 ',
  '【责任单位】',
  '来源：责任单位：',
  '市财政局等',
  '等成员',
  '关于\n',
  '《',
  '附件：1.方案\n',
  '重点任务',
  '按照',
  '江口市2024年工作方案\n1.甲（市财政局负责）\n',
];
const BEFORE = '江口市2024年工作方案\n1.建设。（市财政局牵头，';

test('a text of nothing but what the readers look for is read or refused in time', () => {
  const context = createContext({ read: () => undefined });
  const script = new Script('read()');
  const faults = REPEATED.flatMap((words) => {
    const text = `${BEFORE}${words.repeat(LENGTH / words.length)}）。`;
    const read = () => {
      try {
        parsePlan(documentText([{ kind: 'text', text }]));
      } catch (error) {
        if (!(error instanceof PlanParseError)) throw error;
      }
    };
    Object.assign(context, { read });
    try {
      script.runInContext(context, { timeout: BOUND_MS });
      return [];
    } catch (error) {
      return [[words, String(error)]];
    }
  });
  expect(faults).toEqual([]);
});
