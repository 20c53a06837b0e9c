import { fold, squeeze } from '../../base/fold-text';
import type { Plan } from '../plan';

/** The place a plan is of. In the names of its units the level alone means it: 市财政局 is 江口市财政局. */
export interface Place {
  /** “江口”; empty where the plan does not say. */
  readonly stem: string;
  /** “市”; empty where its units have none (教务处). */
  readonly level: string;
}

const LEVELS = '省市县区州旗';

/** The level most units' names begin with. */
function levelOf({ measures }: Plan): string {
  const counts = new Map<string, number>();
  for (const unit of measures.flatMap(({ leadUnits, supportUnits }) => [...leadUnits, ...supportUnits])) {
    const first = unit.charAt(0);
    if (LEVELS.includes(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? '';
}

/** Told by the level of the plan's units and the place of that level in its title, or else in its signature. */
export function placeOf(plan: Plan): Place {
  const level = levelOf(plan);
  if (level === '') return { stem: '', level };
  const titled = new RegExp(`^(?:[^${LEVELS}]{2,6}[省市州])?([^${LEVELS}]{2,6})${level}`, 'u');
  const signed = new RegExp(`^\\s*([^${LEVELS}\\s\\p{P}]{2,4})${level}(?:人民)?政府`, 'mu');
  const stem = titled.exec(squeeze(fold(plan.title)))?.[1] ?? signed.exec(plan.text)?.[1] ?? '';
  return { stem, level };
}

/** A name without the place's own before it: 江口市财政局 is 市财政局, 江口仲裁委 is 仲裁委. */
export function withoutPlace(name: string, { stem, level }: Place): string {
  if (stem === '') return name;
  const at = name.indexOf(stem);
  const above = name.slice(0, at);
  if (at < 0 || (at > 0 && !new RegExp(`^[^${LEVELS}]{2,6}[省市州]$`, 'u').test(above))) return name;
  const own = name.slice(at + stem.length);
  return at > 0 && !own.startsWith(level) ? name : own;
}
