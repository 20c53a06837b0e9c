import fc from 'fast-check';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { faultOf } from './faults';
import { richWorkbook } from './rich-workbook';

let bytes: Uint8Array;

beforeAll(async () => {
  bytes = await createWorkbookFiles().write(richWorkbook());
});

test('a file torn anywhere is called torn, or empty when nothing is left', () => {
  for (let twentieth = 0; twentieth < 20; twentieth += 1) {
    const length = Math.floor((bytes.length * twentieth) / 20);
    expect([twentieth, faultOf(bytes.slice(0, length))]).toEqual([
      twentieth,
      twentieth === 0 ? 'file-empty' : 'file-torn',
    ]);
  }
  expect(faultOf(bytes.slice(0, -1))).toBe('file-torn');
  expect(faultOf(bytes)).toBeUndefined();
});

test('a file that lost its beginning is no workbook', () => {
  expect(faultOf(bytes.slice(100))).toBe('file-not-workbook');
});

test('a file with a hole of zeros is refused, or reads exactly as it was', () => {
  const sound = JSON.stringify(readWorkbook(bytes, 'x'));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 4096 }), (at, length) => {
      const holed = bytes.slice();
      holed.fill(0, at, at + length);
      if (faultOf(holed) === undefined) expect(JSON.stringify(readWorkbook(holed, 'x'))).toBe(sound);
    }),
    { numRuns: 150 },
  );
});

test('any byte changed on the way is noticed, or makes no difference', () => {
  const sound = JSON.stringify(readWorkbook(bytes, 'x'));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      if (faultOf(changed) === undefined) expect(JSON.stringify(readWorkbook(changed, 'x'))).toBe(sound);
    }),
    { numRuns: 300 },
  );
});
