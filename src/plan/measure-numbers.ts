/** No plan has more. */
const MOST_MEASURES = 100_000;

/** “1,3,5-9”: numbers of measures, and runs of them; `undefined` where a text is neither. */
export function measureNumbers(text: string): readonly number[] | undefined {
  const runs = text.split(/[,，、]/u).map((part) => {
    const [, from, to = from] = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/u.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === undefined || last < first || last - first > MOST_MEASURES) return undefined;
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return runs.some((run) => run === undefined) ? undefined : runs.flatMap((run) => run ?? []);
}
