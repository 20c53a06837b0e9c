import type { CheckedFile } from '../../../app/inbox/check-returns';
import type { InboxItem } from '../../../app/inbox/inbox';
import { needsAnswer } from '../../../app/inbox/send-back';
import { changedFields, type PreviewLine } from '../../../app/inbox/preview-import';

/** Different files of one unit and period, together: only one of them can be taken in. */
export function rivalGroups(files: readonly CheckedFile[]): readonly (readonly CheckedFile[])[] {
  const groups = new Map<string, CheckedFile[]>();
  for (const file of files) {
    if (!file.findings.some(({ code }) => code === 'several-files')) continue;
    const key = `${file.office} ${file.period}`;
    const group = groups.get(key) ?? [];
    if (!group.some(({ sha256 }) => sha256 === file.sha256)) groups.set(key, [...group, file]);
  }
  return [...groups.values()];
}

/**
 * The digest of the file that came last, of each office and period whose files none was chosen of yet. Where several came in the
 * same minute nobody can tell which is the newest: there is none.
 */
export function newestOfRivals(items: readonly InboxItem[], chosen: readonly string[]): readonly string[] {
  const received = new Map(items.map(({ checked, receivedAt }) => [checked.sha256, receivedAt]));
  const at = ({ sha256 }: CheckedFile): string => received.get(sha256) ?? '';
  return rivalGroups(items.map(({ checked }) => checked)).flatMap((group) => {
    if (group.some(({ sha256 }) => chosen.includes(sha256))) return [];
    const [last, before] = group.toSorted((one, other) => (at(one) < at(other) ? 1 : -1));
    return last === undefined || before === undefined || at(last) === at(before) ? [] : [last.sha256];
  });
}

/**
 * The returns that offices have to do something about. One that another was chosen over is past; and which of several counts is the
 * clerk's to say, not the office's.
 */
export function returnsToSendBack(
  items: readonly InboxItem[],
  chosen: readonly string[],
): readonly InboxItem[] {
  const passedOver = new Set(
    rivalGroups(items.map(({ checked }) => checked)).flatMap((group) => {
      const digests = group.map(({ sha256 }) => sha256);
      const isDecided = digests.some((sha256) => chosen.includes(sha256));
      return isDecided ? digests.filter((sha256) => !chosen.includes(sha256)) : [];
    }),
  );
  return items.filter(({ kind, isSheet, checked }) => {
    if (kind !== 'return' || isSheet || passedOver.has(checked.sha256)) return false;
    return needsAnswer({
      ...checked,
      findings: checked.findings.filter(({ code }) => code !== 'several-files'),
    });
  });
}

/** The measures on which a file says something else than an earlier one of the same office, in the order of the file. */
export function changesBetween(
  before: CheckedFile,
  after: CheckedFile,
): readonly Pick<PreviewLine, 'measure' | 'before' | 'after'>[] {
  const earlier = new Map(before.rows.map(({ measure, report }) => [measure, report]));
  return after.rows.flatMap(({ measure, report }) => {
    const known = earlier.get(measure) ?? null;
    const isSame = known !== null && changedFields(known, report).length === 0;
    return isSame ? [] : [{ measure, before: known, after: report }];
  });
}
