import { must } from '../../base/invariant';
import type { AssignmentState } from '../../ledger/fold';
import type { Unit } from '../../ledger/records';
import { toReword } from '../paper';
import { inThirdPerson } from '../third-person';
import { asClause, sentencesOf, shortened } from '../wording';

/** What a unit says of a measure in one field of its report, as a clause without its full stop. */
export interface Saying {
  readonly unit: string;
  readonly measure: number;
  /** In the third person. What cannot be put so is marked for whoever edits the paper. */
  readonly text: string;
  /** As the unit put it, to be marked where its words cannot be taken. */
  readonly isMarked: boolean;
}

export type SaidIn = 'progress' | 'problems' | 'nextSteps';

/** Of a sentence as many clauses as are read in one go; where its first clause is longer, that one up to so many signs. */
const MOST_SIGNS = 50;
const MOST_SIGNS_OF_A_CLAUSE = 90;

/** “无”, or no more than the figures say. */
const NOTHING =
  /^(?:暂?无.{0,4}|没有.{0,4}|[\x20-\x7e、，。]*|(?:已经?|基本|全部)*完成|(?:正在)?推进中?|进行中|未启动)$/u;

/** Words with which a clause begins that wants its subject before it: “已印发……”. */
const WANTS_SUBJECT =
  /^(?:\d{1,2}月|年底前|已|正|将|拟|会同|联合|牵头|围绕|按照|按|根据|依托|通过|为|对|在|从|把|以|以及|积极|认真|严格|全面|深入|扎实|持续|进一步|稳步|加快|大力|切实|率先|先后|共|累计|倒排|组织|开展|召开|印发|制定|出台|建立|健全|完善|完成|推进|推行|推动|实施|落实|落地|加强|强化|规范|编制|梳理|清理|修订|公布|公开|举办|起草|提请|取消|下放|承接|优化|创新|整合|启动|聘请|调整|清查|办理|受理|审查|审核|备案|发布|培训|检查|督促|指导|巩固)/u;

/**
 * The first sentence of what a unit says, in the third person.
 * @param directory The units by name, for the short names by which a unit speaks of itself.
 * @returns `null` where it says nothing.
 */
export function sayingOf(
  { assignment: { unit, measure }, entry }: AssignmentState,
  field: SaidIn,
  directory: ReadonlyMap<string, Unit>,
): Saying | null {
  const whole = asClause(entry === null ? '' : entry.report[field]);
  const names = [unit, ...must(directory.get(unit), unit).shortNames];
  const own = names.find((name) => whole.startsWith(name));
  const bare = own === undefined ? whole : `${unit}${whole.slice(own.length).replace(/^[：，]/u, '')}`;
  const first = sentencesOf(bare).find((sentence) => !NOTHING.test(sentence));
  if (first === undefined) return null;
  const short = shortened(first, MOST_SIGNS) ?? shortened(first, MOST_SIGNS_OF_A_CLAUSE);
  const said = short === null ? null : inThirdPerson(short, unit);
  return { unit, measure, text: said ?? toReword(first), isMarked: said === null };
}

/** “市编办已公布目录清单（第1项）。”; a clause that has a subject of its own has the unit in the brackets: “（市编办，第2项）”. */
export function told({ unit, measure, text, isMarked }: Saying): string {
  const place = `第${measure}项`;
  if (isMarked) return `${text}（${unit}，${place}）。`;
  if (text.includes(unit)) return `${text}（${place}）。`;
  return WANTS_SUBJECT.test(text) ? `${unit}${text}（${place}）。` : `${text}（${unit}，${place}）。`;
}

/** Sayings in the same words are told once, by the first who said them. */
function withoutRepeats(sayings: readonly Saying[]): readonly Saying[] {
  const seen = new Set<string>();
  return sayings.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** What these assignments' units say, those that say nothing left out. */
export function sayingsOf(
  states: readonly AssignmentState[],
  field: SaidIn,
  directory: ReadonlyMap<string, Unit>,
): readonly Saying[] {
  return withoutRepeats(
    states.flatMap((state) => {
      const saying = sayingOf(state, field, directory);
      return saying === null ? [] : [saying];
    }),
  );
}
