import { must } from '../../base/invariant';
import type { AssignmentState } from '../../ledger/fold';
import type { Unit } from '../../ledger/records';
import { asClause, unitsList } from '../wording';

/** What one or several units say, as a clause without its full stop. */
export interface Saying {
  readonly units: readonly string[];
  readonly text: string;
}

const SELF = /^(?:我|本)(?:局|办|委|单位|部门|院|部|中心|处)(?:已经|已)?/u;

/** Words with which a clause begins that wants its subject before it: “已印发……”. */
const WANTS_SUBJECT =
  /^(?:已|正|将|会同|联合|牵头|围绕|按照|按|根据|依托|通过|为|对|在|从|把|以|以及|积极|认真|严格|全面|深入|扎实|持续|进一步|稳步|加快|大力|切实|率先|先后|共|累计|组织|开展|召开|印发|制定|出台|建立|健全|完善|完成|推进|推行|推动|实施|落实|落地|加强|强化|规范|编制|梳理|清理|修订|公布|公开|举办|起草|提请|取消|下放|承接|优化|创新|整合|启动|聘请|调整|清查|办理|受理|审查|审核|备案|发布|培训|检查|督促|指导)/u;

/** A text as a clause: the unit's own “我局” gone. `null` when nothing worth saying is left. */
export function sayingOf(text: string, unit: string, names: readonly string[]): Saying | null {
  const clause = asClause(text);
  const own = [unit, ...names].find((name) => clause.startsWith(name));
  const bare = own === undefined ? clause : clause.slice(own.length).replace(/^[：，]/u, '');
  const said = SELF.test(bare) ? bare.replace(/^(?:我|本)(?:局|办|委|单位|部门|院|部|中心|处)/u, '') : bare;
  return NOTHING.test(said) ? null : { units: [unit], text: said };
}

/** “无”, or no more than the figures say. */
const NOTHING =
  /^(?:暂?无.{0,4}|没有.{0,4}|[\x20-\x7e、，。]*|(?:已经?|基本|全部)*完成|(?:正在)?推进中?|进行中|未启动)$/u;

/** A text that several units reported is written once, with the names of all of them. */
export function merged(sayings: readonly Saying[]): readonly Saying[] {
  const byText = new Map<string, Saying>();
  for (const { units, text } of sayings) {
    const known = byText.get(text);
    byText.set(text, { text, units: [...new Set([...(known?.units ?? []), ...units])] });
  }
  return [...byText.values()];
}

const MOST_NAMED = 4;

/**
 * Sayings as sentences. What one speaker says stands together under one name: before the verb where the text begins
 * with one, else in brackets behind it.
 */
export function asProse(sayings: readonly Saying[]): string {
  const bySpeaker = new Map<string, string[]>();
  for (const { units, text } of merged(sayings)) {
    const speaker = unitsList(units, MOST_NAMED);
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), text]);
  }
  return [...bySpeaker]
    .map(([speaker, texts]) =>
      WANTS_SUBJECT.test(texts[0] ?? '')
        ? `${speaker}${texts.join('；')}。`
        : `${texts.join('；')}（${speaker}）。`,
    )
    .join('');
}

export function textsOf(
  states: readonly AssignmentState[],
  field: 'progress' | 'problems' | 'nextSteps',
  units: ReadonlyMap<string, Unit>,
): readonly Saying[] {
  return states.flatMap(({ assignment: { unit }, entry }) => {
    const saying = sayingOf(
      entry === null ? '' : entry.report[field],
      unit,
      must(units.get(unit), unit).shortNames,
    );
    return saying === null ? [] : [saying];
  });
}
