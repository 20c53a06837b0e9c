import { must } from '../../base/invariant';
import type { Finding } from '../../returns/checked-return';
import type { CheckedFile } from './check-file';

/** Unit and period of a return that could be merged; a rejected one stands in nobody's way. */
export function returnKey(checked: CheckedFile): string | undefined {
  if (checked.verdict === 'rejected' || checked.office === null || checked.period === null) return undefined;
  return `${checked.office} ${checked.period}`;
}

function fileFinding(
  checked: CheckedFile,
  code: 'same-file-twice' | 'several-files',
  other: string,
): Finding {
  return {
    code,
    severity: code === 'several-files' ? 'warning' : 'corrected',
    where: { file: checked.file, sheet: '', cell: '' },
    measure: null,
    field: 'file',
    value: checked.file,
    details: { other, unit: checked.office ?? '' },
  };
}

/**
 * Notes files that are byte for byte the same, and different files of one unit and period: of these none can be merged
 * until the clerk chooses. What an earlier call noted is noted anew.
 */
export function withDuplicates(checks: readonly CheckedFile[]): readonly CheckedFile[] {
  const files = checks.map(withoutNotes);
  const firstOf = new Map(files.toReversed().map((checked) => [checked.sha256, checked]));
  const ofReturn = new Map<string | undefined, CheckedFile[]>();
  for (const checked of files) {
    const key = returnKey(checked);
    const known = ofReturn.get(key);
    if (known === undefined) ofReturn.set(key, [checked]);
    else known.push(checked);
  }
  return files.map((checked) => {
    const key = returnKey(checked);
    if (key === undefined) return checked;
    const twin = firstOf.get(checked.sha256);
    if (twin !== undefined && twin !== checked)
      return noted(checked, fileFinding(checked, 'same-file-twice', twin.file));
    const rivals = must(ofReturn.get(key), `the files for ${key}`).filter(
      ({ sha256 }) => sha256 !== checked.sha256,
    );
    if (rivals.length === 0) return checked;
    const others = [...new Set(rivals.map(({ file }) => file))].join('、');
    return noted(checked, fileFinding(checked, 'several-files', others));
  });
}

function withoutNotes(checked: CheckedFile): CheckedFile {
  const findings = checked.findings.filter(
    ({ code }) => code !== 'same-file-twice' && code !== 'several-files',
  );
  return findings.length === checked.findings.length ? checked : { ...checked, findings };
}

function noted(checked: CheckedFile, finding: Finding): CheckedFile {
  return { ...checked, findings: [...checked.findings, finding] };
}
