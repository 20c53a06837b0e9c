// Twenty thousand rows as a monthly office has them after some years: the entries of the kept ledger, and the same as a table for other grids.

const UNITS = ['市财政局', '市司法局', '市教育局', '市公安局', '市编办', '市人社局', '市审计局', '市政府办'];
const CLAIMS = [
  ['done', '已完成'],
  ['inProgress', '推进中'],
  ['notStarted', '未启动'],
];

function said(at) {
  const [status, word] = CLAIMS[at % 3];
  const percent = status === 'done' ? 100 : status === 'inProgress' ? (at % 19) * 5 + 5 : 0;
  const month = String((at % 12) + 1).padStart(2, '0');
  return {
    status,
    word,
    percent,
    measure: (at % 140) + 1,
    unit: UNITS[at % UNITS.length],
    period: `${2016 + (Math.floor(at / 4_000) % 5)}-${month}`,
    progress: `第 ${at + 1} 次填报：已召开专题会议 ${(at % 7) + 1} 次，完成阶段任务 ${(at % 11) + 1} 项，其余按计划推进。`,
  };
}

export const HEADS = [
  '序号',
  '报送期',
  '单位',
  '措施',
  '填报状态',
  '进度',
  '完成日期',
  '进展情况',
  '来源',
  '批次',
];

/** @returns The rows of a table. */
export function tableRows(count) {
  return Array.from({ length: count }, (_, at) => {
    const { word, percent, measure, unit, period, progress, status } = said(at);
    const on = status === 'done' ? `${period}-15` : null;
    return [at + 1, period, unit, measure, word, percent, on, progress, '填报表', `B${Math.floor(at / 200)}`];
  });
}

/** What the kept entries are made of; the page makes them out of its last one. */
export function entryParts(count) {
  return Array.from({ length: count }, (_, at) => {
    const { status, percent, measure, unit, period, progress } = said(at);
    const completedOn = status === 'done' ? `${period}-15` : null;
    return { measure, unit, period, report: { status, percent, completedOn, progress } };
  });
}
