import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localMinute } from '../../src/app/runner/local-times';
import { run } from '../../src/cli/program';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { readWorkbook } from '../../src/hosts/file/reading/xlsx/read-xlsx';
import type { Ledger } from '../../src/ledger/ledger';
import { lookIn } from '../support/ledger-in';
import { Choices } from './choices';
import { CLAIM_WORD, differences } from './compare';
import type { Dice } from './dice';
import type { Door, FaultCount, Step, Typed } from './door';
import { CommandDoor } from './doors/command-door';
import { ExcelDoor } from './doors/excel-door';
import { PageDoor } from './doors/page-door';
import { Model, type Claim, type ModelMeasure, type Said } from './model';
import { ownThingsGone, withOwnThings } from './own-things';

const MONTHS = 12;
const VISITS_A_MONTH = 4;
const MOST_STEPS_A_VISIT = 6;
const STEPS_TOLD = 12;
const PLAN = 'seeds/000_a65ed4e6259fe44e.txt';
const BEGINS = { asOf: '2017-01-31', period: '2017-01' } as const;

/** A year of one ledger: month by month it is worked on through doors taken at random. */
export class Year {
  steps = 0;
  /** The last things that were done, to be told with a difference. */
  readonly last: string[] = [];
  private model = new Model([], [], '', '');
  private planText = '';
  /** The measures as the year began. */
  private begun: readonly ModelMeasure[] = [];
  private bytes: Uint8Array = new Uint8Array();
  private month = 1;
  private instant = Date.parse('2017-01-05T01:00:00Z');
  private readonly choices: Choices;
  private readonly doors: readonly Door[];

  constructor(
    private readonly folder: string,
    private readonly dice: Dice,
    faults: FaultCount,
    private readonly say: (line: string) => void,
  ) {
    const clock = () => this.now();
    this.choices = new Choices(dice, () => this.month);
    this.doors = [
      new CommandDoor(folder, dice, faults, clock),
      new PageDoor(dice, faults, clock),
      new ExcelDoor(dice, faults, clock),
    ];
  }

  /** Clocks of several machines: they go on, and now and then back by days. */
  private now(): string {
    this.instant += this.dice.happens(5) ? -this.dice.below(400_000_000) : this.dice.below(4_000_000);
    return localMinute(new Date(this.instant));
  }

  async begin(): Promise<void> {
    this.planText = await readFile(PLAN, 'utf8');
    const { asOf, period } = BEGINS;
    await this.command(['init', '--out', 'begun.xlsx', '--as-of', asOf, '--period', period]);
    this.bytes = await withOwnThings(new Uint8Array(await readFile(join(this.folder, 'begun.xlsx'))));
    const { units } = (await this.command(['summary', 'begun.xlsx'])) as { units: { unit: string }[] };
    const names = units.map(({ unit }) => unit);
    this.model = new Model(await this.measuresOf(this.planText, names), names, asOf, period);
    this.begun = this.model.measures;
    await this.compare();
  }

  /** @returns whether there was time for all of it */
  async play(goesOn: () => boolean): Promise<boolean> {
    for (this.month = 1; this.month <= MONTHS; this.month += 1) {
      for (let visit = 0; visit < VISITS_A_MONTH; visit += 1) {
        if (!goesOn()) return false;
        await this.visit(this.dice.pick(this.doors), visit === 0);
      }
      this.say(`2017-${String(this.month).padStart(2, '0')}: ${this.steps} steps`);
    }
    return true;
  }

  /** The workbook is opened at a door, worked on, and left; what was not saved has not happened. */
  private async visit(door: Door, isFirst: boolean): Promise<void> {
    const before = { model: this.model.copy(), planText: this.planText };
    await door.open(this.bytes);
    const count = 1 + this.dice.below(MOST_STEPS_A_VISIT);
    for (let at = 0; at < count; at += 1) {
      const step = isFirst && at === 0 ? this.choices.day(this.model) : await this.nextStep(door);
      if (step === undefined) continue;
      this.tell(`${door.name} ${wordsOf(step)}`);
      for (const done of await door.run(step, this.choices.aside(step, this.model))) await this.took(done);
      // Forms are issued of the ledger as the visit began.
      if (step.kind === 'revise') break;
    }
    if (door.name === 'page' && this.dice.happens(8)) {
      this.tell('page closed without saving');
      ({ model: this.model, planText: this.planText } = before);
      return;
    }
    this.bytes = new Uint8Array(await door.close());
    await this.compare();
  }

