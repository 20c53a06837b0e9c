import { PackageParts } from '../../../../src/hosts/file/grafting/package-parts';
import { changeBeforeRows } from '../../../../src/hosts/file/patching/worksheet-part';

const PART = 'xl/worksheets/sheet1.xml';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const encoder = new TextEncoder();

function partsWith(sheet: Uint8Array | string): PackageParts {
  return new PackageParts([
    ['[Content_Types].xml', TYPES],
    [PART, typeof sheet === 'string' ? encoder.encode(sheet) : sheet],
  ]);
}

function unselected(parts: PackageParts): void {
  changeBeforeRows(parts, PART, (root) => {
    root.change('sheetViews', (views) => {
      views.change('sheetView', (view) => {
        view.set({ tabSelected: undefined });
        return view;
      });
      return views;
    });
  });
}

const VIEWS = (prefix: string, selected: string) =>
  `<${prefix}sheetViews><${prefix}sheetView${selected} workbookViewId="0"/></${prefix}sheetViews>`;
const sheet = (selected: string, { prefix = '', head = '', rows = '' } = {}) =>
  `<?xml version="1.0"?>${head}<${prefix}worksheet xmlns${prefix === '' ? '' : ':x'}="urn:m">` +
  `${VIEWS(prefix, selected)}<${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`;

const SELECTED = ' tabSelected="1"';

test.each([
  ['as most programs write it', {}],
  ['with a prefix', { prefix: 'x:' }],
  ['with words in its head that are no ASCII', { head: '<?title 措施台账?>' }],
  ['with a comment that speaks of rows', { head: '<!-- <sheetData/> -->' }],
  ['with rows beyond what is looked at', { rows: '<row r="1"/>'.repeat(20_000) }],
  ['with its views behind what is looked at', { head: `<!--${'x'.repeat(70_000)}-->` }],
  ['with a mark of its encoding', { head: '' }],
])('a section before the rows of a sheet %s changes, and nothing else', (what, how) => {
  const mark = what === 'with a mark of its encoding' ? '\uFEFF' : '';
  const parts = partsWith(mark + sheet(SELECTED, how));
  unselected(parts);
  expect(new TextDecoder().decode(parts.bytes(PART))).toBe(sheet('', how));
});

test('rows that are not read stay byte for byte, though they are no text', () => {
  const around = (selected: string): readonly [Uint8Array, Uint8Array] => {
    const [before = '', after = ''] = sheet(selected, { rows: '@' }).split('@');
    return [encoder.encode(before), encoder.encode(after)];
  };
  const withNoText = ([before, after]: readonly [Uint8Array, Uint8Array]) =>
    Uint8Array.of(...before, 0xff, 0xfe, ...after);
  const parts = partsWith(withNoText(around(SELECTED)));
  unselected(parts);
  expect(parts.bytes(PART)).toEqual(withNoText(around('')));
});
