import type { GuestCase } from './guest-case';
import { EDITS_OF_LOOKS } from './edits-of-looks';
import { EDITS_OF_PACKAGES } from './edits-of-packages';
import { EDITS_OF_OURS } from './edits-of-ours';
import { EDITS_OF_WORDS } from './edits-of-words';

/** Cases that one suite plays. */
export interface GuestSuite {
  /** The file of the suite. */
  readonly file: string;
  /** Of the suite that plays them in Excel. */
  readonly inExcel: string;
  readonly cases: readonly GuestCase[];
}

const BY_OPENPYXL: readonly GuestSuite[] = [
  { file: 'edits-of-words.test.ts', inExcel: 'words-in-excel.test.ts', cases: EDITS_OF_WORDS },
  { file: 'edits-of-looks.test.ts', inExcel: 'looks-in-excel.test.ts', cases: EDITS_OF_LOOKS },
  { file: 'edits-of-ours.test.ts', inExcel: 'ours-in-excel.test.ts', cases: EDITS_OF_OURS },
];

/** All of them, in the order of docs/guest.md. */
export const GUEST_SUITES: readonly GuestSuite[] = [
  ...BY_OPENPYXL,
  { file: 'package-kinds.test.ts', inExcel: 'packages-in-excel.test.ts', cases: EDITS_OF_PACKAGES },
];

/** Those that openpyxl-edits.py makes, each by its id. */
export const OPENPYXL_CASES: readonly GuestCase[] = BY_OPENPYXL.flatMap(({ cases }) => cases);

export const GUEST_CASES: readonly GuestCase[] = GUEST_SUITES.flatMap(({ cases }) => cases);
