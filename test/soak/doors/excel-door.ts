import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { World } from '../../../src/taskpane/session/world';
import { bootExcel, type BootedExcel } from '../../excel-host/boot';
import type { Fault } from '../../excel-host/protocol/faults';
import { day } from '../../ledger/builders';
import { planReaderHere } from '../../support/plan-reader-here';
import type { Dice } from '../dice';
import type { Door, FaultCount, Step, Typing } from '../door';
import { addressesOf } from '../ledger-cells';
import { SessionSteps } from './session-steps';

const FAULTS: readonly Fault[] = [
  { kind: 'error', code: 'AccessDenied' },
  { kind: 'error', code: 'GeneralException', applied: 0.5 },
  { kind: 'error', code: 'InvalidOperation', applied: 0.95 },
  { kind: 'disconnect', applied: false },
  { kind: 'disconnect', applied: true },
];

/** The pane in Excel: requests are refused, stop half way or lose their answer, and the pane is loaded anew between steps. */
export class ExcelDoor implements Door {
  readonly name = 'excel';
  readonly kinds = [
    'collect',
    'undo',
    'type',
    'verify',
    'apply',
    'decide',
    'day',
    'letters',
    'revise',
  ] as const;
  private booted: BootedExcel | undefined;
  private steps: SessionSteps | undefined;

  constructor(
    private readonly dice: Dice,
    private readonly faults: FaultCount,
    private readonly clock: () => string,
  ) {}

  async open(bytes: Uint8Array): Promise<void> {
    this.booted = bootExcel({ excelApi: '1.14' });
    this.host.workbook.behaviour.computesFormulas = false;
    await this.host.load(bytes, '台账.xlsx');
    await this.loadPane();
  }

  private get host() {
    if (this.booted === undefined) throw new Error('Excel is not open');
    return this.booted.host;
  }

  private get pane(): SessionSteps {
    if (this.steps === undefined) throw new Error('no pane');
    return this.steps;
  }

  private async loadPane(): Promise<void> {
    const live = new ExcelWorkbookHost();
    const world: World = {
      planText: () => Promise.reject(new Error('no plan wanted')),
      today: () => day('2017-12-12'),
      minute: () => this.clock(),
      files: () => Promise.resolve(createWorkbookFiles()),
      checkPool: () => Promise.resolve(undefined),
      planReader: () => Promise.resolve(planReaderHere()),
      openLedger: () => Promise.reject(new Error('no workbook of its own')),
      ledgerBytes: () => Promise.reject(new Error('no workbook of its own')),
      live,
      outlet: 'download',
      download: () => undefined,
      openPapers: () => undefined,
      save: () => Promise.reject(new Error('Excel saves')),
      nameFolder: null,
      keeper: null,
    };
    this.steps = new SessionSteps(world);
    await this.steps.commands.opening.openLive();
    this.steps.assertSound('open');
  }

  async run(step: Step, aside?: Typing): Promise<readonly Step[]> {
    if (step.kind === 'type') {
      (await this.typing(step))();
      if (this.dice.happens(50)) await this.pane.commands.write();
      this.pane.assertSound('write');
      return [step];
    }
    // A plan whose revision stopped half way is known to the pane alone that began it.
    if (this.dice.happens(10)) await this.loadPane();
    const type = aside === undefined ? undefined : await this.typing(aside);
    let isTyped = false;
    const act = () => {
      type?.();
      isTyped = true;
    };
    this.host.traffic.reset();
    const trip = 1 + this.dice.below(4);
    const fault = this.dice.happens(35) ? this.dice.pick(FAULTS) : undefined;
    if (type !== undefined)
      this.host.faults.at(trip, { kind: 'between', act, ...(fault && { then: fault }) });
    else if (fault !== undefined) this.host.faults.at(trip, fault);
    await this.attempt(step);
    this.faults.count +=
      (type === undefined ? 0 : 1) + (fault === undefined ? 0 : 1) - this.host.faults.unmet;
    this.host.faults.clear();
    if (this.pane.fault !== undefined) await this.again(step);
    return isTyped && aside !== undefined ? [aside, step] : [step];
  }

  /** The person before Excel types into a row. */
  private async typing({ no, typed }: Typing): Promise<() => void> {
    const at = addressesOf(await new ExcelWorkbookHost().read([[{ tab: '台账' }]]), no);
    return () => {
      for (const [key, text] of Object.entries(typed)) {
        const address = `台账!${at[key as keyof typeof at]}`;
        if (text === '') this.host.user.clear(address);
        else this.host.user.type(address, text);
      }
    };
  }

  private async attempt(step: Exclude<Step, { kind: 'type' }>): Promise<void> {
    try {
      await this.pane.run(step);
    } catch {
      // Told by the pane's commands as a sentence; the letters are asked for without one.
    }
  }

  /** The clerk presses the button once more. What had been done before its answer was lost is not to be done again. */
  private async again(step: Exclude<Step, { kind: 'type' }>): Promise<void> {
    await this.pane.run(step);
    const wasDone = step.kind === 'decide' && this.pane.fault?.includes('nothing-applied-for') === true;
    // Read and closed, so that no later step is held to it.
    if (wasDone) this.pane.commands.dismiss();
    this.pane.assertSound(`${step.kind} once more`);
  }

  async close(): Promise<Uint8Array> {
    await this.pane.commands.write();
    this.pane.assertSound('write');
    const bytes = await this.host.save();
    this.host.assertNothingUnmodelled();
    this.booted?.uninstall();
    this.booted = undefined;
    return new Uint8Array(bytes);
  }
}
