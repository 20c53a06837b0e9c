import type { Duty } from './duties';

/** How a clause is worded, and what it then says; the day is that of the duty unless `undated`. */
export interface Wording {
  readonly clause: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly undated?: boolean;
  /** Words before the clause, behind the body. */
  readonly inBody?: string;
}

function by({ when, finishes }: Duty, word = '完成'): string {
  return finishes ? `${when}${word}` : when;
}

/** Every way in which the documents word a clause. */
export const WORDINGS = {
  leads: (duty: Duty): Wording => {
    const [a, b, c] = duty.units;
    return { clause: `（${a}牵头，${b}、${c}配合，${by(duty)}）`, lead: [a], support: [b, c] };
  },
  labels: (duty: Duty): Wording => {
    const [a, b, c] = duty.units;
    return {
      clause: `（牵头单位：${a}；配合单位：${b}、${c}；完成时限：${duty.when}）`,
      lead: [a],
      support: [b, c],
    };
  },
  responsible: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（责任单位：${a}、${b}；完成时限：${duty.when}）`, lead: [a, b], support: [] };
  },
  alone: (duty: Duty): Wording => {
    const [a] = duty.units;
    return { clause: `（${a}负责，${by(duty)}）`, lead: [a], support: [] };
  },
  byDuties: ({ units: [a, b, c] }: Duty): Wording => ({
    clause: `（${a}、${b}、${c}按职责分工负责）`,
    lead: [a, b, c],
    support: [],
    undated: true,
  }),
  turtle: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `〔${a}牵头，${b}参与；${by(duty)}〕`, lead: [a], support: [b] };
  },
  threeBrackets: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return {
      clause: `【牵头单位：${a}】【责任单位：${b}】【完成时限：${duty.when}】`,
      lead: [a],
      support: [b],
    };
  },
  ownLines: (duty: Duty): Wording => {
    const [a, b, c] = duty.units;
    return {
      clause: `\n牵头单位：${a}\n责任单位：${b}、${c}\n完成时限：${duty.when}`,
      lead: [a],
      support: [b, c],
    };
  },
  oneLabelLine: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `\n责任单位：${a}、${b}　完成时限：${duty.when}`, lead: [a, b], support: [] };
  },
  andOthers: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}、${b}等部门按职责分工负责，${by(duty)}）`, lead: [a, b], support: [] };
  },
  andSome: (duty: Duty): Wording => {
    const [a, b, c] = duty.units;
    return {
      clause: `（${a}牵头，${b}、${c}等有关部门和单位配合，${by(duty)}）`,
      lead: [a],
      support: [b, c],
    };
  },
  together: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}会同${b}，${by(duty)}）`, lead: [a], support: [b] };
  },
  leaderInBrackets: (duty: Duty): Wording => {
    const [a, b, c] = duty.units;
    return { clause: `（${a}（牵头）、${b}、${c}（配合），${by(duty)}）`, lead: [a], support: [b, c] };
  },
  sentence: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `由${a}牵头，${b}配合，${by(duty)}。`, lead: [a], support: [b] };
  },
  withGroup: (duty: Duty): Wording => {
    const [a] = duty.units;
    return { clause: `（${a}牵头，${duty.group}配合，${by(duty)}）`, lead: [a], support: [duty.group] };
  },
  groupAlone: (duty: Duty): Wording => ({
    clause: `（${duty.group}负责，${by(duty)}）`,
    lead: [duty.group],
    support: [],
  }),
  withPerson: (duty: Duty): Wording => {
    const [a] = duty.units;
    return { clause: `（责任领导：张某某；责任单位：${a}；完成时间：${duty.when}）`, lead: [a], support: [] };
  },
  mainly: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}为主，${b}协助，${by(duty)}）`, lead: [a], support: [b] };
  },
  hosts: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}主办，${b}协办；${by(duty, '办结')}）`, lead: [a], support: [b] };
  },
  coordinates: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}统筹，${b}实施；${by(duty)}）`, lead: [a], support: [b] };
  },
  bareNames: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return { clause: `（${a}、${b}；${duty.when}）`, lead: [a, b], support: [] };
  },
  dayInBody: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return {
      clause: `（责任单位：${a}、${b}）`,
      lead: [a, b],
      support: [],
      inBody: duty.finishes ? `${duty.when}全部完成。` : '',
      ...(duty.finishes ? {} : { undated: true }),
    };
  },
  shapeLabels: (duty: Duty): Wording => {
    const [a, b] = duty.units;
    return {
      clause: `（牵头部门：${a}；协同单位：${b}；时间节点：${duty.when}）`,
      lead: [a],
      support: [b],
    };
  },
} as const satisfies Record<string, (duty: Duty) => Wording>;

export type WordingName = keyof typeof WORDINGS;
