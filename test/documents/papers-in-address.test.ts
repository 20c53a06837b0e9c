import { deflateSync } from 'fflate';
import { papersInAddress, papersOfAddress, PapersTooLongError } from '../../src/documents/papers-in-address';
import { PAPER } from './short-paper';

const NAMED = { fileName: '督办单_市财政局.docx', paper: PAPER };

const packed = (value: unknown) =>
  Buffer.from(deflateSync(new TextEncoder().encode(JSON.stringify(value)))).toString('base64url');

test('papers come out of an address as they went in, in characters that every address takes', () => {
  const text = papersInAddress([NAMED, NAMED]);
  expect(text).toMatch(/^[\w-]+$/);
  expect(papersOfAddress(text)).toEqual([NAMED, NAMED]);
});

/** What no packing makes shorter. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
}

test('what no address holds is refused', () => {
  const long = { ...PAPER, body: [{ kind: 'paragraph' as const, lead: '', text: noise(40_000) }] };
  expect(() => papersInAddress([{ ...NAMED, paper: long }])).toThrow(PapersTooLongError);
});

test.each([
  ['nothing', ''],
  ['no base64', '!!!'],
  ['a torn one', papersInAddress([NAMED]).slice(0, 40)],
  ['no list', packed({ papers: 1 })],
  ['an empty list', packed([])],
  ['something without a title', packed([{ fileName: 'a.docx', paper: { body: [] } }])],
  ['no file name', packed([{ paper: PAPER }])],
  ['a null among them', packed([NAMED, null])],
  ['what swells beyond all measure', packed('0'.repeat(20_000_000))],
  ['what is longer than any address', 'A'.repeat(60_001)],
])('%s is no paper', (_, text) => {
  expect(papersOfAddress(text)).toBeUndefined();
});
