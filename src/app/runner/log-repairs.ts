import { logged } from '../../ledger/change/changes';
import type { Ledger } from '../../ledger/ledger';
import type { LogSource } from '../../ledger/records';
import type { Repair } from '../../sheets/layout/repairs';

/** A cell of the log that holds more is no longer read by anybody. */
const LONGEST_DETAIL = 2_000;

/** Who asked for the change in which something was corrected, and in which minute. */
interface Occasion {
  readonly by: LogSource;
  readonly at: string;
}

/** A ledger whose log says what was corrected and what had stood there, so that nothing a clerk put over ours is lost. */
export function withRepairs(ledger: Ledger, repairs: readonly Repair[], { by, at }: Occasion): Ledger {
  return details(repairs).reduce((noted, detail) => {
    const { log, ...rest } = logged(noted, 'restored', detail, at);
    return {
      ...rest,
      log: log.map((record, index) => (index < noted.log.length ? record : { ...record, source: by })),
    };
  }, ledger);
}

/** Lines for the log: as many repairs in one as it holds. */
function details(repairs: readonly Repair[]): readonly string[] {
  const lines: string[] = [];
  for (const words of repairs.map(detail)) {
    const last = lines.at(-1);
    const joined = last === undefined ? words : `${last}；${words}`;
    if (last !== undefined && joined.length <= LONGEST_DETAIL) lines[lines.length - 1] = joined;
    else lines.push(words);
  }
  return lines;
}

const TAB_REASON = { missing: '已不在', unlike: '已无法辨认' } as const;

function detail(repair: Repair): string {
  switch (repair.kind) {
    case 'cell':
      return `${repair.sheet}!${repair.cell} 原为“${repair.found}”`;
    case 'row':
      return `${repair.sheet} 缺“${repair.label}”一行，已补在第 ${repair.row} 行`;
    case 'entry':
      return `${repair.cell}：${repair.found}`;
    case 'leftOut':
      return `${repair.sheet}!${repair.cells} 保留了原有的内容`;
    case 'carriedOver':
      return '台账由另一版本的系统生成，已按现在的版本更新';
    case 'held':
      return `${repair.place === '' ? '工作簿' : repair.place} 无法读取，已按打开着的台账恢复`;
    case 'tab':
      return `工作表“${repair.sheet}”${TAB_REASON[repair.reason]}，已重新生成`;
  }
}
