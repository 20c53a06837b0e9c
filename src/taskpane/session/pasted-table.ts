import { FORM_SIGN } from '../../returns/typed/form-sign';
import type { PickedFile } from './session';

/** A row of a table has so many tabs at least; a line of prose has none. */
const LEAST_TABS = 2;

/**
 * The table on a clipboard as a file, its kind told by its content like that of any other: as HTML where a word processor, a mail or
 * a web page put it there, else as text with tabs, or as the text that a form gives back. `null` where there is none of these. It is only
 * ever read as text, never shown.
 * @param name What the file is called, without an ending.
 */
export function pastedTable(clipboard: Pick<DataTransfer, 'getData'>, name: string): PickedFile | null {
  const html = clipboard.getData('text/html');
  if (/<table[\s>]/iu.test(html)) return textFile(`${name}.html`, `<!DOCTYPE html>${html}`);
  const text = clipboard.getData('text/plain');
  if (text.includes(FORM_SIGN)) return textFile(`${name}.txt`, text);
  const rows = text.split('\n').filter((line) => line.split('\t').length > LEAST_TABS);
  return rows.length > 1 ? textFile(`${name}.csv`, text) : null;
}

function textFile(name: string, text: string): PickedFile {
  const bytes = new TextEncoder().encode(text);
  return { name, arrayBuffer: () => Promise.resolve(bytes.buffer) };
}
