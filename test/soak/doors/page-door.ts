import { ledgerBytes } from '../../../src/app/runner/ledger-bytes';
import { openLedgerFile } from '../../../src/app/runner/opened-file';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { HEADER_ROW } from '../../../src/sheets/tab-builder';
import { LEDGER } from '../../../src/sheets/tabs/ledger-tab';
import { checkedFields } from '../../../src/taskpane/storage/kept-fields';
import type { KeptSession } from '../../../src/taskpane/session/session';
import type { World } from '../../../src/taskpane/session/world';
import { day } from '../../ledger/builders';
import { planReaderHere } from '../../support/plan-reader-here';
import type { Dice } from '../dice';
import type { Door, FaultCount, Step } from '../door';
import { SessionSteps } from './session-steps';

/** The page, over a file that was opened. It is closed and opened anew between steps, and saving fails before it succeeds. */
export class PageDoor implements Door {
  readonly name = 'page';
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
  private saved = new Uint8Array();
  private failsToSave = false;
  private steps: SessionSteps;

  constructor(
    private readonly dice: Dice,
    private readonly faults: FaultCount,
    private readonly clock: () => string,
  ) {
    this.steps = new SessionSteps(this.world);
  }

  private readonly world: World = {
    planText: () => Promise.reject(new Error('no plan wanted')),
    today: () => day('2017-12-12'),
    minute: () => this.clock(),
    files: () => Promise.resolve(createWorkbookFiles()),
    checkPool: () => Promise.resolve(undefined),
    planReader: () => Promise.resolve(planReaderHere()),
    openLedger: openLedgerFile,
    ledgerBytes,
    live: null,
    outlet: 'download',
    download: () => undefined,
    openPapers: () => undefined,
    save: async (name, _known, bytes) => {
      const made = new Uint8Array(await bytes());
      if (this.failsToSave) {
        this.failsToSave = false;
        throw new DOMException('the disk is full', 'QuotaExceededError');
      }
      this.saved = made;
      return { name, file: null };
    },
    nameFolder: null,
    keeper: null,
  };

  async open(bytes: Uint8Array): Promise<void> {
    this.steps = new SessionSteps(this.world);
    this.saved = new Uint8Array();
    const arrayBuffer = () => Promise.resolve(new Uint8Array(bytes).buffer);
    await this.steps.commands.opening.open({ name: '台账.xlsx', arrayBuffer });
    this.steps.assertSound('open');
  }

  async run(step: Step): Promise<readonly Step[]> {
    if (this.dice.happens(15)) this.reload();
    if (step.kind === 'type') {
      const edits = Object.entries(step.typed).map(([key, typed]) => ({
        row: HEADER_ROW + step.no,
        column: LEDGER.at(key as keyof typeof step.typed),
        typed,
      }));
      const answer = this.steps.grid.edit(edits);
      if (answer.kind !== 'taken' && answer.kind !== 'unchanged') throw new Error(JSON.stringify(answer));
      return [step];
    }
    await this.steps.run(step);
    this.steps.assertSound(step.kind);
    return [step];
  }

  async close(): Promise<Uint8Array> {
    if (this.dice.happens(20)) {
      this.faults.count += 1;
      this.failsToSave = true;
      await this.steps.commands.save();
      if (this.saved.length > 0 || this.steps.fault === undefined)
        throw new Error('saved what was not saved');
    }
    await this.steps.commands.save();
    this.steps.assertSound('save');
    return this.saved;
  }

  /** What the browser keeps over a reload: its own copy of every field but ways to files. */
  private reload(): void {
    this.faults.count += 1;
    const {
      work: _work,
      notice: _notice,
      repairs: _repairs,
      leaving: _leaving,
      ...session
    } = this.steps.store.snapshot();
    const inbox = { ...session.inbox, handedIn: [] };
    const kept: KeptSession = { ...session, inbox, sampleReturns: [] };
    const checked = checkedFields(structuredClone(kept));
    if (checked === undefined) throw new Error('what was kept cannot be read');
    this.steps = new SessionSteps(this.world);
    this.steps.store.dispatch({ kind: 'restored', kept: checked as unknown as KeptSession });
  }
}
