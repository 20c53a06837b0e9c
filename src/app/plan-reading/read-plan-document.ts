import { readDocument } from '../../hosts/file/reading/document/read-document';
import { documentText } from '../../plan/layout/plan-document';

/** The text of a plan, and where it came as a text file how its bytes were understood, if that was not certain. */
export interface PlanDocument {
  readonly text: string;
  /** “GBK”; `null` where nothing had to be guessed. */
  readonly encoding: string | null;
}

/**
 * The plan in a file: a text (UTF-8, UTF-16, GBK, Big5), a .docx, or a workbook with a table of measures.
 * @param file Its name without folders.
 * @throws WorkbookFileError when the bytes cannot be read as any of these
 */
export function readPlanDocument(bytes: Uint8Array, file: string): PlanDocument {
  const { blocks, encoding } = readDocument(bytes, file);
  return { text: documentText(blocks), encoding };
}

/** The text of a plan that was pasted: as it is, or a table's rows as numbered measures. */
export function pastedPlanText(text: string): string {
  return documentText([{ kind: 'text', text }]);
}
