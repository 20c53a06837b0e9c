import { buildLedger } from '../../app/build-ledger';
import { checkReturns, type ReturnFile } from '../../app/check-returns';
import { collectReturns } from '../../app/collect-returns';
import { findingLines } from '../../app/describe-finding';
import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/take-hand-edits';
import { undoBatch } from '../../ledger/changes';
import type { Ledger } from '../../ledger/ledger';
import type { LedgerSettings, Verdict } from '../../ledger/types';
import { translator } from '../../locales/translate';
import type { RawWorkbook } from '../../returns/raw-sheet';
import type { FindingLine } from '../../sheets/findings-tab';
import { isLedgerWorkbook, readLedger } from '../../sheets/read-ledger';
import { TAB_WORD } from '../../sheets/words';
import type { Screen } from './session';
import type { Said, SessionStore } from './store';
import type { World } from './world';
import { GridCommands } from './grid-commands';

/** The same seed as the command's: the sample is one and the same. */
const SAMPLE_SEED = 2017;

/** A file the clerk picked. */
export interface PickedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What the clerk can do. Each step ends with a sentence, whether it went well or not. */
export class Commands {
  readonly grid: GridCommands;

  constructor(
    private readonly store: SessionStore,
    private readonly world: World,
  ) {
    this.grid = new GridCommands(store, world);
  }

  /** Inside Excel: takes up the ledger of the workbook, when it is one. */
  readonly openLive = async (): Promise<void> => {
    const { live } = this.world;
    if (live === null) return;
    const raw = await live.read().catch(() => undefined);
    if (raw === undefined || !isLedgerWorkbook(raw)) return;
    await this.store.step('pane.fault.open', () => this.takeUp(raw, raw.file, null));
  };

  readonly build = () =>
    this.store.step('pane.fault.build', async () => {
      const { planText, today, instant } = this.world;
      const ledger = buildLedger(planText, { asOf: today(), at: instant() });
      await this.writeLive(ledger, []);
      this.store.dispatch({
        kind: 'opened',
        ledger,
        findings: [],
        fileName: TAB_WORD.fileName,
        source: null,
        sampleReturns: [],
        unsaved: this.world.live === null,
      });
      return ['pane.built', { measures: ledger.plan.measures.length }];
    });

  readonly tryDemo = () =>
    this.store.step('pane.fault.demo', async () => {
      const { demoLedger, makeDemo } = await import('../../app/demo/make-demo');
      const { planText } = this.world;
      const options = { seed: SAMPLE_SEED, progress: this.store.progress };
      const demo = await makeDemo(planText, await this.world.files(), options);
      const ledger = demoLedger(planText);
      await this.writeLive(ledger, []);
      const sampleReturns = demo.returns.map(({ fileName, bytes }) => ({
        name: fileName,
        read: () => Promise.resolve(bytes),
      }));
      this.store.dispatch({
        kind: 'opened',
        ledger,
        findings: [],
        fileName: demo.ledger.fileName,
        source: null,
        sampleReturns,
        unsaved: this.world.live === null,
      });
      return ['pane.demoReady', { count: sampleReturns.length }];
    });

