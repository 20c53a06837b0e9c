import type { CheckedFile } from '../../../app/inbox/check-returns';
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
