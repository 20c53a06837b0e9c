import { WorkbookFileError, type FileFaultCode } from '../../base/file-fault';
import type { MessageKey } from '../../locales/translate';
import { PlanParseError } from '../../plan/plan-errors';

/** The sentence why there is no plan. */
export type PlanFaultKey = Extract<MessageKey, `planFault.${string}`>;

type Reason =
  | 'damaged'
  | 'empty'
  | 'encoding'
  | 'encrypted'
  | 'noMeasure'
  | 'notDocument'
  | 'oldFormat'
  | 'pdf'
  | 'picture'
  | 'tooLarge'
  | 'unreadable';

const REASON: Readonly<Record<FileFaultCode, Reason>> = {
  'file-unreadable': 'unreadable',
  'file-empty': 'empty',
  'file-encoding': 'encoding',
  'file-encrypted': 'encrypted',
  'file-picture': 'picture',
  'file-word-or-pdf': 'pdf',
  'file-legacy-xls': 'oldFormat',
  'file-wps': 'oldFormat',
  'file-too-large': 'tooLarge',
  'file-too-many-parts': 'tooLarge',
  'file-too-slow': 'tooLarge',
  'file-too-heavy': 'tooLarge',
  'file-torn': 'damaged',
  'file-bad-xml': 'damaged',
  'file-archive': 'notDocument',
  'file-archive-empty': 'notDocument',
  'file-name-in-archive': 'notDocument',
  'file-is-ledger': 'notDocument',
  'file-is-confirmation': 'notDocument',
  'file-text-cut': 'notDocument',
  'file-text-changed': 'notDocument',
  'file-text-several': 'notDocument',
  'file-text-newer': 'notDocument',
  'file-no-sheet': 'notDocument',
  'file-not-workbook': 'notDocument',
};

function reasonOf(error: WorkbookFileError | PlanParseError): Reason {
  if (error instanceof PlanParseError) return error.code;
  return error.code === 'file-word-or-pdf' && error.detail === 'Word' ? 'oldFormat' : REASON[error.code];
}

/** The sentence why no plan could be read from a file or text, and what to do; `undefined` for an error of another kind. */
export function planFaultKey(error: unknown): PlanFaultKey | undefined {
  const isFault = error instanceof WorkbookFileError || error instanceof PlanParseError;
  return isFault ? `planFault.${reasonOf(error)}` : undefined;
}
