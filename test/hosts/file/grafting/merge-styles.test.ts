import { childElements } from '../../../../src/hosts/file/grafting/child-elements';
import { mergeStyles } from '../../../../src/hosts/file/grafting/merge-styles';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Sections {
  readonly numFmts?: string;
  readonly fonts?: string;
  readonly fills?: string;
  readonly borders?: string;
  readonly cellXfs?: string;
  readonly dxfs?: string;
}

function styles(sections: Sections, prefix = ''): string {
  const root = prefix === '' ? `<styleSheet xmlns="${NAMESPACE}">` : `<x:styleSheet xmlns:x="${NAMESPACE}">`;
  const p = prefix === '' ? '' : `${prefix}:`;
  const parts = Object.entries(sections).map(([name, inside]: [string, string]) => {
    const written = inside.replaceAll('<', `<${p}`).replaceAll(`<${p}/`, `</${p}`);
    return `<${p}${name} count="9">${written}</${p}${name}>`;
  });
  return `${root}${parts.join('')}</${p}styleSheet>`;
}

/** The clerk's part: two of everything, a number format of the clerk's own at 164 and one at 170, written another way round. */
const CLERK: Sections = {
  numFmts: '<numFmt numFmtId="164" formatCode="0.00元"/><numFmt formatCode="yyyy-mm-dd" numFmtId="170"/>',
  fonts: '<font><sz val="11"/></font><font><sz val="16"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: '<border/><border><left style="thin"/></border>',
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  dxfs: '<dxf><font><b/></font></dxf>',
};

/** Ours: a number format the clerk has under another number, one at a number the clerk has for another, and three cell styles. */
const OURS: Sections = {
  numFmts:
    '<numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/>',
  fonts: '<font><sz val="11"/></font><font><b/><sz val="11"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill>',
  borders: '<border><left style="thin"/></border><border><top style="thin"/></border>',
  cellXfs: [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="7"/>',
    '<xf numFmtId="164" fontId="1" fillId="1" borderId="0" applyFont="1"><alignment wrapText="1"/></xf>',
    '<xf numFmtId="165" fontId="0" fillId="1" borderId="1"/>',
    '<xf numFmtId="9" fontId="1" fillId="0" borderId="0"/>',
  ].join(''),
  dxfs: '<dxf><font><i/></font></dxf><dxf><font><b/></font></dxf>',
};

const sectionOf = (xml: string, name: string) => childElements('styles.xml', xml).get(name) ?? [];

/** A cell style with what its numbers stand for, so that styles of two parts can be compared. */
function meaning(xml: string, style: number) {
  const { attributes, xml: written } = sectionOf(xml, 'cellXfs')[style] ?? { attributes: {}, xml: '' };
  const at = (name: string, attribute: string) => sectionOf(xml, name)[Number(attributes[attribute])]?.xml;
  const format = sectionOf(xml, 'numFmts').find(
    (one) => one.attributes['numFmtId'] === attributes['numFmtId'],
  );
  return {
    format: format?.attributes['formatCode'] ?? attributes['numFmtId'],
    font: at('fonts', 'fontId'),
    fill: at('fills', 'fillId'),
    border: at('borders', 'borderId'),
    applied: attributes['applyFont'],
    alignment: /<(?:\w+:)?alignment[^>]*>/.exec(written)?.[0],
  };
}

describe('the styles of a grafted tab', () => {
  const clerk = styles(CLERK);
  const ours = styles(OURS);
  const merged = mergeStyles(clerk, ours);

  test.each(sectionOf(ours, 'cellXfs').map((_, style) => style))(
    'style %i looks in the clerk’s workbook as it did in ours',
    (style) => {
      const place = merged.cells[style] ?? NaN;
      expect(meaning(merged.xml, place)).toEqual(meaning(ours, style));
    },
  );

  test('the clerk’s own styles stay where they were', () => {
    for (const name of Object.keys(CLERK)) {
      const before = sectionOf(clerk, name);
      expect(sectionOf(merged.xml, name).slice(0, before.length)).toEqual(before);
    }
  });

  test('what the clerk’s part has already is not added again', () => {
    const counts = Object.keys(CLERK).map((name) => [name, sectionOf(merged.xml, name).length]);
    expect(Object.fromEntries(counts)).toEqual({
      numFmts: 3,
      fonts: 3,
      fills: 3,
      borders: 3,
      cellXfs: 5,
      dxfs: 2,
    });
    expect(merged.cells).toEqual([1, 2, 3, 4]);
    expect(merged.differentials).toEqual([1, 0]);
  });

  test('each section says how many it holds now', () => {
    const counts = Object.keys(CLERK).map((name) => {
      const said = new RegExp(`<${name} count="(\\d+)"`).exec(merged.xml)?.[1];
      return [name, Number(said) - sectionOf(merged.xml, name).length];
    });
    expect(counts).toEqual(Object.keys(CLERK).map((name) => [name, 0]));
  });

  test('a number format of ours gets a number nobody has, and no number stands twice', () => {
    const numbers = sectionOf(merged.xml, 'numFmts').map(({ attributes }) => attributes['numFmtId']);
    expect(numbers).toEqual(['164', '170', '171']);
  });

  test('cell styles name no named style of ours', () => {
    const added = sectionOf(merged.xml, 'cellXfs').slice(1);
    expect(added.map(({ attributes }) => attributes['xfId'])).toEqual(['0', '0', '0', '0']);
  });

  test('the first number format of a workbook that has none of its own begins where such numbers begin', () => {
    const { numFmts: _none, ...plain } = CLERK;
    const numbers = sectionOf(mergeStyles(styles(plain), ours).xml, 'numFmts');
    expect(numbers.map(({ attributes }) => attributes['numFmtId'])).toEqual(['164', '165']);
  });

  test('added twice, nothing is added the second time', () => {
    const again = mergeStyles(merged.xml, ours);
    expect(again).toEqual({ ...merged, xml: again.xml });
    expect(sectionOf(again.xml, 'cellXfs')).toEqual(sectionOf(merged.xml, 'cellXfs'));
  });
});

test('a part that writes its elements with a prefix gets ours with their namespace', () => {
  const merged = mergeStyles(styles(CLERK, 'x'), styles(OURS));
  expect(merged.cells).toEqual([1, 2, 3, 4]);
  expect(merged.xml).toContain(`<xf xmlns="${NAMESPACE}"`);
});
