import type { CheckedFile } from '../../../app/inbox/check-returns';

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
