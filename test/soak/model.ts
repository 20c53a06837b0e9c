// What a ledger has to come to, said a second time and in another way: a list of what happened, gone through anew for every
// figure. It knows nothing of the product but the words of its documents.
export interface ModelMeasure {
  /** Stays with the measure through revisions of the plan. */
  readonly key: string;
  readonly no: number;
  readonly section: string;
  readonly units: readonly string[];
  readonly deadline: string | null;
}

export type Claim = 'done' | 'inProgress' | 'notStarted' | 'ongoing';
export type Verdict = 'pending' | 'sentBack' | 'closed';

export interface Said {
  readonly status: Claim | null;
  readonly percent: number | null;
  readonly completedOn: string | null;
  readonly progress: string;
  readonly problems: string;
  readonly evidence: string;
}

export interface ModelReturn {
  /** Two files with the same bytes have the same. */
  readonly name: string;
  readonly office: string;
  readonly period: string;
  readonly rows: readonly { readonly key: string; readonly said: Said; readonly isSound: boolean }[];
}

/** What the coordinating office does about the part of one unit. */
export type Act = { readonly key: string; readonly unit: string } & (
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'application'; readonly to: string }
  | { readonly kind: 'decision'; readonly isApproved: boolean }
);

type Happening = { readonly batch: number; readonly key: string; readonly unit: string } & (
  | Act
  | { readonly kind: 'report'; readonly period: string; readonly file: string; readonly said: Said }
  | { readonly kind: 'handIn'; readonly period: string; readonly file: string }
  | { readonly kind: 'undo'; readonly undone: number }
);

type Report = Extract<Happening, { kind: 'report' }>;
type Standing = Claim | 'notReported';
type Stand = { readonly standing: Standing } & Pick<Said, 'completedOn'> & Pick<ModelMeasure, 'deadline'>;

const STANDINGS = ['done', 'inProgress', 'notStarted', 'ongoing', 'notReported'] as const;
const TIMES = ['doneLate', 'overdue', 'dueSoon'] as const;

const DUE_SOON_MS = 30 * 86_400_000;
const NOTHING = { status: null, percent: null, completedOn: null } as const;
const NOTHING_SAID: Said = { ...NOTHING, progress: '', problems: '', evidence: '' };

export class Model {
  private happened: Happening[] = [];
  private batches = 0;

  constructor(
    public measures: readonly ModelMeasure[],
    readonly units: readonly string[],
    public asOf: string,
    public period: string,
  ) {}

  /** To come back to, should the clerk not save. */
  copy(): Model {
    const copy = new Model(this.measures, this.units, this.asOf, this.period);
    copy.happened = [...this.happened];
    copy.batches = this.batches;
    return copy;
  }

  private live(): readonly Happening[] {
    const undone = new Set(this.happened.flatMap((one) => (one.kind === 'undo' ? [one.undone] : [])));
    return this.happened.filter(({ batch }) => !undone.has(batch));
  }

  private reports(key: string, unit: string): readonly Report[] {
    return this.live().filter(
      (one): one is Report => one.kind === 'report' && one.key === key && one.unit === unit,
    );
  }

  /** Of the latest period, the last one. */
  inForce(key: string, unit: string): Report | undefined {
    return this.reports(key, unit).reduce<Report | undefined>(
      (best, one) => (best === undefined || one.period >= best.period ? one : best),
      undefined,
    );
  }

  collect(files: readonly ModelReturn[]): void {
    const batch = this.batches + 1;
    // One of a period before the ledger's is refused.
    const timely = files.filter((file) => file.period >= this.period);
    const rivals = (file: ModelReturn) =>
      timely.some(
        (one) => one.office === file.office && one.period === file.period && one.name !== file.name,
      );
    const once = new Map(timely.filter((file) => !rivals(file)).map((file) => [file.name, file]));
    const ordered = [...once.values()].sort((a, b) => a.period.localeCompare(b.period));
    const before = this.live();
    const added: Happening[] = [];
    for (const { office, period, name, rows } of ordered) {
      for (const { key, said, isSound } of rows) {
        const known = this.reports(key, office);
        const latest = known.findLast((one) => one.period === period);
        const isKnown =
          known.some((one) => one.file === name) || (latest !== undefined && isSame(latest.said, said));
        if (isSound && !isKnown)
          added.push({ kind: 'report', batch, key, unit: office, period, file: name, said });
      }
      const isHandedIn = before.some((one) => one.kind === 'handIn' && one.file === name);
      if (!isHandedIn) added.push({ kind: 'handIn', batch, key: '', unit: office, period, file: name });
    }
    if (added.length === 0) return;
    this.batches = batch;
    this.period = ordered.at(-1)?.period ?? this.period;
    this.happened.push(...added);
  }

