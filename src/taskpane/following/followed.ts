import { isFlag, isText, orNull } from '../parts/use-screen-state';

/** The name under which the session keeps what the workbook shows because of the pane. */
export const FOLLOWED = 'beside.followed';

/** What the workbook shows because of what is shown in the pane. */
export interface Followed {
  /** Tells it from what the pane asked for before. */
  readonly key: string;
  /** The tab that is in front. */
  readonly tab: string;
  /** Why, as the clerk reads it. */
  readonly why: string;
  /** Of 台账 the measures whose rows are shown; `null` for all of a tab. */
  readonly measures: readonly number[] | null;
  /** Of another tab the rows that are shown, as it is drawn; all of it where nothing is said. */
  readonly rows?: readonly number[];
  /** The clerk wants to see all rows all the same. */
  readonly isOff: boolean;
}

export function isFollowed(value: unknown): value is Followed {
  if (typeof value !== 'object' || value === null) return false;
  const { key, tab, why, measures, rows, isOff } = value as Partial<Record<keyof Followed, unknown>>;
  return (
    [key, tab, why].every(isText) &&
    orNull(isNumbers)(measures) &&
    (rows === undefined || isNumbers(rows)) &&
    isFlag(isOff)
  );
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

/** What a screen asks the workbook to show. */
export type Asked = Pick<Followed, 'tab' | 'why' | 'measures' | 'rows'>;

/** What follows from what a screen asks, after what was followed; the same value where nothing changes. */
export function followedAfter(before: unknown, asked: Asked): Followed {
  const { tab, why, measures, rows } = asked;
  const key = `${tab} ${(measures ?? rows)?.join(' ') ?? ''}`;
  if (!isFollowed(before) || before.key !== key) return { ...asked, key, isOff: false };
  return before.why === why ? before : { ...before, why };
}
