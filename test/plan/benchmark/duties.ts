import { BODIES, type World } from './content';

/** A day as documents write it: with the year, or leaning on the plan's. */
interface Due {
  /** The day, or how the duty is bound otherwise, as `describe` would say it. */
  readonly until: string;
  readonly words: readonly string[];
  /** 完成 does not follow 长期坚持. */
  readonly finishes: boolean;
}

function duesOf(year: number): readonly Due[] {
  return [
    {
      until: `${year}-06-30`,
      words: [`${year}年6月底前`, '6月底前', `${year}年6月30日前`, '6月30日前'],
      finishes: true,
    },
    {
      until: `${year}-12-31`,
      words: [`${year}年底前`, '年底前', '12月底前', `${year}年12月31日前`],
      finishes: true,
    },
    {
      until: `${year}-09-30`,
      words: [`${year}年9月底前`, '9月底前', `${year}年三季度末前`, '第三季度末前'],
      finishes: true,
    },
    { until: 'openEnded', words: ['长期坚持', '持续推进'], finishes: false },
    { until: `${year}-03-31`, words: [`${year}年3月底前`, '3月31日前', '一季度末前'], finishes: true },
    {
      until: `${year}-11-30`,
      words: [`${year}年11月底前`, '11月底前', `${year}年11月30日前`],
      finishes: true,
    },
  ];
}

/** One thing to be done, by whom and until when. */
export interface Duty {
  readonly body: string;
  /** Four different units, the first of which leads. */
  readonly units: readonly [string, string, string, string];
  readonly group: string;
  readonly until: string;
  readonly when: string;
  readonly finishes: boolean;
}

/** What is right of one measure: names as written, groups among them. */
export interface TrueClause {
  readonly text: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  /** A day, `openEnded`, `recurring` or `none`. */
  readonly until: string;
  /** The title of its section. */
  readonly section: string;
}

/** As many duties as wanted, each document beginning elsewhere in the lists. */
export function dutiesOf(world: World, year: number, from: number, count: number): readonly Duty[] {
  const dues = duesOf(year);
  const unit = (at: number): string => world.units[at % world.units.length] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const at = from * 5 + index;
    const due = dues[(at * 5 + from) % dues.length];
    return {
      body: BODIES[at % BODIES.length] ?? '',
      units: [unit(at), unit(at + 1), unit(at + 3), unit(at + 4)],
      group: world.groups[at % world.groups.length] ?? '',
      until: due?.until ?? 'none',
      when: due?.words[(at + from) % due.words.length] ?? '',
      finishes: due?.finishes ?? false,
    };
  });
}
