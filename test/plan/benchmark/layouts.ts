import { writeNumeral } from '../../../src/base/numerals';
import { TOPICS } from './content';
import type { Duty, TrueClause } from './duties';
import { WORDINGS, type Wording, type WordingName } from './wordings';

/** The body of a document: its lines, and what is right of each measure. */
export interface Body {
  readonly lines: readonly string[];
  readonly clauses: readonly TrueClause[];
}

interface Written {
  readonly words: string;
  readonly truth: Omit<TrueClause, 'section'>;
}

/** One duty as a paragraph without number; `before` is what opens it, a title of its own. */
function write(duty: Duty, wording: WordingName, before = ''): Written {
  const said: Wording = WORDINGS[wording](duty);
  const { clause, lead, support, undated, inBody } = said;
  const text = `${before}${duty.body}${inBody === undefined || inBody === '' ? '' : `。${inBody}`}`;
  const stop = /[。]$/.test(text) ? '' : '。';
  return {
    words: `${text}${stop}${clause}`,
    truth: { text, lead, support, until: undated === true ? 'none' : duty.until },
  };
}

/** A layout of numbers over duties, so many under each section. */
export type Layout = (duties: readonly Duty[], wordings: readonly WordingName[], from: number) => Body;

interface Numbering {
  /** What stands before a section's title. */
  readonly section: (index: number) => string;
  /** What stands before a measure: by its place within the section and within the document. */
  readonly measure: (within: number, index: number) => string;
  /** A heading between section and measure, over every second measure. */
  readonly task?: (within: number) => string;
  /** The measure opens with a short title of its own. */
  readonly titled?: boolean;
  readonly perSection?: number;
}

const TASKS = ['健全工作机制', '突破重点难点', '补齐短板弱项', '巩固提升成效'] as const;
const TITLES = ['健全制度', '抓实项目', '强化监管', '优化服务', '夯实基础', '提升效能'] as const;

function layout(numbering: Numbering): Layout {
  const perSection = numbering.perSection ?? 4;
  return (duties, wordings, from) => {
    const lines: string[] = [];
    const clauses: TrueClause[] = [];
    for (const [index, duty] of duties.entries()) {
      const [section, within] = [Math.floor(index / perSection), index % perSection];
      const title = TOPICS[(from + section) % TOPICS.length] ?? '';
      if (within === 0) lines.push(`${numbering.section(section)}${title}`);
      if (numbering.task && within % 2 === 0)
        lines.push(`${numbering.task(within / 2)}${TASKS[(from + index / 2) % TASKS.length] ?? ''}`);
      const opens = numbering.titled === true ? `${TITLES[(from + index) % TITLES.length] ?? ''}。` : '';
      const wording = wordings[index % wordings.length] ?? 'leads';
      const { words, truth } = write(duty, wording, opens);
      lines.push(`${numbering.measure(within, index)}${words}`);
      clauses.push({ ...truth, section: title });
    }
    return { lines, clauses };
  };
}

const han = (index: number): string => writeNumeral(index + 1);
const circled = (index: number): string => String.fromCharCode(0x2460 + index);

export const LAYOUTS = {
  /** 一、 （一） 1., the last restarting under each task. */
  tasks: layout({
    section: (at) => `${han(at)}、`,
    task: (at) => `（${han(at)}）`,
    measure: (within) => `${(within % 2) + 1}.`,
  }),
  /** 一、 （一）, each measure with a title of its own. */
  titled: layout({ section: (at) => `${han(at)}、`, measure: (at) => `（${han(at)}）`, titled: true }),
  /** 一、 and numbers that run through the document. */
  running: layout({ section: (at) => `${han(at)}、`, measure: (_, index) => `${index + 1}．` }),
  /** 一、 （一） （1）. */
  brackets: layout({
    section: (at) => `${han(at)}、`,
    task: (at) => `（${han(at)}）`,
    measure: (within) => `（${(within % 2) + 1}）`,
  }),
  /** （一） 1. without a level above. */
  flat: layout({ section: (at) => `（${han(at)}）`, measure: (at) => `${at + 1}、` }),
  /** 一、 1. ①. */
  circles: layout({
    section: (at) => `${han(at)}、`,
    task: (at) => `${at + 1}.`,
    measure: (within) => circled(within % 2),
  }),
  /** 第一部分, 一、. */
  parts: layout({ section: (at) => `第${han(at)}部分　`, measure: (at) => `${han(at)}、` }),
  /** 一、 and paragraphs without number. */
  unnumbered: layout({ section: (at) => `${han(at)}、`, measure: () => '' }),
  /** 第一章, 第一条. */
  articles: layout({ section: (at) => `第${han(at)}章　`, measure: (_, index) => `第${han(index)}条　` }),
  /** Markdown: ## and a list. */
  markdown: layout({ section: (at) => `## ${han(at)}、`, measure: (within) => `${within + 1}. ` }),
  /** Markdown with bold titles and dashes. */
  dashes: layout({ section: (at) => `## ${han(at)}、`, measure: () => '- ', perSection: 3 }),
  /** 一是, 二是 is no number: paragraphs 1.1, 1.2. */
  decimals: layout({
    section: (at) => `${at + 1}. `,
    measure: (at, index) => `${Math.floor(index / 4) + 1}.${at + 1} `,
  }),
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof LAYOUTS;
