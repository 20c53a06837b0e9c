import { onceFor } from '../../base/once-for';
import { undoneBatches } from '../../ledger/entries';
import { compareBatches, levelsOf, type Ledger } from '../../ledger/ledger';

/** One import, as the ledger remembers it. */
export interface ImportRecord {
  readonly batch: string;
  /** In local time to the minute. */
  readonly at: string;
  readonly files: number;
  /** Lower places whose reports came. */
  readonly places: readonly string[];
  /** Units that sent at least one file which needs correction. */
  readonly faultyUnits: readonly string[];
  /** Measures reported for the first time by their unit. */
  readonly added: number;
  /** Measures whose report this import replaced. */
  readonly changed: number;
}

/** The import that 撤销 takes back: the last one not taken back yet. `undefined` when there is none. */
export const lastImport = onceFor((ledger: Ledger): ImportRecord | undefined => {
  const undone = undoneBatches(ledger.entries);
  const isLive = (record: { readonly batch: string }) => !undone.has(record.batch);
  const [last] = [ledger.submissions, levelsOf(ledger).reports]
    .flatMap((records) => records.findLast(isLive) ?? [])
    .sort((a, b) => compareBatches(b.batch, a.batch));
  return last === undefined ? undefined : importOf(ledger, last);
});

function importOf(
  ledger: Ledger,
  { batch, at }: { readonly batch: string; readonly at: string },
): ImportRecord {
  const reports = levelsOf(ledger).reports.filter((record) => record.batch === batch);
  const submissions = ledger.submissions.filter((record) => record.batch === batch);
  const earlier = new Set<string>();
  let [added, changed] = [0, 0];
  for (const entry of ledger.entries) {
    if (entry.kind !== 'report') continue;
    const key = `${entry.measure} ${entry.unit}`;
    if (entry.batch !== batch) earlier.add(key);
    else if (earlier.has(key)) changed++;
    else added++;
  }
  return {
    batch,
    at,
    files: submissions.length,
    places: reports.map(({ place }) => place),
    faultyUnits: submissions
      .filter(({ verdict }) => verdict === 'needs-correction')
      .map(({ office }) => office),
    added,
    changed,
  };
}
