import { WorkbookFileError } from '../../base/file-fault';
import type { MessageKey } from '../../locales/translate';
import { PlanParseError } from '../../plan/plan-errors';

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
  | 'tooLarge';

function reasonOf(error: WorkbookFileError | PlanParseError): Reason {
  if (error instanceof PlanParseError) return error.code;
  switch (error.code) {
    case 'file-empty':
      return 'empty';
    case 'file-encoding':
      return 'encoding';
    case 'file-encrypted':
      return 'encrypted';
    case 'file-picture':
      return 'picture';
    case 'file-word-or-pdf':
      return error.detail === 'Word' ? 'oldFormat' : 'pdf';
    case 'file-legacy-xls':
    case 'file-wps':
      return 'oldFormat';
    case 'file-too-large':
    case 'file-too-many-parts':
      return 'tooLarge';
    case 'file-torn':
    case 'file-bad-xml':
      return 'damaged';
    case 'file-archive':
    case 'file-archive-empty':
    case 'file-is-ledger':
    case 'file-no-sheet':
    case 'file-not-workbook':
      return 'notDocument';
  }
}

/** The sentence why no plan could be read from a file or text, and what to do; `undefined` for an error of another kind. */
export function planFaultKey(error: unknown): MessageKey | undefined {
  const isFault = error instanceof WorkbookFileError || error instanceof PlanParseError;
  return isFault ? `planFault.${reasonOf(error)}` : undefined;
}
