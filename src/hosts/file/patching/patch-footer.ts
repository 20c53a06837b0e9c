import type { PrintSetup } from '../../../base/blueprint';
import { footerText } from '../writing/print-setup';
import { xmlText } from '../writing/package/xml-text';
import { SHEET_ORDER } from './worksheet-part';
import { XmlElement } from './xml/xml-element';

/** The left of the foot; what the clerk has in its middle and on its right stays. */
export function patchFooter(root: XmlElement, { footerLeft }: PrintSetup): void {
  const { prefix } = root;
  const section = root.first('headerFooter') ?? XmlElement.parse('', `<${prefix}headerFooter/>`);
  const foot =
    section.first('oddFooter') ?? XmlElement.parse('', `<${prefix}oddFooter></${prefix}oddFooter>`);
  const own = foot.text;
  const left = `&L${footerText(footerLeft)}`;
  const changed = own === '' ? `${left}&C第 &P 页 共 &N 页` : withLeft(own, left);
  if (changed === own) return;
  foot.pieces = [{ name: '', xml: xmlText(changed) }];
  section.place('oddFooter', foot.toString(), [
    'oddHeader',
    'oddFooter',
    'evenHeader',
    'evenFooter',
    'firstHeader',
    'firstFooter',
  ]);
  root.place('headerFooter', section.toString(), SHEET_ORDER);
}

/** Sections of a foot begin with &L, &C, &R; “&&” is the sign itself. */
function withLeft(foot: string, left: string): string {
  const pieces = foot.match(/&&|&[LCR]|[^&]+|&/g) ?? [];
  let section = '&C';
  let rest = '';
  for (const piece of pieces) {
    if (/^&[LCR]$/.test(piece)) section = piece;
    if (section !== '&L') rest += piece;
  }
  return left + (rest === '' || /^&[LCR]/.test(rest) ? rest : `&C${rest}`);
}
