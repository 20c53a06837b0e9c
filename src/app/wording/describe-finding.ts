import type { MessageKey, MessageValues, Translate } from '../../locales/translate';
import type { Finding } from '../../returns/checked-return';
import type { CheckedFile } from '../inbox/check-returns';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { FIELD_WORD } from '../../sheets/words';

/** A finding in a user's language: what happened and where, and what to do. */
export interface DescribedFinding {
  readonly message: string;
  readonly suggestion: string;
}

export function describeFinding(finding: Finding, t: Translate): DescribedFinding {
  const values = withPresence({
    ...finding.details,
    value: finding.value,
    measure: finding.measure ?? '',
    after: finding.correction?.after ?? '',
  });
  return {
    message: t(`finding.${finding.code}.message` satisfies MessageKey, values),
    suggestion: t(`finding.${finding.code}.suggestion` satisfies MessageKey, values),
  };
}

/** Beside each value whether there is one, so that a sentence can leave a part out: `nearest` and `nearestGiven`. */
function withPresence(values: MessageValues): MessageValues {
  const presence = Object.entries(values).map(([name, value]) => [
    `${name}Given`,
    value === '' ? 'no' : 'yes',
  ]);
  return { ...values, ...Object.fromEntries(presence) };
}

/** The lines of the findings tab, always in Chinese like the workbook. */
export function findingLines(files: readonly CheckedFile[], chinese: Translate): readonly FindingLine[] {
  return files.flatMap((file) =>
    file.findings.map((finding) => ({
      file: file.file,
      office: file.office ?? '',
      severity: finding.severity,
      measure: finding.measure,
      field: finding.field === null ? '' : FIELD_WORD[finding.field],
      sheet: finding.where.sheet,
      cell: finding.where.cell,
      value: finding.value,
      ...describeFinding(finding, chinese),
    })),
  );
}
