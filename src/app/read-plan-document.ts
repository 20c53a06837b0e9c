import { readDocument } from '../hosts/file/reading/document/read-document';
import type { Translate } from '../locales/translate';
import { documentText } from '../plan/document';
import { PlanParseError } from '../plan/errors';
import { WorkbookFileError } from '../sheets/workbook-host';

/**
 * The text of the plan in a file: a text (UTF-8, UTF-16, GBK), a .docx, or a workbook with a table of measures.
 * @param file Its name without folders.
 * @throws WorkbookFileError when the bytes cannot be read as any of these
 */
export function readPlanDocument(bytes: Uint8Array, file: string): string {
  return documentText(readDocument(bytes, file));
}

/** The text of a plan that was pasted: as it is, or a table's rows as numbered measures. */
export function pastedPlanText(text: string): string {
  return documentText([{ kind: 'text', text }]);
}

type Reason =
  | 'damaged'
  | 'empty'
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
    case 'file-no-sheet':
    case 'file-not-workbook':
      return 'notDocument';
  }
}

/** Why no plan could be read from a file or text, and what to do; `undefined` for an error of another kind. */
export function describePlanFault(error: unknown, t: Translate): string | undefined {
  const isFault = error instanceof WorkbookFileError || error instanceof PlanParseError;
  return isFault ? t(`planFault.${reasonOf(error)}`) : undefined;
}
