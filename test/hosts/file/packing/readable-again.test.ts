import { WorkbookTooLargeError } from '../../../../src/base/file-fault';
import { readableAgain } from '../../../../src/hosts/file/packing/readable-again';
import { LIMITS } from '../../../../src/hosts/file/reading/package/limits';

const encoder = new TextEncoder();

function file(name: string, xml: string) {
  return { name, bytes: encoder.encode(xml) };
}

const ROW =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/><c r="C1" t="inlineStr"><is><t>/c</t></is></c></row>';

test('cells that hold something are counted over all sheets, those with a look alone are not', () => {
  const files = [
    file('xl/worksheets/sheet1.xml', ROW),
    file('xl/worksheets/sheet2.xml', ROW),
    file('xl/sharedStrings.xml', '</c></c>'),
  ];
  expect([...readableAgain(files, 4)]).toEqual(files);
  let thrown: unknown;
  try {
    Array.from(readableAgain(files, 3));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(WorkbookTooLargeError);
  expect(thrown).toMatchObject({ cells: 4, most: 3 });
});

test('no more cells are written than are read', () => {
  const many = file('xl/worksheets/sheet1.xml', '</c>'.repeat(LIMITS.cells.max + 1));
  expect(() => Array.from(readableAgain([many]))).toThrow(WorkbookTooLargeError);
});

test('cells of a sheet whose elements have a prefix are counted like any', () => {
  const prefixed =
    ROW.replaceAll('<', '<x:').replaceAll('<x:/', '</x:') + '<x:f>1:c>2</x:f><x:c r="D1"><x:v>1</x:v></x:c>';
  const files = [file('xl/worksheets/sheet1.xml', prefixed)];
  expect([...readableAgain(files, 3)]).toEqual(files);
  expect(() => Array.from(readableAgain(files, 2))).toThrow(expect.objectContaining({ cells: 3 }));
});

test('they are counted wherever in the file they stand', () => {
  for (let blanks = 0; blanks < 4; blanks += 1) {
    const sheet = file(
      'xl/worksheets/sheet1.xml',
      `${' '.repeat(blanks)}<c>1</c>${' '.repeat(blanks)}<c>2</c>`,
    );
    expect(() => Array.from(readableAgain([sheet], 1))).toThrow(expect.objectContaining({ cells: 2 }));
  }
});
