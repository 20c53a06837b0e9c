import { grouped } from '../../../../base/grouped';
import { levelFigures, type PlaceGap, type PlaceState } from '../../../../ledger/figures/place-figures';
import type { Ledger } from '../../../../ledger/ledger';
import { reportsInForce } from '../../../../ledger/levels/in-force';
import { PATH_SEPARATOR, type LevelRow } from '../../../../ledger/levels/levels';

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
