import type { Place } from '../../plan/units/place';
import type { UnitNames } from '../../plan/units/units';
import { squeezed } from '../../base/clean-text';

/** What may stand right before an office's name without belonging to it; any other character makes it another office's name. */
const NAME_MAY_FOLLOW = /(?:^|[^\p{Script=Han}]|关于|[由报送给至致的及和与年月度份期号表])$/u;

interface NamedAt {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The units a free text names: a title, a file's name. “掇刀区财政局” and “钟祥市财政局” are not 市财政局; of names one inside the
 * other (市委, 市委办公室) the longest counts.
 */
export function unitsInText(text: string, units: readonly UnitNames[], place: Place): readonly string[] {
  const plain = squeezed(text).replace(/\.\w{1,5}$/u, '');
  const found = units.flatMap((unit) =>
    [unit.name, ...unit.shortNames].flatMap((name) => placesOf(squeezed(name), plain, unit.name, place)),
  );
  const widest = found.filter((one) => !found.some((other) => contains(other, one)));
  return [...new Set(widest.map(({ unit }) => unit))];
}

/** The one unit a text names; `undefined` when it names none, or several. */
export function unitInText(text: string, units: readonly UnitNames[], place: Place): string | undefined {
  const named = unitsInText(text, units, place);
  return named.length === 1 ? named[0] : undefined;
}

function placesOf(name: string, text: string, unit: string, { stem }: Place): readonly NamedAt[] {
  const places: NamedAt[] = [];
  for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + 1)) {
    const before = text.slice(0, from);
    const mayFollow = NAME_MAY_FOLLOW.test(before) || (stem !== '' && before.endsWith(stem));
    if (mayFollow) places.push({ unit, from, to: from + name.length });
  }
  return places;
}

function contains(outer: NamedAt, inner: NamedAt): boolean {
  const isWider = outer.to - outer.from > inner.to - inner.from;
  return isWider && outer.from <= inner.from && outer.to >= inner.to;
}