  readonly open = (file: PickedFile) =>
    this.store.step('pane.fault.open', async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const workbook = await this.world.openWorkbook(bytes, file.name);
      return this.takeUp(await workbook.read(), file.name, bytes);
    });

  private takeUp(raw: RawWorkbook, fileName: string, source: Uint8Array | null): Said {
    const book = readLedger(raw);
    const edited = takeInHandEdits(raw, book.ledger, this.world.instant());
    this.store.dispatch({
      kind: 'opened',
      ledger: edited.ledger,
      findings: book.findings,
      fileName,
      source,
      sampleReturns: [],
      unsaved: edited.taken > 0 || edited.refused.length > 0,
    });
    return ['pane.opened', { file: fileName, edits: edited.taken, refused: edited.refused.length }];
  }

  /** Inside Excel the workbook shows every change at once. */
  private async writeLive(ledger: Ledger, findings: readonly FindingLine[]): Promise<void> {
    if (this.world.live !== null) await saveLedger(this.world.live, ledger, findings);
  }

  /** The ledger with what was typed into the live workbook since; the one in memory where there is no such workbook. */
  private async ledgerNow(): Promise<Ledger> {
    const { live } = this.world;
    if (live === null) return this.store.ledger;
    const raw = await live.read();
    return isLedgerWorkbook(raw)
      ? takeInHandEdits(raw, this.store.ledger, this.world.instant()).ledger
      : this.store.ledger;
  }

  readonly issue = () =>
    this.store.step('pane.fault.issue', async () => {
      const { issueForms } = await import('../../app/issue-forms');
      const { ledger, progress } = this.store;
      const { period } = ledger.settings;
      const forms = await issueForms(ledger, await this.world.files(), { period, progress });
      for (const form of forms) this.world.download(form.fileName, form.bytes);
      return ['pane.issued', { count: forms.length }];
    });

  readonly check = (returned: readonly ReturnFile[]) =>
    this.store.step('pane.fault.check', async () => {
      const { ledger, progress } = this.store;
      const files = await checkReturns(ledger, returned, await this.world.files(), progress);
      this.store.dispatch({ kind: 'checked', files });
      const count = (verdict: Verdict) => files.filter((file) => file.verdict === verdict).length;
      const counts = {
        files: files.length,
        accepted: count('accepted'),
        needsCorrection: count('needs-correction'),
        rejected: count('rejected'),
      };
      return ['pane.checked', counts];
    });

  readonly collect = () =>
    this.store.step('pane.fault.collect', async () => {
      const { checked, chosen } = this.store.snapshot();
      const change = collectReturns(await this.ledgerNow(), checked, { at: this.world.instant(), chosen });
      const findings = findingLines(change.files, translator('zh-CN'));
      await this.writeLive(change.ledger, findings);
      this.store.dispatch({ kind: 'imported', ledger: change.ledger, findings, batch: change.batch });
      return ['pane.collected', { added: change.added.length, unchanged: change.unchanged }];
    });

  readonly undo = () =>
    this.store.step('pane.fault.undo', async () => {
      const { lastBatch, findings } = this.store.snapshot();
      const ledger = undoBatch(await this.ledgerNow(), lastBatch ?? '', this.world.instant());
      if (ledger === undefined) throw new Error('nothing to undo');
      await this.writeLive(ledger, findings);
      this.store.dispatch({ kind: 'undone', ledger });
      return ['pane.undone', {}];
    });

  /** Writes the ledger with its settings into the workbook around the pane. */
  readonly write = () =>
    this.store.step('pane.fault.write', async () => {
      const ledger = await this.ledgerNow();
      await this.writeLive(ledger, this.store.snapshot().findings);
      this.store.dispatch({ kind: 'changed', ledger });
      this.store.dispatch({ kind: 'saved' });
      return ['pane.written', {}];
    });

  /** Saves to the file the ledger was last saved to, or asks where; as a download where the browser cannot write files. */
  readonly download = () =>
    this.store.step('pane.fault.download', async () => {
      const { fileName, savedFile } = this.store.snapshot();
      const ledger = this.store.ledger;
      const saved = await this.world.save(fileName, savedFile, () => this.bytesOf(ledger));
      if (saved.file === null) {
        this.store.dispatch({ kind: 'saved' });
        return ['pane.downloaded', { file: saved.name }];
      }
      this.store.dispatch({ kind: 'savedAs', fileName: saved.name, savedFile: saved.file });
      return ['pane.savedTo', { file: saved.name }];
    });

  private async bytesOf(ledger: Ledger): Promise<Uint8Array> {
    const { findings, fileName, source } = this.store.snapshot();
    const workbook =
      source === null ? await this.world.newWorkbook() : await this.world.openWorkbook(source, fileName);
    await saveLedger(workbook, ledger, findings);
    return workbook.toBytes();
  }

  readonly setSettings = (settings: LedgerSettings): void => {
    this.store.dispatch({ kind: 'changed', ledger: { ...this.store.ledger, settings } });
  };

  readonly choose = (sha256: string): void => this.store.dispatch({ kind: 'chosen', sha256 });
  /** Shows a cell of the ledger workbook: in Excel, or in the grid beside the pane. */
  readonly locate = (sheet: string, cell: string) =>
    this.store.step('pane.fault.locate', async () => {
      await this.world.live?.select(sheet, cell);
      this.store.dispatch({ kind: 'pointed', sheet, cell });
      return ['pane.located', { cell }];
    });

  readonly go = (screen: Screen): void => this.store.dispatch({ kind: 'went', screen });
  readonly dismiss = (): void => this.store.dispatch({ kind: 'noticed', notice: null });
  readonly cancel = (): void => this.store.cancel();
}
