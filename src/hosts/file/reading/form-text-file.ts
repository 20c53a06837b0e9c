import type { RawWorkbook } from '../../../base/raw-sheet';
import { readFormText } from '../../../returns/typed/form-text';
import { typedWorkbook } from '../../../returns/typed/typed-form';
import { decodeText } from './document/decode-text';
import { fileKind } from './package/file-kind';

/** Longer than the text of any form, and short enough to look through. */
const LONGEST = 2_000_000;

/**
 * The form that a text file, or a text pasted from a chat, holds; `undefined` for every other file.
 * @throws WorkbookFileError when some of the text was lost on the way
 */
export function formTextFile(bytes: Uint8Array, file: string): RawWorkbook | undefined {
  if (bytes.length > LONGEST || fileKind(bytes) !== 'text') return undefined;
  const form = readFormText(decodeText(bytes).text);
  return form && typedWorkbook(form, file);
}
