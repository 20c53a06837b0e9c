import type { Ledger } from '../../ledger/ledger';
import type { SheetBlueprint } from '../../base/blueprint';
import { plainSubtitle } from '../subtitle';
import { HEADER_ROW, titledTable, type TabColumn } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { LOG_SOURCE_WORD, LOG_WORD, SAMPLE_MARK, TAB } from '../words';

export const LOG_COLUMNS: readonly TabColumn[] = [
  { header: '时间', width: 26, format: FORMAT.centered },
  { header: '批次', width: 9, format: FORMAT.centered },
  { header: '操作', width: 16, format: FORMAT.centered },
  { header: '说明', width: 60 },
  { header: '文件', width: 40 },
  { header: '来源', width: 12, format: FORMAT.centered },
];

/** 操作记录: what was done, when, from which file. */
export function logTab(ledger: Ledger): SheetBlueprint {
  return {
    ...titledTable({
      name: TAB.log,
      title: `操作记录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(ledger.settings, '由系统登记'),
      sample: ledger.settings.sample,
      columns: LOG_COLUMNS,
      rows: ledger.log.map(({ at, batch, action, detail, file, source }) => [
        at,
        batch,
        LOG_WORD[action],
        detail,
        file,
        source === undefined ? '' : LOG_SOURCE_WORD[source],
      ]),
      table: 'LogTable',
    }),
    print: landscape('A4', TAB.log, { from: 1, to: HEADER_ROW }),
  };
}