  /** Whether there was an import to take back: the last one goes. */
  undo(): boolean {
    const last = this.live().findLast(({ kind }) => kind === 'handIn');
    if (last === undefined) return false;
    this.batches += 1;
    this.happened.push({ kind: 'undo', batch: this.batches, key: '', unit: '', undone: last.batch });
    return true;
  }

  /** What stands in the status cells of a measure's row. */
  shown({ key, units }: ModelMeasure): Pick<Said, 'status' | 'completedOn'> {
    const said = units.map((unit) => this.inForce(key, unit)?.said);
    const first = said[0];
    if (units.length === 1) return { status: first?.status ?? null, completedOn: first?.completedOn ?? null };
    const claims = new Set(said.map((one) => one?.status ?? null));
    const dates = said.flatMap((one) => (one?.completedOn ? [one.completedOn] : [])).sort();
    const combined = this.combined(units.map((unit) => standingOf(this.inForce(key, unit)?.said)));
    const status =
      claims.size === 1 ? ([...claims][0] ?? null) : combined === 'notReported' ? null : combined;
    return { status, completedOn: dates.length === units.length ? (dates.at(-1) ?? null) : null };
  }

  /** What the clerk types over the row's cells holds for each of its units. */
  type(measure: ModelMeasure, typed: Partial<Pick<Said, 'status' | 'completedOn'>>): void {
    const shown = this.shown(measure);
    const changed = Object.fromEntries(
      Object.entries(typed).filter(([field, value]) => shown[field as keyof typeof shown] !== value),
    );
    if (Object.keys(changed).length === 0) return;
    const batch = this.batches + 1;
    for (const unit of measure.units) {
      const current = this.inForce(measure.key, unit);
      const said = { ...(current?.said ?? NOTHING_SAID), ...changed };
      if (current !== undefined && isSame(current.said, said)) continue;
      const period = current !== undefined && current.period > this.period ? current.period : this.period;
      this.happened.push({ kind: 'report', batch, key: measure.key, unit, period, file: '', said });
      this.batches = batch;
    }
  }

  act(act: Act): void {
    this.batches += 1;
    this.happened.push({ ...act, batch: this.batches });
  }

  /** A plan with other measures: what was said of those that are gone comes back with none. */
  revise(measures: readonly ModelMeasure[]): void {
    const kept = new Set(measures.map(({ key }) => key));
    const isLost = (key: string) => this.measures.some((one) => one.key === key) && !kept.has(key);
    this.happened = this.happened.map((one) =>
      isLost(one.key) ? { ...one, key: `${one.key} struck out` } : one,
    );
    this.measures = measures;
  }

  /** The deadline in force, and whether an application for a later one waits. */
  deadline(
    measure: ModelMeasure,
    unit: string,
  ): { readonly day: string | null; readonly isAppliedFor: boolean } {
    let day = measure.deadline;
    let asked: string | null = null;
    for (const one of this.live()) {
      if (one.key !== measure.key || one.unit !== unit) continue;
      if (one.kind === 'application') asked = one.to;
      if (one.kind !== 'decision') continue;
      if (one.isApproved) day = asked;
      asked = null;
    }
    return { day, isAppliedFor: asked !== null };
  }

  /** What became of a claim: closed until another is made, sent back until anything is said again. */
  verdict(key: string, unit: string): Verdict | null {
    let [said, verdict]: [Report | undefined, Verdict | null] = [undefined, null];
    for (const one of this.live()) {
      if (one.key !== key || one.unit !== unit) continue;
      if (one.kind === 'verdict' && said !== undefined) verdict = one.verdict;
      if (one.kind !== 'report' || (said !== undefined && one.period < said.period)) continue;
      const isSameClaim =
        said?.said.status === one.said.status && said.said.completedOn === one.said.completedOn;
      if (verdict !== 'closed' || !isSameClaim) verdict = 'pending';
      said = one;
    }
    return verdict;
  }

