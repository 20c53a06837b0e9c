import type { Ledger } from '../../ledger/ledger';
import type { LogRecord } from '../../ledger/records';
import type { SheetBlueprint } from '../../base/blueprint';
import { plainSubtitle } from '../subtitle';
import { HEADER_ROW } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { LOG_SOURCE_WORD, LOG_WORD, SAMPLE_MARK, TAB } from '../words';
import { tableSheet, tableTab } from './table-tab';

/** 操作记录, column by column. */
export const LOG = tableTab<LogRecord>()(TAB.log, 'LogTable', {
  at: { header: '时间', width: 18, format: FORMAT.centered, write: ({ at }) => at, read: 'time' },
  batch: {
    header: '批次',
    width: 9,
    format: FORMAT.centered,
    write: ({ batch }) => batch,
    read: 'text',
    identifies: true,
  },
  action: {
    header: '操作',
    width: 16,
    format: FORMAT.centered,
    write: ({ action }) => LOG_WORD[action],
    read: 'text',
    identifies: true,
  },
  detail: { header: '说明', width: 60, write: ({ detail }) => detail, read: 'text', identifies: true },
  file: { header: '文件', width: 40, write: ({ file }) => file, read: 'text', identifies: true },
  source: {
    header: '来源',
    width: 12,
    format: FORMAT.centered,
    write: ({ source }) => (source === undefined ? '' : LOG_SOURCE_WORD[source]),
    read: 'text',
    optional: true,
  },
});

/** 操作记录: what was done, when, from which file. */
export function logTab(ledger: Ledger): SheetBlueprint {
  const rows = ledger.log.map((record) => LOG.cells(record));
  return {
    ...tableSheet(LOG, rows, {
      title: `操作记录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(ledger.settings, '由系统登记'),
      sample: ledger.settings.sample,
    }),
    print: landscape('A4', TAB.log, { from: 1, to: HEADER_ROW }),
  };
}
