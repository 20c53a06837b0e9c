import type {
  BeginningInputs,
  BeginningName,
  Inputs,
  Results,
  UseCaseName,
} from '../../app/changes/use-case-list';
import type { LedgerPlace } from '../../app/runner/ledger-place';
import type { OpenedFile } from '../../app/runner/opened-file';
import type { LedgerSource, OpenedLedger } from '../../app/runner/open-ledger';
import type { Asked } from '../../app/runner/use-case';
import type { ReadPlan } from '../../app/plan-reading/plan-answers';
import type { PlanReader, PlanRequest } from '../../app/plan-reading/plan-reader';
import type { WorkbookLooks } from '../../hosts/file/reading/looks/workbook-looks';
import type { Repair } from '../../sheets/layout/repairs';
import type { Ledger } from '../../ledger/ledger';
import { nextTask, pause } from './clock';
import { ReadPlans } from './read-plans';
import type { SessionEvent } from './next-session';
import type { SavedFile } from './session';
import { sessionPlace } from './session-place';
import type { SessionStore } from './store';
import type { World } from './world';

/**
 * What every command works at: the session, the world, and the place where the ledger is. Use cases load when a step first
 * needs them, not with the page.
 */
export class Desk {
  /** The last step was refused for the mass of edits: whoever does it once more has looked at them. */
  private hasAsked = false;
  private wasUnsaved = false;
  private reader: Promise<PlanReader> | undefined;
  /** The plans that drafts have come to, as far as they were read on this page. */
  readonly readPlans = new ReadPlans();

  /** The workbooks that ledgers of this page were opened from, by their bytes. */
  private readonly sources = new WeakMap<Uint8Array, Promise<LedgerSource>>();

  constructor(
    readonly store: SessionStore,
    readonly world: World,
  ) {
    world.live?.onUndone?.((what) => store.leaveUndone(what));
    store.subscribe(() => this.expectSaving());
  }

  /** Inside Excel the workbook, the ledger of the session standing in where it was damaged; else the session itself. */
  async place(): Promise<LedgerPlace> {
    const { live } = this.world;
    if (live === null) return sessionPlace(this.store);
    const { workbookPlace } = await import('../../app/runner/ledger-place');
    return workbookPlace(live, this.store.snapshot().ledger ?? undefined, pause);
  }

  /** Whoever has begun to change a ledger will save it; first the change is drawn and kept. */
  private expectSaving(): void {
    const { unsaved } = this.store.snapshot();
    if (unsaved && !this.wasUnsaved) void pause().then(() => this.prepareFiles());
    this.wasUnsaved = unsaved;
  }

  /** A clerk is about to open or to save: what that takes is loaded meanwhile. What does not come is met, and said, then. */
  prepareFiles(): void {
    if (this.world.live === null) this.world.prepareFiles?.().catch(() => undefined);
  }

  /** What stood in a workbook when it was opened, read once. @throws WorkbookFileError, LedgerFormatError */
  sourceOf(bytes: Uint8Array): Promise<LedgerSource> {
    const known = this.sources.get(bytes) ?? this.readSource(bytes);
    this.sources.set(bytes, known);
    return known;
  }

  /** How the sheets of such a workbook look; nothing where its file does not tell. */
  async looksOf(bytes: Uint8Array): Promise<WorkbookLooks | undefined> {
    return this.world.openLooks?.(bytes);
  }

  /** It has been read already, or is about to be. */
  keepSource(bytes: Uint8Array, { source, onItsWay }: OpenedFile): void {
    const whole = onItsWay ?? Promise.resolve(source);
    // Who asks for it hears of a fault; until then nobody has to.
    whole.catch(() => undefined);
    this.sources.set(bytes, whole);
  }

  private async readSource(bytes: Uint8Array): Promise<LedgerSource> {
    const { fileName } = this.store.snapshot();
    const { source, onItsWay } = await this.world.openLedger({ bytes, fileName, at: this.world.minute() });
    return onItsWay ?? source;
  }

  /** Reads a plan beside the page, until the clerk cancels. */
  async readPlan(request: PlanRequest): Promise<ReadPlan> {
    this.reader ??= this.world.planReader();
    const reader = await this.reader;
    this.store.onCancel(() => reader.stop());
    return reader.ask(request);
  }

  /** Reads a plan while the clerk may be reading another: the reader is its own, since one reads a single plan at a time. */
  async readPlanAside(request: PlanRequest): Promise<ReadPlan> {
    const reader = await this.world.planReader();
    try {
      return await reader.ask(request);
    } finally {
      reader.stop();
    }
  }

  get asked(): Asked {
    return { by: 'pane', at: this.world.minute() };
  }

  /**
   * Runs a use case where the ledger is, and tells the session. Nothing is told when Excel refuses it.
   * @param ahead Works out what the screens will ask of the ledger it has become.
   */
  async run<Name extends UseCaseName>(
    name: Name,
    input: Inputs[Name],
    told: (result: Results[Name]) => SessionEvent = ({ ledger }) => ({ kind: 'changed', ledger }),
    ahead: (ledger: Ledger) => Promise<void> = () => Promise.resolve(),
  ): Promise<Results[Name]> {
    const { runUseCase } = await import('../../app/runner/run-use-case');
    const asked = { ...this.asked, acceptEdits: this.hasAsked };
    this.hasAsked = false;
    const result = await runUseCase(await this.place(), name, input, asked).catch((error: unknown) => {
      this.hasAsked = error instanceof Error && 'fault' in error && error.fault === 'many-edits';
      throw error;
    });
    // The ledger is changed by now: what fails here is met, and said, when it is drawn.
    await this.foldAhead(result.ledger)
      .then(() => ahead(result.ledger))
      .catch(() => undefined);
    this.tell(told(result));
    this.tellRepairs(result.repairs);
    return result;
  }

  /** Where everything stands is worked out between two tasks, so that drawing what it has come to is less at once. */
  private async foldAhead(ledger: Ledger): Promise<void> {
    const [{ timelines }, { foldLedger }] = await Promise.all([
      import('../../ledger/timelines'),
      import('../../ledger/fold'),
    ]);
    await nextTask();
    timelines(ledger.entries);
    await nextTask();
    foldLedger(ledger);
    await nextTask();
  }

  /** A ledger begins where the ledger is to be; the session is the caller's to tell. */
  async begin<Name extends BeginningName>(name: Name, input: BeginningInputs[Name]): Promise<Ledger> {
    const { beginLedger } = await import('../../app/runner/run-use-case');
    return beginLedger(await this.place(), name, input, this.asked);
  }

  /** The ledger as it stands, with what was typed into the workbook around the pane since; nothing is written. */
  async look(): Promise<OpenedLedger> {
    return (await this.place()).look(this.world.minute());
  }

  /** Puts a ledger file in front of the list of those last opened or saved. */
  async remember({ handle }: SavedFile): Promise<void> {
    const { recent, minute } = this.world;
    await recent?.remember({ name: handle.name, handle, at: minute() });
  }

  /** Stays to be read until the clerk has said so, or others come. */
  tellRepairs(repairs: readonly Repair[]): void {
    if (repairs.length > 0) this.store.dispatch({ kind: 'repaired', repairs });
  }

  /** What has become of the ledger. What is written into the live workbook is Excel's to save. */
  tell(event: SessionEvent): void {
    this.store.dispatch(event);
    if (this.world.live !== null) this.store.dispatch({ kind: 'saved' });
  }
}
