import { onceFor } from '../../base/once-for';
import { assignmentKey } from '../../ledger/units/assignments';
import { keysByFile, sameReport } from '../../ledger/change/changes';
import { entriesInForce } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import { assignmentsHeld, officesOfPeriod } from '../../ledger/units/offices';
import type { Report } from '../../ledger/records';
import type { Finding } from '../../returns/checked-return';
import type { CheckedFile } from './check-returns';
import { checkedFiles, type Inbox } from './inbox';
import { collectReturns } from '../changes/collect-returns';
import type { NewLevelReport } from '../../ledger/change/take-level-reports';
import { withLevels } from './level-files';

/** One row of a return, and what importing it would do. */
export interface PreviewLine {
  readonly file: string;
  /** The plan's lead unit, whichever office answers for it; of a row for which it is not in charge the office that sent it. */
  readonly unit: string;
  readonly measure: number;
  /** What the ledger holds now; `null` when the unit has not reported the measure. */
  readonly before: Report | null;
  readonly after: Report;
  /** Why it is not imported: the errors that touch it. None where it is sound, and its file not the one chosen of several. */
  readonly errors: readonly Finding[];
}

export type PreviewKind = 'added' | 'changed' | 'unchanged' | 'rejected';

/** `rejected`: rows with an error, rows of refused files and of rivals not chosen. */
export interface ImportPreview extends Readonly<Record<PreviewKind, readonly PreviewLine[]>> {
  /** As `collectReturns` would take them: rivals not chosen are held back, offices not in charge refused. */
  readonly files: readonly CheckedFile[];
  /** Reports of lower places that would be taken in. */
  readonly levels: readonly NewLevelReport[];
  /** Whether the ledger would know more than it does: a row, a report of a lower place, or that a return came. */
  readonly hasNews: boolean;
}

/** Any minute will do: a preview is never written. */
const NEVER = '1970-01-01 00:00';

/** What an import would change, row by row, before anything is written. The same bytes twice count once. */
export function previewImport(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  chosen: readonly string[],
): ImportPreview {
  return previewed(ledger, outcome(ledger, checked, chosen));
}

/** The preview of an inbox, worked out once for all who ask. */
export const previewOfInbox = onceFor((ledger: Ledger) =>
  onceFor((inbox: Inbox) => previewed(ledger, outcomeOfInbox(ledger)(inbox))),
);

/** Works the preview of an inbox out before it is asked for. @param pause Called in between: others may have their turn. */
export async function previewAhead(ledger: Ledger, inbox: Inbox, pause: () => Promise<void>): Promise<void> {
  await pause();
  outcomeOfInbox(ledger)(inbox);
  await pause();
  previewOfInbox(ledger)(inbox);
  await pause();
}

const outcomeOfInbox = onceFor((ledger: Ledger) =>
  onceFor((inbox: Inbox) => outcome(ledger, checkedFiles(inbox), inbox.chosen)),
);

/** What taking files in would come to. */
function outcome(ledger: Ledger, checked: readonly CheckedFile[], chosen: readonly string[]) {
  const { files, reports } = withLevels(ledger, checked);
  return { collected: collectReturns(ledger, files, { at: NEVER, chosen }), levels: reports };
}

function previewed(ledger: Ledger, { collected, levels }: ReturnType<typeof outcome>): ImportPreview {
  const { files, added: entries, ledger: after } = collected;
  const inForce = entriesInForce(ledger.entries);
  const taken = keysByFile(entries);
  const merged = new Set(after.submissions.map(({ sha256 }) => sha256));
  const preview: Record<PreviewKind, PreviewLine[]> = { added: [], changed: [], unchanged: [], rejected: [] };
  const once = new Map(files.map((file) => [file.sha256, file]));
  for (const file of once.values()) {
    const unitsOf = unitsAnsweredFor(ledger, file);
    const takenOf = taken.get(file.sha256);
    const isMergedFile = merged.has(file.sha256);
    for (const { measure, report, sound } of file.rows) {
      for (const unit of unitsOf(measure)) {
        const key = assignmentKey(measure, unit);
        const before = inForce.get(key)?.report ?? null;
        const isTaken = takenOf?.has(key) === true;
        const kind = isTaken ? (before === null ? 'added' : 'changed') : 'unchanged';
        const isMerged = sound && isMergedFile;
        const errors = isMerged ? [] : errorsOf(file, measure);
        const line = { file: file.file, unit, measure, before, after: report, errors };
        preview[isMerged ? kind : 'rejected'].push(line);
      }
    }
  }
  const isReturned = after.submissions.length > ledger.submissions.length;
  return { files, levels, hasNews: entries.length > 0 || levels.length > 0 || isReturned, ...preview };
}

/**
 * The lead units a row speaks for: an office that took over from two answers for both in one row. Where it is in charge of
 * none, the row is still shown, under its own name.
 */
function unitsAnsweredFor(
  ledger: Ledger,
  { office, period }: CheckedFile,
): (measure: number) => readonly string[] {
  if (office === null || period === null) return () => [];
  const held = assignmentsHeld(officesOfPeriod(ledger, period), office);
  return (measure) => held.get(measure)?.map(({ unit }) => unit) ?? [office];
}

/** The errors of a row; where it has none, those for which the whole file is refused. */
function errorsOf({ findings, verdict }: CheckedFile, measure: number): readonly Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const own = errors.filter((one) => one.measure === measure);
  return own.length > 0 || verdict !== 'rejected' ? own : errors.filter((one) => one.measure === null);
}

/** The fields in which two reports differ, in the form's order. */
export function changedFields(before: Report, after: Report): readonly (keyof Report)[] {
  if (sameReport(before, after)) return [];
  return (Object.keys(after) as (keyof Report)[]).filter((field) => before[field] !== after[field]);
}
