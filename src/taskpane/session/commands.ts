import { buildLedger } from '../../app/build-ledger';
import { checkReturns, type ReturnFile } from '../../app/check-returns';
import { collectReturns } from '../../app/collect-returns';
import { findingLines } from '../../app/describe-finding';
import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/take-hand-edits';
import { undoBatch } from '../../ledger/changes';
import type { LedgerSettings, Verdict } from '../../ledger/types';
import { translator } from '../../locales/translate';
import { readLedger } from '../../sheets/read-ledger';
import { TAB_WORD } from '../../sheets/words';
import type { Screen } from './session';
import type { Said, SessionStore } from './store';
import type { World, WorkbookInMemory } from './world';

/** The same seed as the command's: the sample is one and the same. */
const SAMPLE_SEED = 2017;

/** A file the clerk picked. */
export interface PickedFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What the clerk can do. Each step ends with a sentence, whether it went well or not. */
export class Commands {
  /** The workbook the ledger was opened from: the clerk's own sheets in it are kept when it is saved. */
  private workbook: WorkbookInMemory | null = null;

  constructor(
    private readonly store: SessionStore,
    private readonly world: World,
  ) {}

  readonly build = () =>
    this.store.step('pane.fault.build', () => {
      const { planText, today, instant } = this.world;
      const ledger = buildLedger(planText, { asOf: today(), at: instant() });
      this.workbook = null;
      const fileName = TAB_WORD.fileName;
      this.store.dispatch({
        kind: 'opened',
        ledger,
        findings: [],
        fileName,
        sampleReturns: [],
        unsaved: true,
      });
      return ['pane.built', { measures: ledger.plan.measures.length }];
    });

  readonly tryDemo = () =>
    this.store.step('pane.fault.demo', async () => {
      const { demoLedger, makeDemo } = await import('../../app/demo/make-demo');
      const { planText } = this.world;
      const options = { seed: SAMPLE_SEED, progress: this.store.progress };
      const demo = await makeDemo(planText, await this.world.files(), options);
      this.workbook = null;
      const sampleReturns = demo.returns.map(({ fileName, bytes }) => ({
        name: fileName,
        read: () => Promise.resolve(bytes),
      }));
      this.store.dispatch({
        kind: 'opened',
        ledger: demoLedger(planText),
        findings: [],
        fileName: demo.ledger.fileName,
        sampleReturns,
        unsaved: true,
      });
      return ['pane.demoReady', { count: sampleReturns.length }];
    });

  readonly open = (file: PickedFile) =>
    this.store.step('pane.fault.open', async () => {
      const workbook = await this.world.openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
      const raw = await workbook.read();
      const book = readLedger(raw);
      const edited = takeInHandEdits(raw, book.ledger, this.world.instant());
      this.workbook = workbook;
      this.store.dispatch({
        kind: 'opened',
        ledger: edited.ledger,
        findings: book.findings,
        fileName: file.name,
        sampleReturns: [],
        unsaved: edited.taken > 0 || edited.refused.length > 0,
      });
      return ['pane.opened', { file: file.name, edits: edited.taken, refused: edited.refused.length }];
    });

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
    this.store.step('pane.fault.collect', () => {
      const { checked, chosen } = this.store.snapshot();
      const change = collectReturns(this.store.ledger, checked, { at: this.world.instant(), chosen });
      const findings = findingLines(change.files, translator('zh-CN'));
      this.store.dispatch({ kind: 'imported', ledger: change.ledger, findings, batch: change.batch });
      return ['pane.collected', { added: change.added.length, unchanged: change.unchanged }];
    });

  readonly undo = () =>
    this.store.step('pane.fault.undo', (): Said => {
      const { lastBatch } = this.store.snapshot();
      const ledger = undoBatch(this.store.ledger, lastBatch ?? '', this.world.instant());
      if (ledger === undefined) throw new Error('nothing to undo');
      this.store.dispatch({ kind: 'undone', ledger });
      return ['pane.undone', {}];
    });

  readonly download = () =>
    this.store.step('pane.fault.download', async () => {
      const { findings, fileName } = this.store.snapshot();
      const workbook = this.workbook ?? (await this.world.newWorkbook());
      this.workbook = workbook;
      await saveLedger(workbook, this.store.ledger, findings);
      this.world.download(fileName, await workbook.toBytes());
      this.store.dispatch({ kind: 'saved' });
      return ['pane.downloaded', { file: fileName }];
    });

  readonly setSettings = (settings: LedgerSettings): void => {
    this.store.dispatch({ kind: 'changed', ledger: { ...this.store.ledger, settings } });
  };

  readonly choose = (sha256: string): void => this.store.dispatch({ kind: 'chosen', sha256 });
  readonly go = (screen: Screen): void => this.store.dispatch({ kind: 'went', screen });
  readonly dismiss = (): void => this.store.dispatch({ kind: 'noticed', notice: null });
  readonly cancel = (): void => this.store.cancel();
}
