import { largestOf } from '../../base/extremes';
import { SEVERITIES } from '../../base/severity';
import { cellWords } from '../../returns/locate/cell-words';
import { MARK_FILL } from '../../returns/locate/form-columns';
import type { RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import { type Finding } from '../../returns/checked-return';
import type { RangeFormat, SheetBlueprint } from '../../base/blueprint';
import { fittedWidths } from '../../sheets/fitted-columns';
import { withFittedRows } from '../../sheets/row-heights';
import { plainSheet, range } from '../../sheets/tab-builder';
import { FORMAT } from '../../sheets/theme';
import { placeOfAddress } from './selecting/selection';

/** More is not looked at on a screen; a stray cell in the last row of a sheet must not cost a million rows. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 100;

/**
 * Somebody else's sheet to be looked at: its texts where they stand, columns as wide as these want, the cells of findings
 * filled as in a marked copy. What it looks like in its own file is not known here.
 * @param name On the tab: two files may have sheets of one name.
 */
export function rawTab(
  name: string,
  { rows, merges }: RawSheet,
  { date1904 }: Pick<RawWorkbook, 'date1904'>,
  findings: readonly Finding[] = [],
): SheetBlueprint {
  const shown = rows.filter(({ row }) => row <= MOST_ROWS);
  const texts = new Map(shown.map((row) => [row.row, textsOf(row, date1904)]));
  const height = shown.at(-1)?.row ?? 1;
  const width = largestOf(
    [...texts.values()].map((words) => words.length),
    1,
  );
  const blank = Array.from({ length: width }, () => '');
  const cells = Array.from({ length: height }, (_, index) => {
    const words = texts.get(index + 1);
    return words === undefined ? blank : [...words, ...blank.slice(words.length)];
  });
  const joined = merges.filter(({ bottom, right }) => bottom <= height && right <= width);
  return withFittedRows({
    ...plainSheet(name, cells, fittedWidths(cells, joined)),
    merges: joined,
    formats: [{ range: range(1, 1, height, width), format: FORMAT.body }, ...marks(findings)],
  });
}

function textsOf({ cells }: RawRow, date1904: boolean): readonly string[] {
  const words: string[] = [];
  for (const cell of cells) {
    if (cell.column <= MOST_COLUMNS) words[cell.column - 1] = cellWords(cell, date1904);
  }
  return Array.from(words, (word) => word ?? '');
}

/** Of several findings of one cell the gravest gives the fill. */
function marks(findings: readonly Finding[]): readonly RangeFormat[] {
  return SEVERITIES.toReversed().flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .flatMap(({ where: { cell } }) => {
        const place = placeOfAddress(cell);
        if (place === undefined) return [];
        const { row, column } = place;
        return [{ range: range(row, column, row, column), format: { fill: MARK_FILL[severity] } }];
      }),
  );
}
