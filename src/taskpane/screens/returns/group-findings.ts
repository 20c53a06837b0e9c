import type { Severity } from '../../../base/severity';
import type { Finding } from '../../../returns/checked-return';

/** The findings of one measure, or those of the file as a whole. */
export interface FindingGroup {
  readonly measure: number | null;
  readonly findings: readonly Finding[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, corrected: 2 };

/** By row: the file's own findings first, then each measure in the order of the sheet; in a row the gravest first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.measure);
    if (group === undefined) groups.set(finding.measure, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([measure, found]) => ({
      measure,
      findings: found.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]),
    }))
    .sort((a, b) => (a.measure ?? 0) - (b.measure ?? 0));
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), corrected: count('corrected') };
}