  private nextStep(door: Door): Promise<Step | undefined> {
    const issued = async (): Promise<Ledger> => {
      const host = await FileWorkbookHost.open(this.bytes, 'begun.xlsx');
      return (await lookIn(host)).ledger;
    };
    return this.choices.step(door, this.model, this.planText, issued);
  }

  private tell(words: string): void {
    this.last.push(words);
    this.last.splice(0, this.last.length - STEPS_TOLD);
  }

  /** The model takes in what was done. */
  private async took(step: Step): Promise<void> {
    this.steps += 1;
    const { model } = this;
    const measureOf = (no: number) => {
      const measure = model.measures.find((one) => one.no === no);
      if (measure === undefined) throw new Error(`no measure ${no}`);
      return measure;
    };
    switch (step.kind) {
      case 'collect':
        return model.collect(step.files.map(({ known }) => known));
      case 'undo':
        model.undo();
        return;
      case 'type':
        return model.type(measureOf(step.no), saidBy(step.typed));
      case 'verify':
        return model.act({ ...step, kind: 'verdict', key: measureOf(step.no).key });
      case 'apply':
        return model.act({ ...step, kind: 'application', key: measureOf(step.no).key });
      case 'decide':
        return model.act({ ...step, kind: 'decision', key: measureOf(step.no).key });
      case 'day':
        model.asOf = step.day;
        return;
      case 'letters':
        return;
      case 'revise':
        this.planText = step.text;
        model.revise(await this.measuresOf(step.text, model.units));
    }
  }

  private async measuresOf(text: string, units: readonly string[]): Promise<readonly ModelMeasure[]> {
    await writeFile(join(this.folder, 'plan.txt'), text);
    const plan = (await this.command(['plan', 'plan.txt'])) as {
      measures: {
        no: number;
        text: string;
        section: string;
        leadUnits: string[];
        leadGroup: string | null;
        deadline: string | null;
      }[];
    };
    return plan.measures.map(({ no, text: key, section, leadUnits, leadGroup, deadline }) => ({
      no,
      key,
      section,
      deadline,
      units: leadGroup === null ? leadUnits : [...new Set([...leadUnits, ...units])],
    }));
  }

  private async command(args: readonly string[]): Promise<unknown> {
    let [out, err] = ['', ''];
    const code = await run([...args, '--json'], {
      stdout: (text) => (out += text),
      stderr: (text) => (err += text),
      now: () => ({ day: '2017-12-12', minute: '2017-12-12 10:00', instant: '2017-12-12T02:00:00.000Z' }),
      ticks: () => 0,
      cwd: this.folder,
    });
    if (code > 1) throw new Error(`${args.join(' ')}: ${err}`);
    return JSON.parse(out) as unknown;
  }

  private async compare(): Promise<void> {
    await writeFile(join(this.folder, 'seen.xlsx'), this.bytes);
    const summary = await this.command(['summary', 'seen.xlsx']);
    const workbook = readWorkbook(this.bytes, 'seen.xlsx');
    const wrong = [
      ...differences(this.model, summary, workbook),
      ...ownThingsGone(workbook, this.model.measures, this.begun),
    ];
    if (wrong.length > 0) throw new Error(`product and model differ:\n${wrong.slice(0, 20).join('\n')}`);
  }
}

function saidBy({ status, completedOn }: Typed): Partial<Pick<Said, 'status' | 'completedOn'>> {
  const claim = (Object.keys(CLAIM_WORD) as Claim[]).find((one) => CLAIM_WORD[one] === status);
  return {
    ...(status === undefined ? {} : { status: claim ?? null }),
    ...(completedOn === undefined ? {} : { completedOn: completedOn === '' ? null : completedOn }),
  };
}

function wordsOf(step: Step): string {
  if (step.kind === 'collect') return `collect ${step.files.map(({ known }) => known.name).join(' ')}`;
  return step.kind === 'revise' ? 'revise' : JSON.stringify(step);
}
