import { grouped } from '../../../../base/grouped';
import { levelFigures, type PlaceGap, type PlaceState } from '../../../../ledger/figures/place-figures';
import { overdueDays } from '../../../../ledger/figures/timeliness';
import type { Ledger } from '../../../../ledger/ledger';
import { reportsInForce } from '../../../../ledger/levels/in-force';
import { PATH_SEPARATOR, type LevelRow } from '../../../../ledger/levels/levels';
import type { FigureRow } from '../figure-rows';

/** One measure of a place, as its report has it. */
export interface PlaceMeasure {
  /** “3” for the ledger's third measure, “own 3” for the third of the place's own plan. */
  readonly key: string;
  /** In the plan of the ledger, or for a measure of the place's own in that place's plan. */
  readonly no: number;
  readonly isOwn: boolean;
  readonly text: string;
  readonly state: PlaceState | PlaceGap;
  /** What its offices reported; none where it was not reported. */
  readonly rows: readonly LevelRow[];
}

/** The measures of a place below in the current period: those of the ledger in its order, then the place's own. */
export function placeMeasures(ledger: Ledger, path: string): readonly PlaceMeasure[] {
  const place = levelFigures(ledger).places.find((one) => one.path === path);
  if (place === undefined) return [];
  const [direct] = path.split(PATH_SEPARATOR);
  const report = reportsInForce(ledger, ledger.settings.period).get(direct ?? path);
  const rows = report?.rows.filter((row) => row.path === path) ?? [];
  const byUpper = grouped(rows, ({ upper }) => upper);
  const ours = ledger.plan.measures.flatMap(({ no, text }): readonly PlaceMeasure[] => {
    const state = place.states.get(no);
    if (state === undefined) return [];
    return [{ key: String(no), no, isOwn: false, text, state, rows: byUpper.get(no) ?? [] }];
  });
  const own = [...grouped(byUpper.get(null) ?? [], ({ measure }) => measure)].flatMap(
    ([no, some]): readonly PlaceMeasure[] => {
      const [first] = some;
      if (first === undefined) return [];
      return [{ key: `own ${no}`, no, isOwn: true, text: first.text, state: first, rows: some }];
    },
  );
  return [...ours, ...own];
}

/** What the figures of a place count, or with an empty path those of all places directly below: its measures that are ours. */
export function placeRows(ledger: Ledger, path: string): readonly FigureRow[] {
  return [...reportsInForce(ledger, ledger.settings.period).values()].flatMap(({ place, rows, asOf }) => {
    const own = rows.filter((row) => row.path === (path === '' ? place : path));
    const measures = new Map(own.map((row) => [row.measure, row]));
    return [...measures.values()].flatMap((row): readonly FigureRow[] => {
      const { upper, text, standing, timeliness, deadline } = row;
      if (upper === null) return [];
      const units = [
        ...new Set(
          own.flatMap(({ measure, unit }) => (measure === row.measure && unit !== '' ? [unit] : [])),
        ),
      ];
      const state = {
        standing,
        timeliness,
        deadline,
        overdueDays: overdueDays(row, asOf),
        verification: null,
      };
      return [{ measure: upper, text, units, state }];
    });
  });
}