  /** Of a measure's row: closed when all are, sent back when any is. */
  shownVerdict({ key, units }: ModelMeasure): Verdict | null {
    const verdicts = units.flatMap((unit) => this.verdict(key, unit) ?? []);
    if (verdicts.length === 0) return null;
    if (verdicts.includes('sentBack')) return 'sentBack';
    return verdicts.length === units.length && verdicts.every((one) => one === 'closed')
      ? 'closed'
      : 'pending';
  }

  private combined(standings: readonly Standing[]): Standing {
    const [first = 'notReported'] = standings;
    return standings.every((one) => one === first) ? first : 'inProgress';
  }

  private standsOf(measure: ModelMeasure): readonly Stand[] {
    return measure.units.map((unit) => {
      const said = this.inForce(measure.key, unit)?.said;
      const { day } = this.deadline(measure, unit);
      return { standing: standingOf(said), completedOn: said?.completedOn ?? null, deadline: day };
    });
  }

  /** Of all units together: by the first deadline that is open, or was missed. */
  private standOf(measure: ModelMeasure): Stand {
    const stands = this.standsOf(measure);
    const days = (some: readonly Stand[]) => some.flatMap(({ deadline }) => deadline ?? []).sort();
    const open = days(stands.filter(({ standing }) => standing !== 'done'));
    const late = days(stands.filter((stand) => this.timeliness(stand) === 'doneLate'));
    const deadline = open[0] ?? late[0] ?? days(stands).at(-1) ?? null;
    const standing = this.combined(stands.map((stand) => stand.standing));
    return { standing, deadline, completedOn: this.shown(measure).completedOn };
  }

  private timeliness({ standing, completedOn, deadline }: Stand): (typeof TIMES)[number] | null {
    if (deadline === null) return null;
    if (standing === 'done') return (completedOn ?? '') > deadline ? 'doneLate' : null;
    if (this.asOf > deadline) return 'overdue';
    return Date.parse(deadline) - Date.parse(this.asOf) <= DUE_SOON_MS ? 'dueSoon' : null;
  }

  private tally(stands: readonly Stand[]): object {
    const of = (kind: string) =>
      stands.filter((one) => [one.standing, this.timeliness(one)].some((is) => is === kind));
    const counts = [...STANDINGS, ...TIMES].map((kind) => [kind, of(kind).length] as const);
    return { measures: stands.length, ...Object.fromEntries(counts) };
  }

  /** As the document of `summary` has it, without the rates. */
  figures(): unknown {
    const rows = this.measures.map((measure) => {
      const whole = this.standOf(measure);
      return { measure, whole, parts: this.standsOf(measure), year: whole.deadline?.slice(0, 4) ?? null };
    });
    const whole = (some: typeof rows) => this.tally(some.map((row) => row.whole));
    const sections = [...new Set(this.measures.map(({ section }) => section))];
    const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) =>
      (a ?? '9').localeCompare(b ?? '9'),
    );
    const isIn = (unit: string) =>
      this.live().some((one) => one.kind === 'handIn' && one.period === this.period && one.unit === unit);
    const parts = (unit: string) =>
      rows.flatMap((row) => row.parts.filter((_, index) => row.measure.units[index] === unit));
    return {
      asOf: this.asOf,
      period: this.period,
      total: whole(rows),
      units: this.units.map((unit) => ({ unit, ...this.tally(parts(unit)), returned: isIn(unit) })),
      sections: sections.map((section) => ({
        section,
        ...whole(rows.filter(({ measure }) => measure.section === section)),
      })),
      years: years.map((year) => ({
        year: year === null ? null : Number(year),
        ...whole(rows.filter((row) => row.year === year)),
      })),
    };
  }
}

/** A claim of completion without its day is work under way. */
function standingOf(said: Said | undefined): Standing {
  if (said?.status == null) return 'notReported';
  return said.status === 'done' && said.completedOn === null ? 'inProgress' : said.status;
}

function isSame(one: Said, other: Said): boolean {
  return (Object.keys(one) as (keyof Said)[]).every((field) => one[field] === other[field]);
}
