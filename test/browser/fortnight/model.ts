import type { CalendarDate } from '../../../src/base/calendar';
import type { Report } from '../../../src/ledger/records';
import type { Sent } from './city';

/** What the ledger is to know of a measure of an office: what was said, and in which return. */
interface Known {
  readonly report: Report;
  readonly from: Sent;
}

export interface Paper {
  readonly kind: 'picture' | 'evidence';
  readonly office: string;
  readonly file: string;
}

/** The state of an office's line, in the words of the board. */
export type StateWord = '未报' | '已收' | '已收照片' | '需更正' | '已退回' | '已汇入' | '迟报';

/** Where a slip is one that can be guessed at: what the row says once the guess is agreed to. */
function cured(report: Report, slip: Sent['slip']): Report | undefined {
  if (slip === 'misspelt') return report;
  return slip === 'noSuchDay' ? { ...report, completedOn: '2017-02-28' as CalendarDate } : undefined;
}

/**
 * The inbox and the ledger as they have to be, worked out beside the product from what was sent and what the clerk did. It knows no file
 * and reads none.
 */
export class Model {
  /** In the order in which they came. */
  private readonly came: Sent[] = [];
  private readonly agreed = new Set<Sent>();
  private readonly chosen = new Map<string, Sent>();
  private readonly sentBack = new Set<Sent>();
  private readonly papers: Paper[] = [];
  readonly receipts: Paper[] = [];
  /** By office the returns taken in, the first in front, and whether each was sound when it was. */
  readonly taken = new Map<string, { readonly sent: Sent; readonly isSound: boolean }[]>();
  /** By “measure office”. */
  readonly known = new Map<string, Known>();

  constructor(
    private readonly offices: readonly string[],
    private readonly due: CalendarDate,
  ) {}

  arrive(sent: Sent): void {
    if (this.came.includes(sent)) return;
    this.came.push(sent);
    // What was chosen, was chosen before this one came.
    this.chosen.delete(sent.office);
  }

  arrivePaper(paper: Paper): void {
    this.papers.push(paper);
  }

  /** How many returns are in the inbox, and how many papers. */
  get files(): number {
    return this.came.length + this.papers.length;
  }

  private of(office: string): readonly Sent[] {
    return this.came.filter((sent) => sent.office === office);
  }

  private isSound(sent: Sent): boolean {
    return sent.slip === 'none' || this.agreed.has(sent);
  }

  /** Of the returns of an office the one that counts; `undefined` where there is none, or nobody has said which. */
  private counting(office: string): Sent | undefined {
    const [only, ...others] = this.of(office);
    return others.length === 0 ? only : this.chosen.get(office);
  }

  private rowsOf(sent: Sent): readonly (readonly [number, Report])[] {
    return [...sent.reports].flatMap(([measure, report]): (readonly [number, Report])[] => {
      if (measure !== sent.slipAt || sent.slip === 'none') return [[measure, report]];
      const now = this.agreed.has(sent) ? cured(report, sent.slip) : undefined;
      return now === undefined ? [] : [[measure, now]];
    });
  }

  /** What can be agreed to and was not. */
  curable(): readonly Sent[] {
    return this.came.filter(
      (sent) => !this.agreed.has(sent) && (sent.slip === 'misspelt' || sent.slip === 'noSuchDay'),
    );
  }

  agreeToAll(): void {
    for (const sent of this.curable()) this.agreed.add(sent);
  }

  /** The offices of which several returns came, and none was chosen. */
  undecided(): readonly string[] {
    return this.offices.filter((office) => this.of(office).length > 1 && !this.chosen.has(office));
  }

  chooseNewest(): void {
    for (const office of this.undecided()) {
      const newest = this.of(office).at(-1);
      if (newest !== undefined) this.chosen.set(office, newest);
    }
  }

  /** What has to go back: the faulty ones that count. */
  faulty(): readonly Sent[] {
    return this.offices.flatMap((office) => {
      const sent = this.counting(office);
      return sent === undefined || this.isSound(sent) ? [] : [sent];
    });
  }

  sendBack(): void {
    for (const sent of this.faulty()) this.sentBack.add(sent);
  }

  /** How many rows the ledger would get; with `writes` it gets them. */
  takeIn(writes: boolean): number {
    let rows = 0;
    for (const office of this.offices) {
      const sent = this.counting(office);
      if (sent === undefined) continue;
      for (const [measure, report] of this.rowsOf(sent)) {
        const key = `${measure} ${office}`;
        if (this.known.get(key)?.from === sent) continue;
        rows += 1;
        if (writes) this.known.set(key, { report, from: sent });
      }
      if (!writes) continue;
      const records = this.taken.get(office) ?? [];
      const isSound = this.isSound(sent);
      const last = records.at(-1);
      if (last?.sent !== sent || last.isSound !== isSound)
        this.taken.set(office, [...records, { sent, isSound }]);
    }
    return rows;
  }

  /** Papers in the inbox. */
  get waiting(): number {
    return this.papers.length;
  }

  notePapers(): void {
    this.receipts.push(...this.papers.splice(0));
  }

  stateOf(office: string): StateWord {
    const standing = this.counting(office) ?? this.of(office).at(-1);
    if (standing === undefined) {
      const isPictured = [...this.papers, ...this.receipts].some(
        (paper) => paper.office === office && paper.kind === 'picture',
      );
      return isPictured ? '已收照片' : '未报';
    }
    const isUndecided = this.counting(office) === undefined;
    if (isUndecided || !this.isSound(standing)) return this.sentBack.has(standing) ? '已退回' : '需更正';
    const records = this.taken.get(office) ?? [];
    if (records.at(-1)?.sent !== standing) return '已收';
    const first = records[0]?.sent ?? standing;
    return first.returnedOn > this.due ? '迟报' : '已汇入';
  }

  /** Every office by its state. */
  board(): Readonly<Record<string, StateWord>> {
    return Object.fromEntries(this.offices.map((office) => [office, this.stateOf(office)]));
  }

  /** Offices of which the ledger has no return. */
  owing(): readonly string[] {
    return this.offices.filter((office) => !this.taken.has(office));
  }

  /** Offices whose last return taken in has to be corrected. */
  toCorrect(): readonly string[] {
    return this.offices.filter((office) => this.taken.get(office)?.at(-1)?.isSound === false);
  }
}
