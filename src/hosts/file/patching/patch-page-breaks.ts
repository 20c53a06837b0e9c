import type { ChangedTab } from '../../../base/workbook-difference';
import { LAST_COLUMN } from '../writing/print-setup';
import { xmlElement } from '../writing/package/xml-text';
import { SHEET_ORDER } from './worksheet-part';
import { XmlElement } from './xml/xml-element';

/** Rows with which a new page begins; a break of the clerk's in another row stays. */
export function patchPageBreaks(root: XmlElement, { removed, added }: ChangedTab['pageBreaks']): void {
  if (removed.length + added.length === 0) return;
  const { prefix } = root;
  const list = root.first('rowBreaks') ?? XmlElement.parse('', `<${prefix}rowBreaks></${prefix}rowBreaks>`);
  // The file names the row above a break.
  const gone = new Set(removed.map((row) => String(row - 1)));
  list.change('brk', (brk) => (gone.has(brk.attribute('id') ?? '') ? undefined : brk));
  const there = new Set(list.elements('brk').map((brk) => brk.attribute('id')));
  for (const id of added.map((row) => row - 1)) {
    if (there.has(String(id))) continue;
    list.pieces.push({
      name: 'brk',
      xml: xmlElement(`${prefix}brk`, { id, max: LAST_COLUMN, man: 1 }, []),
    });
  }
  const breaks = list.elements('brk');
  const isManual = (brk: XmlElement) => ['1', 'true'].includes(brk.attribute('man') ?? '');
  list.set({ count: breaks.length, manualBreakCount: breaks.filter(isManual).length });
  root.place('rowBreaks', breaks.length === 0 ? undefined : list.toString(), SHEET_ORDER);
}
