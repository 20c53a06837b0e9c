import type { RawWorkbook } from '../../src/base/raw-sheet';
import { shownIn } from './ledger-cells';
import type { Model } from './model';

export const CLAIM_WORD = {
  done: '已完成',
  inProgress: '推进中',
  notStarted: '未启动',
  ongoing: '长期坚持',
} as const;
const VERDICT_WORD = { pending: '待核实', sentBack: '退回', closed: '已销号' } as const;

/** Where the document of `summary`, or a row of 台账, says otherwise than the model. */
export function differences(model: Model, summary: unknown, workbook: RawWorkbook): readonly string[] {
  const shown = shownIn(workbook);
  const rows = model.measures.flatMap((measure) => {
    const { status, completedOn } = model.shown(measure);
    const verdict = model.shownVerdict(measure);
    const wanted = {
      status: status === null ? '' : CLAIM_WORD[status],
      completedOn: completedOn ?? '',
      verification: verdict === null ? '' : VERDICT_WORD[verdict],
    };
    const row = shown.find(({ no }) => no === measure.no);
    return unlike(wanted, row, `台账 ${measure.no}`);
  });
  return [...unlike(model.figures(), summary, 'summary'), ...rows];
}

/** Where the second says otherwise than the first; what the first does not speak of is not looked at. */
function unlike(wanted: unknown, told: unknown, path: string): readonly string[] {
  if (Array.isArray(wanted) && Array.isArray(told) && wanted.length === told.length) {
    return wanted.flatMap((one, index) => unlike(one, told[index], `${path}[${index}]`));
  }
  if (isRecord(wanted) && isRecord(told)) {
    return Object.entries(wanted).flatMap(([key, one]) => unlike(one, told[key], `${path}.${key}`));
  }
  const [want, is] = [JSON.stringify(wanted), JSON.stringify(told) ?? 'nothing'];
  return want === is ? [] : [`${path}: ${is.slice(0, 200)} instead of ${want.slice(0, 200)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
