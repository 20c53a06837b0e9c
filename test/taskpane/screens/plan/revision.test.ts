import { buildLedger } from '../../../../src/app/changes/build-ledger';
import { parsePlan } from '../../../../src/plan/parse';
import { fieldChanges, revisionOf } from '../../../../src/taskpane/screens/plan/revision';
import { AT, day } from '../../../ledger/builders';

const TEXT = [
  '江口市2023年工作要点',
  '1.建设统一的政务服务平台。（市财政局牵头，2023年6月底前完成）',
  '2.开展依法行政专题培训。（市委党校负责，2023年9月底前完成）',
  '3.清理规范性文件。（市司法局负责，长期坚持）',
].join('\n');
const LEDGER = buildLedger(TEXT, { asOf: day('2023-07-01'), at: AT });

function against(text: string) {
  return revisionOf(LEDGER, parsePlan(text));
}

test('a measure struck out, one new and one put off', () => {
  const revised = TEXT.replace(/2\.开展[^\n]*\n/, '').replace('2023年6月底前', '2023年9月底前');
  const { added, removed, changed, obstacle } = against(`${revised}\n4.评查行政执法案卷。（市审计局负责）`);
  expect(added.map(({ text }) => text)).toEqual(['评查行政执法案卷。']);
  expect(removed.map(({ no }) => no)).toEqual([2]);
  expect(
    changed.flatMap((change) => fieldChanges(change).map(({ field }) => [change.after.no, field])),
  ).toEqual([[1, 'deadline']]);
  expect(obstacle).toBeNull();
});

test.each([
  ['the plan it has', TEXT, 'same'],
  ['a plan with nothing in common', '沙河县2024年要点\n1.修缮校舍。（县教育局负责）', 'other'],
])('a ledger does not go on with %s', (_what, text, obstacle) => {
  expect(against(text).obstacle).toBe(obstacle);
});
