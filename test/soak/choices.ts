import type { Ledger } from '../../src/ledger/ledger';
import { dayAfter, type Dice } from './dice';
import type { Door, Step, Typed, Typing } from './door';
import type { Model, Verdict } from './model';
import { sendAgain, sendReturn, type Returned } from './returns';

/** How often each is tried. */
const TRIED = {
  collect: 8,
  type: 4,
  verify: 4,
  undo: 2,
  apply: 2,
  decide: 2,
  day: 1,
  letters: 1,
  revise: 1,
} as const satisfies Readonly<Record<Step['kind'], number>>;

const KINDS = (Object.entries(TRIED) as [Step['kind'], number][]).flatMap(([kind, times]) =>
  Array.from({ length: times }, () => kind),
);

const FEWEST_MEASURES = 130;
const OFFICES = 33;
/** So many files that came in are kept, to come in once more. */
const FILES_KEPT = 60;

/** What chance has the clerk do next. */
export class Choices {
  private sent: readonly Returned[] = [];
  private serial = 0;

  constructor(
    private readonly dice: Dice,
    private readonly month: () => number,
  ) {}

  /** The ledger is set to a day of the month, or of the days after it. */
  day(model: Model): Step {
    const day = dayAfter(`${this.period(0)}-28`, this.dice.below(30));
    return { kind: 'day', day: day > model.asOf ? day : model.asOf };
  }

  /** `undefined` where there is nothing to be done of the kind that was rolled. */
  async step(
    door: Door,
    model: Model,
    planText: string,
    issued: () => Promise<Ledger>,
  ): Promise<Step | undefined> {
    const kind = this.dice.pick(KINDS);
    if (!door.kinds.includes(kind)) return undefined;
    const measure = this.dice.pick(model.measures);
    const unit = this.dice.pick(measure.units);
    const { no, key } = measure;
    switch (kind) {
      case 'collect':
        return { kind, files: await this.returns(model, await issued()) };
      case 'undo':
        return model.copy().undo() ? { kind } : undefined;
      case 'type':
        return { kind, no, typed: this.typed(model) };
      case 'verify': {
        const verdict = this.dice.pick<Verdict>(['closed', 'sentBack', 'pending']);
        return model.inForce(key, unit) === undefined ? undefined : { kind, no, unit, verdict };
      }
      case 'apply': {
        const { day } = model.deadline(measure, unit);
        if (day === null || model.asOf > day) return undefined;
        return { kind, no, unit, to: dayAfter(day, 1 + this.dice.below(300)) };
      }
      case 'decide':
        return this.decision(model);
      case 'day':
        return this.day(model);
      case 'letters':
        return { kind };
      case 'revise':
        return { kind, text: this.revised(model, planText) };
    }
  }

  /** What somebody else types while returns are taken in: about a measure of other offices. */
  aside(step: Step, model: Model): Typing | undefined {
    if (step.kind !== 'collect' || this.dice.happens(60)) return undefined;
    const offices = step.files.map(({ known }) => known.office);
    const others = model.measures.filter(({ units }) => !units.some((unit) => offices.includes(unit)));
    if (others.length === 0) return undefined;
    return { kind: 'type', no: this.dice.pick(others).no, typed: this.typed(model) };
  }

  private decision(model: Model): Step | undefined {
    const waiting = model.measures.flatMap((measure) =>
      measure.units
        .filter((unit) => model.deadline(measure, unit).isAppliedFor)
        .map((unit) => ({ no: measure.no, unit })),
    );
    if (waiting.length === 0) return undefined;
    return { kind: 'decide', ...this.dice.pick(waiting), isApproved: this.dice.happens(70) };
  }

  private period(monthsBefore: number): string {
    return `2017-${String(Math.max(1, this.month() - monthsBefore)).padStart(2, '0')}`;
  }

  /** A few offices, now and then all; files of months before, the same file again, another one that says the same. */
  private async returns(model: Model, ledger: Ledger): Promise<readonly Returned[]> {
    const period = this.period(this.dice.happens(85) ? 0 : 1 + this.dice.below(3));
    const count = this.dice.happens(5) ? OFFICES : 1 + this.dice.below(6);
    const files: Returned[] = [];
    for (const office of this.dice.some(model.units, count)) {
      files.push(await sendReturn(ledger, model, office, period, this.dice));
    }
    const earlier = this.sent.length === 0 ? undefined : this.dice.pick(this.sent);
    if (earlier !== undefined && this.dice.happens(30)) files.push(earlier);
    if (earlier !== undefined && this.dice.happens(15)) files.push(await sendAgain(ledger, model, earlier));
    this.sent = [...this.sent, ...files].slice(-FILES_KEPT);
    return this.dice.some(files, files.length);
  }

  private typed(model: Model): Typed {
    switch (this.dice.below(4)) {
      case 0:
        return { status: '已完成', completedOn: dayAfter(model.asOf, -this.dice.below(400)) };
      case 1:
        return { status: this.dice.pick(['推进中', '未启动', '长期坚持']), completedOn: '' };
      case 2:
        return { status: '已完成' };
      default:
        return { status: '' };
    }
  }

  /** Another deadline, a measure less, or one more: the numbers behind it move. */
  private revised(model: Model, planText: string): string {
    this.serial += 1;
    const lines = planText.split('\n');
    const isMeasure = (line: string) => /^\(\d+\).*201[678]年底/.test(line.trim());
    const at = this.dice.pick(lines.flatMap((line, index) => (isMeasure(line) ? [index] : [])));
    const line = lines[at] ?? '';
    const change = this.dice.below(3);
    if (change === 0) lines[at] = line.replace(/201[678]年底/, `${2016 + this.dice.below(5)}年底`);
    else if (change === 1 && model.measures.length > FEWEST_MEASURES) lines.splice(at, 1);
    else {
      const unit = this.dice.pick(model.units);
      lines.splice(at, 0, `(1)建立第${this.serial}号专项清单,并按要求公开。(牵头单位:${unit}。2017年底完成)`);
    }
    return lines.join('\n');
  }
}
