import { set_cptable } from '@e965/xlsx';

/** Windows and Macintosh code pages by number, as the platform's own decoder names them; Chinese ones first. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [10008, 'gb18030'],
  [950, 'big5'],
  [10002, 'big5'],
  [932, 'shift_jis'],
  [10001, 'shift_jis'],
  [949, 'euc-kr'],
  [874, 'windows-874'],
  [10000, 'macintosh'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index) => [1250 + index, `windows-${1250 + index}`] as const),
]);

/** What a file of the West was written in when it names a code page nobody knows. */
const WESTERN = 'windows-1252';

function decode(codePage: number, bytes: ArrayLike<number>): string {
  return new TextDecoder(LABELS.get(codePage) ?? WESTERN).decode(Uint8Array.from(bytes));
}

/**
 * Has the library decode the texts of workbooks before Excel 97 with the platform's own tables: its own ones are larger than
 * the library.
 */
export function useOwnCodePages(): void {
  set_cptable({ utils: { decode } });
}
