import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../../src/cli/program';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { lookIn } from '../../support/ledger-in';
import type { Dice } from '../dice';
import type { Door, FaultCount, Step, Typing } from '../door';
import { addressesOf } from '../ledger-cells';
import type { Returned } from '../returns';
import { withTyped } from './workbook-cells';

const BUILT = join(__dirname, '../../../dist/cli/ledger.cjs');
const LEDGER = 'L.xlsx';
const OUT = ['--out', LEDGER] as const;

/** The command, over a file. It is killed while it works, run twice at once, and the file is written by others meanwhile. */
export class CommandDoor implements Door {
  readonly name = 'command';
  readonly kinds = ['collect', 'type', 'verify', 'apply', 'decide', 'day', 'letters', 'revise'] as const;
  /** What somebody does in the midst of the next step. */
  private meanwhile: (() => void) | undefined;

  constructor(
    private readonly folder: string,
    private readonly dice: Dice,
    private readonly faults: FaultCount,
    private readonly clock: () => string,
  ) {}

  private get file(): string {
    return join(this.folder, LEDGER);
  }

  open(bytes: Uint8Array): Promise<void> {
    return writeFile(this.file, bytes);
  }

  close(): Promise<Uint8Array> {
    return readFile(this.file);
  }

  async run(step: Step, aside?: Typing): Promise<readonly Step[]> {
    if (step.kind === 'collect') return this.collect(step.files, aside);
    await this.runPlain(step);
    return [step];
  }

  private async runPlain(step: Exclude<Step, { kind: 'collect' }>): Promise<void> {
    switch (step.kind) {
      case 'type':
        this.type(step);
        return this.command(['summary', LEDGER, ...OUT]);
      case 'verify': {
        const as = step.verdict === 'sentBack' ? 'sent-back' : step.verdict;
        return this.command(['verify', LEDGER, ...target(step, '佐证不足'), '--as', as, ...OUT]);
      }
      case 'apply':
        return this.command(['extend', LEDGER, ...target(step, '上级方案未出'), '--to', step.to, ...OUT]);
      case 'decide': {
        const decision = step.isApproved ? 'approved' : 'refused';
        return this.command(['extend', LEDGER, ...target(step, '已研究'), '--decide', decision, ...OUT]);
      }
      case 'day':
        return this.command(['summary', LEDGER, '--as-of', step.day, ...OUT]);
      case 'letters':
        await this.command(['letters', LEDGER, '--out', 'letters', '--out-ledger', LEDGER, '--force']);
        return rm(join(this.folder, 'letters'), { recursive: true, force: true });
      case 'revise':
        await writeFile(join(this.folder, 'plan.txt'), step.text);
        return this.command(['revise', LEDGER, '--plan', 'plan.txt', ...OUT]);
      case 'undo':
        throw new Error('the command takes nothing back');
    }
  }

  /** Somebody has the file open in another program, types and saves. */
  private type({ no, typed }: Typing): void {
    const bytes = readFileSync(this.file);
    const at = addressesOf(readWorkbook(bytes, LEDGER), no);
    const cells = Object.entries(typed).map(([key, text]) => [at[key as keyof typeof at], text] as const);
    writeFileSync(this.file, withTyped(bytes, '台账', Object.fromEntries(cells)));
  }

  private async collect(files: readonly Returned[], aside: Typing | undefined): Promise<readonly Step[]> {
    await mkdir(join(this.folder, 'inbox'), { recursive: true });
    for (const { known, bytes } of files) await writeFile(join(this.folder, 'inbox', known.name), bytes);
    try {
      if (aside !== undefined && this.dice.happens(50)) return await this.collectBeside(files, aside);
      if (files.length > 1 && this.dice.happens(25)) return await this.collectAtOnce(files);
      if (this.dice.happens(25) && existsSync(BUILT)) await this.killed(collecting(files));
      await this.command(collecting(files));
      return [{ kind: 'collect', files }];
    } finally {
      await rm(join(this.folder, 'inbox'), { recursive: true });
    }
  }

  /** What was saved while the command worked is there before it. */
  private async collectBeside(files: readonly Returned[], aside: Typing): Promise<readonly Step[]> {
    this.faults.count += 1;
    this.meanwhile = () => this.type(aside);
    await this.command(collecting(files));
    const isTyped = this.meanwhile === undefined;
    this.meanwhile = undefined;
    return isTyped ? [aside, { kind: 'collect', files }] : [{ kind: 'collect', files }];
  }

  private async collectAtOnce(files: readonly Returned[]): Promise<readonly Step[]> {
    this.faults.count += 1;
    const halves = [files.slice(0, files.length >> 1), files.slice(files.length >> 1)] as const;
    await Promise.all(halves.map((half) => this.command(collecting(half))));
    const { ledger } = await lookIn(await FileWorkbookHost.open(await readFile(this.file), LEDGER));
    const last = ledger.submissions.at(-1)?.file;
    const isFirstLast = halves[0].some(({ known }) => known.name === last);
    const ordered = isFirstLast ? halves.toReversed() : halves;
    return ordered.map((half) => ({ kind: 'collect', files: half }));
  }

  /** Twice in a row it is as once: what a killed run had done already is not done again. */
  private async killed(args: readonly string[]): Promise<void> {
    this.faults.count += 1;
    const child = spawn(process.execPath, [BUILT, ...args], { cwd: this.folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await pause(this.dice.below(2_500));
    child.kill('SIGKILL');
    await ended;
  }

  private async command(args: readonly string[]): Promise<void> {
    let said = '';
    const code = await run([...args, '--json'], {
      stdout: () => undefined,
      stderr: (text) => (said += text),
      now: () => ({ day: '2017-12-12', minute: this.clock(), instant: '2017-12-12T02:00:00.000Z' }),
      ticks: () => {
        const once = this.meanwhile;
        this.meanwhile = undefined;
        once?.();
        return 0;
      },
      cwd: this.folder,
    });
    if (code > 1) throw new Error(`${args.join(' ')}: ${said}`);
  }
}

function collecting(files: readonly Returned[]): readonly string[] {
  return ['collect', LEDGER, ...files.map(({ known }) => join('inbox', known.name)), ...OUT];
}

function target(
  { no, unit }: { readonly no: number; readonly unit: string },
  reason: string,
): readonly string[] {
  return ['--measure', String(no), '--unit', unit, '--reason', reason];
}
