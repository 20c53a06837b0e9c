import type { CellRange } from '../../../base/raw-sheet';

const BLOCK = /!?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;
const SEPARATOR = /,(?=(?:[^']*'[^']*')*[^']*$)/;

/** “台账!A1:O1,台账!A2:O2” as ranges; a sheet's name may hold commas when quoted. What is cut short is left out. */
export function parseRanges(address: string): readonly CellRange[] {
  if (address === '') return [];
  return address.split(SEPARATOR).flatMap((part) => {
    const [, left = '', top = '', right = left, bottom = top] = BLOCK.exec(part) ?? [];
    if (left === '') return [];
    return [
      { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) },
    ];
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
