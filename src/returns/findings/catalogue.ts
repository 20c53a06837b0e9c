import type { FileFaultCode } from '../../base/file-fault';
import type { Severity } from '../../base/severity';

interface CatalogueEntry {
  readonly severity: Severity;
  /** The whole file is refused. */
  readonly fatal?: true;
}

const fatal = { severity: 'error', fatal: true } as const;
const error = { severity: 'error' } as const;
const warning = { severity: 'warning' } as const;
const corrected = { severity: 'corrected' } as const;

/**
 * Every fault a return can have, once. The sentences stand in the locales as `finding.<code>.message` and
 * `finding.<code>.suggestion`.
 */
export const CATALOGUE = {
  'file-unreadable': fatal,
  'file-empty': fatal,
  'file-not-workbook': fatal,
  'file-torn': fatal,
  'file-encoding': fatal,
  'file-encrypted': fatal,
  'file-legacy-xls': fatal,
  'file-wps': fatal,
  'file-archive': fatal,
  'file-archive-empty': fatal,
  'file-name-in-archive': fatal,
  'file-word-or-pdf': fatal,
  'file-picture': fatal,
  'file-too-large': fatal,
  'file-too-many-parts': fatal,
  'file-too-slow': fatal,
  'file-too-heavy': fatal,
  'file-bad-xml': fatal,
  'file-no-sheet': fatal,
  'file-is-ledger': fatal,
  'file-is-confirmation': fatal,
  'level-changed': fatal,
  'level-newer': fatal,
  'level-other-plan': fatal,
  'level-own-place': fatal,
  'level-place-unknown': fatal,
  'level-period': fatal,
  'level-older': fatal,
  'level-known': corrected,
  'level-numbers-unknown': warning,
  'level-text-equal': warning,
  'level-own-measures': corrected,
  'file-text-cut': fatal,
  'file-text-changed': fatal,
  'file-text-several': fatal,
  'file-text-newer': fatal,
  'has-macros': warning,
  'external-links': warning,
  'wrong-extension': corrected,
  'read-csv': corrected,
  'read-other-format': corrected,
  'correction-agreed': corrected,
  'same-file-twice': corrected,
  'several-files': warning,

  'header-missing': fatal,
  'one-column': fatal,
  'column-missing': fatal,
  'column-lost': warning,
  'column-added': warning,
  'header-renamed': corrected,
  'hidden-sheet': warning,
  'hidden-row': warning,
  'hidden-column': warning,
  'sheet-chosen': corrected,
  'rows-split': warning,

  'other-plan': fatal,
  'old-form': warning,
  'unit-unknown': fatal,
  'unit-conflict': fatal,
  'unit-short-name': corrected,
  'unit-successor': warning,
  'unit-assumed': warning,
  'unit-file-name': warning,
  'period-wrong': fatal,
  'period-conflict': fatal,
  'period-assumed': warning,
  'period-file-name': warning,
  'foreign-rows-only': fatal,
  'office-not-in-charge': fatal,

  'rows-missing': error,
  'row-added': warning,
  'row-foreign': error,
  'measure-not-in-charge': error,
  'row-twice': error,
  'row-sub': warning,
  'row-renumbered': warning,
  'number-is-date': error,
  'number-tidied': corrected,
  'text-edited': warning,
  'deadline-edited': error,
  'unit-edited': error,

  'cell-error': error,
  'cell-text-lost': error,
  'cell-picture': warning,
  'cell-formula': corrected,
  'cell-formula-empty': error,
  'value-tidied': corrected,
  'status-missing': error,
  'status-unknown': error,
  'status-two': error,
  'status-synonym': corrected,
  'status-softened': warning,
  'status-merged': warning,
  'status-colour-only': warning,
  'unchanged-taken-over': corrected,
  'unchanged-without-last': error,
  'unchanged-sent-back': error,
  'unchanged-unchecked': warning,
  'unchanged-overdue': error,
  'percent-unreadable': error,
  'percent-out-of-range': error,
  'percent-contradicts-done': error,
  'percent-contradicts-status': warning,
  'percent-tidied': corrected,
  'date-impossible': error,
  'date-unreadable': error,
  'date-future': error,
  'date-without-done': warning,
  'date-loose': warning,
  'date-tidied': corrected,
  'done-without-date': error,
  'done-without-evidence': warning,
  'not-started-unexplained': error,
  'status-went-back': warning,
  'progress-copied': warning,
  'progress-short': warning,
  'progress-empty': warning,

  'phone-unreadable': warning,
  'return-date-doubtful': warning,
} as const satisfies Readonly<Record<string, CatalogueEntry>> &
  Readonly<Record<FileFaultCode, CatalogueEntry>>;

export type FindingCode = keyof typeof CATALOGUE;

export function isFatal(code: FindingCode): boolean {
  return 'fatal' in CATALOGUE[code];
}
