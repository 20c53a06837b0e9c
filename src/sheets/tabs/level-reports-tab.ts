import type { CalendarDate } from '../../base/calendar';
import type { SheetBlueprint } from '../../base/blueprint';
import { levelsOf, type Ledger } from '../../ledger/ledger';
import { undoneBatches } from '../../ledger/entries';
import type { HandDownRecord, HandedMeasure, LevelReportRecord } from '../../ledger/levels/levels';
import { heldPath } from '../../ledger/levels/own-place';
import { dateContent } from '../cell-contents';
import { plainSubtitle } from '../subtitle';
import { HEADER_ROW } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { FORCE_WORD, LEVEL_KIND_WORD, SAMPLE_MARK, TAB } from '../words';
import { LIST_SEPARATOR, MEMBER_WORD } from './directory-tab';
import { reportForce } from './level-rows-tab';
import { tableSheet, tableTab } from './table-tab';

/** One thing that passed between the ledger and a place below it. */
interface LevelRecordRow {
  readonly kind: keyof typeof LEVEL_KIND_WORD;
  readonly path: string;
  readonly on: CalendarDate | null;
  readonly digest: string;
  readonly batch: string;
  readonly force: string;
  readonly report: LevelReportRecord | null;
  readonly handDown: HandDownRecord | null;
}

const centered = { format: FORMAT.centered } as const;

/** 下级报送, column by column. */
export const LEVEL_REPORTS = tableTab<LevelRecordRow>()(TAB.levelReports, 'LevelReportsTable', {
  kind: {
    header: '类别',
    width: 8,
    ...centered,
    write: ({ kind }) => LEVEL_KIND_WORD[kind],
    read: 'text',
    identifies: true,
  },
  id: {
    header: '报送编号',
    width: 9,
    format: FORMAT.count,
    write: ({ report }) => report?.id ?? null,
    read: 'number',
    identifies: true,
  },
  path: { header: '地区', width: 24, write: ({ path }) => path, read: 'text', identifies: true },
  period: {
    header: '报送期',
    width: 10,
    ...centered,
    write: ({ kind, report }) => (kind === 'report' ? (report?.period ?? null) : null),
    read: 'text',
  },
  on: {
    header: '日期',
    width: 12,
    format: FORMAT.date,
    write: ({ on }) => dateContent(on),
    read: 'date',
  },
  force: { header: '是否有效', width: 10, ...centered, write: ({ force }) => force, read: 'drawn' },
  measures: {
    header: '下达措施',
    width: 30,
    write: ({ handDown }) => (handDown === null ? null : handedText(handDown.measures)),
    read: 'text',
  },
  title: { header: '下级方案', width: 40, write: ofReport(({ title }) => title), read: 'text' },
  edition: {
    header: '版次',
    width: 8,
    format: FORMAT.count,
    write: ofReport(({ edition }) => edition),
    read: 'number',
  },
  isMatched: {
    header: '按内容对应',
    width: 11,
    ...centered,
    write: ofReport(({ isMatched }) => (isMatched ? MEMBER_WORD : null)),
    read: 'text',
  },
  file: {
    header: '文件',
    width: 36,
    write: ({ kind, report, handDown }) => (kind === 'report' ? report?.file : handDown?.file) ?? null,
    read: 'text',
  },
  at: {
    header: '记录时间',
    width: 18,
    ...centered,
    write: ({ kind, report, handDown }) => (kind === 'report' ? report?.at : handDown?.at) ?? null,
    read: 'time',
  },
  batch: {
    header: '批次',
    width: 9,
    ...centered,
    write: ({ batch }) => batch,
    read: 'text',
    identifies: true,
  },
  plan: {
    header: '方案号',
    width: 11,
    ...centered,
    hidden: true,
    write: ({ kind, report, handDown }) => (kind === 'report' ? report?.plan : handDown?.plan) ?? null,
    read: 'text',
  },
  upperPlan: {
    header: '上级方案号',
    width: 11,
    ...centered,
    hidden: true,
    write: ofReport(({ upperPlan }) => upperPlan),
    read: 'text',
  },
  handDown: {
    header: '下达编号',
    width: 10,
    ...centered,
    hidden: true,
    write: ofReport(({ handDown }) => handDown),
    read: 'text',
  },
  digest: {
    header: '内容摘要',
    width: 20,
    format: { wrap: false },
    hidden: true,
    write: ({ digest }) => digest,
    read: 'text',
  },
  sha256: {
    header: 'SHA-256',
    width: 20,
    format: { wrap: false },
    hidden: true,
    write: ofReport(({ sha256 }) => sha256),
    read: 'text',
  },
});

export type LevelReportColumn = keyof typeof LEVEL_REPORTS.columns;

/** A cell that only the row of a report itself has. */
function ofReport(write: (report: LevelReportRecord) => string | number | null) {
  return ({ kind, report }: LevelRecordRow) => (kind === 'report' && report !== null ? write(report) : null);
}

const NOW = '→';

/** “1、3、7→8”: the number handed down, and where a revision gave the measure another, that one. */
function handedText(measures: readonly HandedMeasure[]): string {
  return measures
    .map(({ handed, now }) => (handed === now ? String(now) : `${handed}${NOW}${now}`))
    .join(LIST_SEPARATOR);
}

/** Reads what `handedText` writes; `undefined` for anything else. */
export function readHanded(text: string): readonly HandedMeasure[] | undefined {
  const measures = text.split(LIST_SEPARATOR).map((part) => {
    const [handed = '', now = handed] = part.split(NOW);
    return { handed: Number(handed), now: Number(now) };
  });
  const isSound = measures.every(
    ({ handed, now }) => Number.isSafeInteger(handed) && handed > 0 && Number.isSafeInteger(now) && now > 0,
  );
  return isSound ? measures : undefined;
}

/** 下级报送: what was handed down to whom, and every report that came back; nothing of it is ever replaced. */
export function levelReportsTab(ledger: Ledger): SheetBlueprint {
  const { handDowns, reports } = levelsOf(ledger);
  const undone = undoneBatches(ledger.entries);
  const force = reportForce(ledger);
  const shown = heldPath(ledger.plan);
  const rows = [
    ...handDowns.map((handDown): LevelRecordRow => ({
      kind: 'handDown',
      path: shown(handDown.place),
      on: handDown.on,
      digest: '',
      batch: handDown.batch,
      force: undone.has(handDown.batch) ? FORCE_WORD.undone : FORCE_WORD.inForce,
      report: null,
      handDown,
    })),
    ...reports.flatMap((report) =>
      report.places.map(({ path, asOf, digest }): LevelRecordRow => ({
        kind: path === report.place ? 'report' : 'below',
        path: shown(path),
        on: asOf,
        digest: path === report.place ? report.digest : digest,
        batch: report.batch,
        force: force(report),
        report,
        handDown: null,
      })),
    ),
  ];
  return {
    ...tableSheet(
      LEVEL_REPORTS,
      rows.map((row) => LEVEL_REPORTS.cells(row)),
      {
        title: `下级报送情况${ledger.settings.sample ? SAMPLE_MARK : ''}`,
        subtitle: plainSubtitle(
          ledger.settings,
          '下达的措施和收到的上报各占一行，只增不改；本表由系统登记，请勿手工修改',
        ),
        sample: ledger.settings.sample,
      },
    ),
    freeze: { rows: HEADER_ROW, columns: LEVEL_REPORTS.at('path') },
    print: landscape('A3', TAB.levelReports, { from: 1, to: HEADER_ROW }),
  };
}
