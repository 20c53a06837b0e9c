import type { CalendarDate } from '../base/calendar';

/** An official paper as plain values: what stands in it, in order. Its layout is the writer's (GB/T 9704-2012). */
export interface Paper {
  /** 发文机关标志 and 发文字号; `null` for a paper without a red head. */
  readonly head: PaperHead | null;
  /** Lines are broken where the text says so. */
  readonly title: string;
  /** 主送机关, without the colon; `null` when the paper is addressed to nobody in particular. */
  readonly addressee: string | null;
  readonly body: readonly Block[];
  readonly signature: Signature | null;
  /** 附注, below the date in brackets: whom to ask. Empty when there is none. */
  readonly note: string;
  /** Each begins on a page of its own and is named below the body. */
  readonly annexes: readonly Annex[];
  /** 版记, at the foot of the last page; `null` for a paper that is not sent out under a number. */
  readonly imprint: Imprint | null;
}

/** Writes a paper as a file; the library behind it loads only when first asked. */
export type PaperWriter = (paper: Paper) => Promise<Uint8Array>;

export interface PaperHead {
  /**
   * `document`: the red head of GB/T 9704-2012, 7.2, “×××文件”. `letter`: the form of 10.1 between two double red lines, for a
   * 函 to those that are asked.
   */
  readonly form: 'document' | 'letter';
  /** The authority alone, without 文件. */
  readonly authority: string;
  readonly number: string;
}

export interface Imprint {
  /** 抄送; empty for none. */
  readonly copyTo: string;
  /** 印发机关 and 印发日期; a letter has none. */
  readonly printed: { readonly authority: string; readonly date: CalendarDate } | null;
}

export interface Signature {
  readonly authority: string;
  /** `null` leaves a marked place. */
  readonly date: CalendarDate | null;
}

export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
}

export type Block = Heading | Paragraph | Table | Chart;

/** Numbers stand in the text: “一、主要举措和成效” (level 1, 黑体), “（一）依法全面履行政府职能” (level 2, 楷体). */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Words at the beginning that stand out: “1.深化行政审批制度改革。”; empty for none. */
  readonly lead: string;
  readonly text: string;
}

export interface TableColumn {
  readonly header: string;
  /** Share of the width of the type area; the columns' shares are weighed against each other. */
  readonly share: number;
  readonly align: 'left' | 'center';
}

/** Cells are texts; the head repeats on every page, and only a row too long for its page is split. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row adds up the others. */
  readonly hasTotal: boolean;
  /** What has to be known to read it, in small type below it. */
  readonly note?: string;
}

/** Stacked horizontal bars, the first category at the top. */
export interface Chart {
  readonly kind: 'chart';
  readonly caption: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** `RRGGBB`. */
  readonly color: string;
  /** One for each category. */
  readonly values: readonly number[];
}

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, lead = ''): Paragraph {
  return { kind: 'paragraph', lead, text };
}

/** A place that only a person can fill; the writer marks it. */
export function toFillIn(what: string): string {
  return `【请填写：${what}】`;
}

/** What a unit said in words that no report can have: the writer marks it for whoever edits the paper. */
export function toReword(said: string): string {
  return `【请改写：${said.replace(/[【】]/gu, '')}】`;
}

const PLACE = /(【请(?:填写|改写)：[^】]*】)/u;

/** Cuts a text before and after its places to fill in. */
export function cutAtPlaces(text: string): readonly { readonly text: string; readonly isPlace: boolean }[] {
  return text
    .split(PLACE)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isPlace: PLACE.test(piece) }));
}

/** What is left for a person to fill in or to put into other words, each once, in the order of the body. */
export function placesToFillIn({ body }: Paper): readonly string[] {
  const places = body.flatMap((block) =>
    block.kind === 'paragraph'
      ? cutAtPlaces(block.text).flatMap(({ text, isPlace }) => (isPlace ? [text.slice(5, -1)] : []))
      : [],
  );
  return [...new Set(places)];
}
