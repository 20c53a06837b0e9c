import { conditionFormula } from '../../../../base/expression/formula';
import type { ConditionalFormat } from '../../../../base/blueprint';
import type { ListDifference } from '../../../../base/workbook-difference';
import { shiftFormula } from '../../reading/xlsx/shared-formula';
import { SHEET_ORDER } from '../worksheet-part';
import { withPrefix, XmlElement, type XmlPiece } from '../xml/xml-element';
import { meet, parseAreas, without, writeAreas } from './areas';

const SECTION = 'conditionalFormatting';

/**
 * Takes rules out, told by range and formula, and puts others in; those of the clerk's keep their rank.
 * @param fresh Sections of the rules that come in, in their order.
 * @param differentials Number of each look of theirs in the workbook.
 */
export function patchConditionalFormats(
  root: XmlElement,
  { removed, added }: ListDifference<ConditionalFormat>,
  fresh: readonly XmlElement[],
  differentials: readonly number[],
): void {
  if (removed.length + added.length === 0) return;
  const free: number[] = [];
  root.pieces = root.pieces.flatMap((piece) =>
    piece.name === SECTION ? withoutRules(XmlElement.parse('', piece.xml), removed, free) : [piece],
  );
  free.sort((a, b) => a - b);
  let last = root
    .elements(SECTION)
    .flatMap((section) => section.elements('cfRule').map((rule) => Number(rule.attribute('priority') ?? 0)))
    .reduce((a, b) => Math.max(a, b), free.at(-1) ?? 0);
  const news = fresh.map((section) => {
    section.change('cfRule', (rule) => {
      const look = rule.attribute('dxfId');
      rule.set({
        priority: free.shift() ?? (last += 1),
        ...(look === undefined ? {} : { dxfId: differentials[Number(look)] ?? 0 }),
      });
      return rule;
    });
    return { name: SECTION, xml: withPrefix(section.toString(), root.prefix) };
  });
  insertSections(root, news);
}

function insertSections(root: XmlElement, sections: readonly XmlPiece[]): void {
  const rank = SHEET_ORDER.indexOf(SECTION);
  const at = root.pieces.findIndex(({ name }) => name !== '' && SHEET_ORDER.indexOf(name) > rank);
  root.pieces.splice(at === -1 ? root.pieces.length : at, 0, ...sections);
}

/** A section without the removed rules where they lie; a rule that holds elsewhere too goes on there. */
function withoutRules(
  section: XmlElement,
  removed: readonly ConditionalFormat[],
  free: number[],
): readonly XmlPiece[] {
  const areas = parseAreas(section.attribute('sqref') ?? '');
  const [first] = areas;
  const rests: XmlPiece[] = [];
  let isChanged = false;
  if (first === undefined) return [{ name: SECTION, xml: section.toString() }];
  const top = areas.reduce((least, area) => Math.min(least, area.top), first.top);
  const left = areas.reduce((least, area) => Math.min(least, area.left), first.left);
  section.change('cfRule', (rule) => {
    const formula = plain(rule.first('formula')?.text ?? '');
    const gone = removed.filter(
      (own) =>
        areas.some((area) => meet(area, own.range)) &&
        plain(shiftFormula(conditionFormula(own), top - own.range.top, left - own.range.left)) === formula,
    );
    if (gone.length === 0) return rule;
    isChanged = true;
    const rest = gone.reduce((left, { range }) => without(left, range), areas);
    if (rest.length === 0) free.push(Number(rule.attribute('priority') ?? 0));
    else rests.push({ name: SECTION, xml: sectionOf(section, rule, rest, [top, left]) });
    return undefined;
  });
  if (!isChanged) return [{ name: SECTION, xml: section.toString() }];
  const stays = section.elements('cfRule').length > 0;
  return [...(stays ? [{ name: SECTION, xml: section.toString() }] : []), ...rests];
}

function sectionOf(
  section: XmlElement,
  rule: XmlElement,
  areas: ReturnType<typeof parseAreas>,
  [top, left]: readonly [number, number],
): string {
  const newTop = Math.min(...areas.map((area) => area.top));
  const newLeft = Math.min(...areas.map((area) => area.left));
  rule.change('formula', (formula) => {
    const own = shiftFormula(formula.text, newTop - top, newLeft - left);
    const escaped = own.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    formula.pieces = [{ name: '', xml: escaped }];
    return formula;
  });
  const copy = XmlElement.parse('', section.toString());
  copy.set({ sqref: writeAreas(areas) });
  copy.pieces = [{ name: 'cfRule', xml: rule.toString() }];
  return copy.toString();
}

/** Writers set spaces as they like. */
function plain(formula: string): string {
  return formula.replace(/\s+/g, '');
}
