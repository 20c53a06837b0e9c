import { assignmentKey } from '../ledger/assignments';
import { sameReport } from '../ledger/changes';
import { entriesInForce } from '../ledger/entries';
import type { Ledger } from '../ledger/ledger';
import type { Report } from '../ledger/types';
import type { CheckedFile } from './check-returns';
import { collectReturns } from './collect-returns';

/** One row of a return, and what importing it would do. */
export interface PreviewLine {
  readonly file: string;
  readonly unit: string;
  readonly measure: number;
  /** What the ledger holds now; `null` when the unit has not reported the measure. */
  readonly before: Report | null;
  readonly after: Report;
}

export interface ImportPreview {
  /** As `collectReturns` would take them: rivals not chosen are held back. */
  readonly files: readonly CheckedFile[];
  readonly added: readonly PreviewLine[];
  readonly changed: readonly PreviewLine[];
  readonly unchanged: readonly PreviewLine[];
  /** Rows with an error, rows of refused files and of rivals not chosen. */
  readonly rejected: readonly PreviewLine[];
}

/** Any instant will do: a preview is never written. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** What an import would change, row by row, before anything is written. The same files twice count once. */
export function previewImport(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  chosen: readonly string[],
): ImportPreview {
  const { files, added: entries, ledger: after } = collectReturns(ledger, checked, { at: NEVER, chosen });
  const inForce = entriesInForce(ledger.entries);
  const taken = new Set(entries.map((entry) => entryKey(entry)));
  const held = new Set(after.submissions.map(({ sha256 }) => sha256));
  const preview = { added: [], changed: [], unchanged: [], rejected: [] } as Record<
    'added' | 'changed' | 'unchanged' | 'rejected',
    PreviewLine[]
  >;
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file.sha256)) continue;
    seen.add(file.sha256);
    for (const row of file.rows) {
      const unit = file.unit ?? '';
      const before = inForce.get(assignmentKey(row.measure, unit))?.report ?? null;
      const line = { file: file.file, unit, measure: row.measure, before, after: row.report };
      if (!row.sound || !held.has(file.sha256)) preview.rejected.push(line);
      else if (!taken.has(`${file.sha256} ${assignmentKey(row.measure, unit)}`)) preview.unchanged.push(line);
      else preview[before === null ? 'added' : 'changed'].push(line);
    }
  }
  return { files, ...preview };
}

function entryKey(entry: ReturnType<typeof collectReturns>['added'][number]): string {
  return entry.kind === 'report' ? `${entry.sha256} ${assignmentKey(entry.measure, entry.unit)}` : '';
}

/** The fields in which two reports differ, in the form's order. */
export function changedFields(before: Report, after: Report): readonly (keyof Report)[] {
  if (sameReport(before, after)) return [];
  return (Object.keys(after) as (keyof Report)[]).filter((field) => before[field] !== after[field]);
}
