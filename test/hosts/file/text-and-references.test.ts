import fc from 'fast-check';
import { shiftFormula } from '../../../src/hosts/file/reading/xlsx/shared-formula';
import { crc32 } from '../../../src/hosts/file/packing/crc32';
import { escapeCellText, unescapeCellText } from '../../../src/hosts/file/reading/xlsx/cell-text';
import { parseCellRange, parseColumn } from '../../../src/hosts/file/reading/xlsx/references';
import { columnLetters, rangeAddress } from '../../../src/base/raw-sheet';
import { crc32 as nodeCrc32 } from 'node:zlib';

describe('a shared formula is shifted one down and two right', () => {
  test.each<[formula: string, shifted: string]>([
    ['A1', 'C2'],
    ['$A1', '$A2'],
    ['A$1', 'C$1'],
    ['$A$1', '$A$1'],
    ['SUM(A1:B9)', 'SUM(C2:D10)'],
    ['A1+b2*2', 'C2+D3*2'],
    ['A:A', 'C:C'],
    ['$A:B', '$A:D'],
    ['1:$9', '2:$9'],
    ['SUM(A:A,3:4)', 'SUM(C:C,4:5)'],
    ['IF(A1="B2","A1",C3)', 'IF(C2="B2","A1",E4)'],
    ['"说 ""A1"""&A1', '"说 ""A1"""&C2'],
    ["'A1 表'!B2", "'A1 表'!D3"],
    ['台账!B2', '台账!D3'],
    ['Sheet1!B2', 'Sheet1!D3'],
    ['A1!B2', 'A1!D3'],
    ['[1]Sheet1!B2', '[1]Sheet1!D3'],
    ['表[列A1]+A1', '表[列A1]+C2'],
    ['LOG10(A1)', 'LOG10(C2)'],
    ['A1B2+统计A1', 'A1B2+统计A1'],
    ['_A1+A1.x', '_A1+A1.x'],
    ['1.5E3+2E5', '1.5E3+2E5'],
    ['XFD1048576', '#REF!'],
    ['统计截止日-E4', '统计截止日-G5'],
    ['TRUE+A1', 'TRUE+C2'],
  ])('%s → %s', (formula, shifted) => {
    expect(shiftFormula(formula, 1, 2)).toBe(shifted);
  });

  test('shifting back gives the formula again', () => {
    expect(shiftFormula(shiftFormula('SUM($C5:D$9)*E7', 3, 4), -3, -4)).toBe('SUM($C5:D$9)*E7');
    expect(shiftFormula('A1', -1, 0)).toBe('#REF!');
  });
});

describe('addresses', () => {
  test('every column’s letters are read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16_384 }),
        (column) => parseColumn(`${columnLetters(column)}7`) === column,
      ),
    );
  });

  test('every range is read back', () => {
    const side = fc.tuple(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }));
    fc.assert(
      fc.property(side, side, ([top, left], [bottom, right]) => {
        const range = {
          top: Math.min(top, bottom),
          left: Math.min(left, right),
          bottom: Math.max(top, bottom),
          right: Math.max(left, right),
        };
        expect(parseCellRange(rangeAddress(range))).toEqual(range);
      }),
    );
  });

  test.each(['', 'A', '1', 'A0', 'A1:B2:C3', 'ABCD1', 'XFE1', 'A1048577', 'A1:', '中1'])(
    '%s is no range',
    (text) => {
      expect(parseCellRange(text)).toBeUndefined();
    },
  );
});

test('the checksum is the one zip files carry, in one piece or several', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 99 }), fc.nat(99), (bytes, cut) => {
      expect(crc32(bytes)).toBe(nodeCrc32(bytes));
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(nodeCrc32(bytes));
    }),
  );
});

test('escaping a text and back gives the text, and nothing XML forbids in between', () => {
  const text = fc.string({
    unit: fc.constantFrom('_', 'x', '0', '4', '1', 'A', '\u0000', '\r', '\ufffe', '中'),
  });
  fc.assert(
    fc.property(text, (original) => {
      expect(escapeCellText(original)).not.toMatch(/[\u0000\ufffe]/);
      expect(unescapeCellText(escapeCellText(original))).toBe(original);
    }),
  );
});
