import type { SettingsInput } from '../../../app/changes/change-settings';
import type { Inputs, UseCaseName } from '../../../app/changes/use-case-list';
import type { PivotChoice } from '../../../ledger/figures/pivot-choice';
import type { Ledger } from '../../../ledger/ledger';
import type { OfficeSettings, Unit } from '../../../ledger/records';
import type { LiveWorkbook } from '../../../base/workbook-port';
import type { MessageKey } from '../../../locales/translate';
import type { Plan } from '../../../plan/plan';
import { TAB, TAB_WORD } from '../../../sheets/words';
import type { ScreenId } from '../../screens/registry';
import type { FileOutlet } from '../../../hosts/excel/file-outlet';
import { DOSSIER_PATH } from '../../dossier/dossier-path';
import type { Asked } from '../../following/followed';
import type { CellPlace } from '../../parts/places';
import { FolderWatch } from '../../watching/folder-watch';
import { Desk } from '../desk';
import { FollowCommands } from './follow-commands';
import { IssueCommands } from './issue-commands';
import { Opening } from './opening';
import { PageCommands } from './page-commands';
import { ReturnCommands } from './return-commands';
import { SendBackCommands } from './send-back-commands';
import type { SummaryPart } from '../session';
import type { Said, SessionStore } from '../store';
import type { World } from '../world';

/** The same seed as the command's: the sample is one and the same. */
const SAMPLE_SEED = 2017;

/** What stood in the way of writing the file: the first loads with the page of its own, the others are the browser's names. */
const SAVE_FAULTS: Readonly<Record<string, MessageKey>> = {
  FileChangedError: 'pane.fault.changedOutside',
  QuotaExceededError: 'pane.fault.diskFull',
  NotAllowedError: 'pane.fault.noPermission',
  NoModificationAllowedError: 'pane.fault.inUse',
};

async function statusCellIn(live: LiveWorkbook, measure: number): Promise<string | undefined> {
  const { standingStatusCell } = await import('../../../sheets/reading/standing-status');
  return standingStatusCell(await live.read([[{ tab: TAB.ledger }]]), measure);
}

/** What the clerk can do. Each step ends with a sentence, whether it went well or not. */
export class Commands {
  readonly opening: Opening;
  readonly returns: ReturnCommands;
  readonly issue: IssueCommands;
  readonly pages: PageCommands;
  readonly follow: FollowCommands;
  readonly sendBack: SendBackCommands;
  readonly watch: FolderWatch;
  /** For the grid, which loads its own commands with itself. */
  readonly desk: Desk;

  constructor(store: SessionStore, world: World) {
    this.desk = new Desk(store, world);
    this.opening = new Opening(this.desk, () => this.save());
    this.returns = new ReturnCommands(this.desk, (file) => this.opening.open(file));
    this.issue = new IssueCommands(this.desk);
    this.pages = new PageCommands(this.desk);
    this.follow = new FollowCommands(this.desk);
    this.sendBack = new SendBackCommands(this.desk);
    this.watch = new FolderWatch(this.desk);
  }

  /** Where a file goes that the page has made. */
  get outlet(): FileOutlet {
    return this.desk.world.outlet;
  }

  /** 建账. @param own The clerk's own plan; default: the plan supplied. */
  readonly build = (own?: Plan) =>
    this.desk.store.step('pane.fault.build', async () => {
      const { planText, today } = this.desk.world;
      const plan = own ?? (await this.desk.readPlan({ kind: 'text', text: await planText() })).plan;
      this.desk.store.goThrough();
      const ledger = await this.desk.begin('build', { plan, asOf: today() });
      this.desk.store.dispatch({
        kind: 'opened',
        ledger,
        findings: [],
        fileName: TAB_WORD.fileName,
        source: null,
        sampleReturns: [],
        unsaved: this.desk.world.live === null,
      });
      if (own !== undefined) this.desk.store.dispatch({ kind: 'drafted', draft: null });
      return ['pane.built', { measures: ledger.plan.measures.length }];
    });

  readonly tryDemo = () =>
    this.desk.store.step('pane.fault.demo', async () => {
      const { makeDemo } = await import('../../../app/demo/make-demo');
      const planText = await this.desk.world.planText();
      const options = { seed: SAMPLE_SEED, progress: this.desk.store.progress };
      const demo = await makeDemo(planText, await this.desk.world.files(), options);
      const ledger = await this.desk.begin('sample', { planText, seed: SAMPLE_SEED });
      const sampleReturns = demo.returns.map(({ fileName, bytes }) => ({
        name: fileName,
        read: () => Promise.resolve(bytes),
      }));
      this.desk.store.dispatch({
        kind: 'opened',
        ledger,
        findings: [],
        fileName: demo.ledger.fileName,
        source: null,
        sampleReturns,
        unsaved: this.desk.world.live === null,
      });
      return ['pane.demoReady', { count: sampleReturns.length }];
    });

  /** Writes the ledger with its settings into the workbook around the pane. */
  readonly write = (front?: string) =>
    this.desk.store.step('pane.fault.write', async () => {
      await this.desk.run('drawTabs', front === undefined ? {} : { front });
      return ['pane.written', {}];
    });

  /** Saves to the file the ledger was last saved to, or asks where; as a download where the browser cannot write files. */
  readonly download = () =>
    this.desk.store.step(
      (error) => this.notSaved(error),
      async () => {
        const { store, world } = this.desk;
        const { fileName, savedFile } = store.snapshot();
        const { ledger } = store;
        const saved = await world.save(fileName, savedFile, () => this.bytesOf(ledger));
        if (saved.file === null) {
          store.dispatch({ kind: 'saved' });
          return ['pane.downloaded', { file: saved.name }];
        }
        store.dispatch({ kind: 'saved', fileName: saved.name, savedFile: saved.file });
        await this.desk.remember(saved.file);
        return ['pane.savedTo', { file: saved.name }];
      },
    );

  /** What could not be written to the file it was saved to last is saved elsewhere the next time: the clerk says where to. */
  private notSaved(error: unknown): Said {
    const known = error instanceof Error || error instanceof DOMException ? error : undefined;
    const key = SAVE_FAULTS[known?.name ?? ''];
    if (known === undefined || key === undefined) return ['pane.fault.download', {}];
    this.desk.store.dispatch({ kind: 'unbound' });
    return [key, { file: known.message }];
  }

  private async bytesOf(ledger: Ledger): Promise<Uint8Array> {
    const { store, world } = this.desk;
    const { findings, fileName, source } = store.snapshot();
    const { asked } = this.desk;
    const { bytes, repairs } = await world.ledgerBytes({ ledger, findings, source, fileName, asked });
    this.desk.tellRepairs(repairs);
    return bytes;
  }

  /** Keeps the work where it belongs: in the workbook around the pane, or as a file. */
  readonly save = () => (this.desk.world.live === null ? this.download() : this.write());

  /** Settings as the clerk wants them: counted by at once, logged, and inside Excel written. */
  readonly setSettings = (changed: SettingsInput) => this.change('changeSettings', changed);

  readonly setOffice = (office: Partial<OfficeSettings>) => this.change('changeSettings', { office });

  readonly editUnit = (unit: string, edit: (unit: Unit) => Unit) => this.change('changeUnit', { unit, edit });

  readonly setMember = (group: string, unit: string, isMember: boolean) =>
    this.change('changeMember', { group, unit, isMember });

  /** One after the other: a clerk who goes on to the next field does not wait for Excel. */
  private change<Name extends UseCaseName>(name: Name, input: Inputs[Name]) {
    return this.desk.store.inTurn('pane.fault.change', async () => {
      await this.desk.run(name, input);
      return null;
    });
  }

  /** Shows a cell of the ledger workbook: in Excel, or in the grid beside the pane. */
  readonly locate = (sheet: string, cell: string) =>
    this.desk.store.step('pane.fault.locate', async () => {
      await this.desk.world.live?.select(sheet, cell);
      this.desk.store.dispatch({ kind: 'pointed', sheet, cell });
      return null;
    });

  /** Shows the status of a measure: in Excel wherever the clerk has sorted or moved it. */
  readonly locateMeasure = ({ sheet, cell }: CellPlace, measure: number) =>
    this.desk.store.step('pane.fault.locate', async () => {
      const { live } = this.desk.world;
      const standing = live === null ? undefined : await statusCellIn(live, measure);
      const at = standing ?? cell;
      await live?.select(sheet, at);
      this.desk.store.dispatch({ kind: 'pointed', sheet, cell: at });
      return null;
    });

  /** The tabs as of now, one of them in front. */
  readonly showTab = (tab: string) =>
    this.desk.world.live === null ? this.locate(tab, 'A1') : this.write(tab);

  /** 生成汇总. */
  readonly showSummary = () =>
    this.desk.world.live === null ? this.locate(TAB.summary, 'A1') : this.writeSummary();

  private readonly writeSummary = () =>
    this.desk.store.step('pane.fault.write', async () => {
      await this.desk.run('buildSummary', {});
      return ['pane.written', {}];
    });

  /** Another part of 汇总. */
  readonly showPart = (summaryPart: SummaryPart): void =>
    this.desk.store.dispatch({ kind: 'summed', summaryPart });
  readonly turnPivot = (pivot: PivotChoice): void => this.desk.store.dispatch({ kind: 'pivoted', pivot });

  /** To a screen itself, whatever was opened in front of it. */
  readonly go = (screen: ScreenId): void => {
    this.fillIn(DOSSIER_PATH, []);
    this.desk.store.dispatch({ kind: 'went', screen });
  };
  /** What was typed, picked or opened on a screen. */
  readonly fillIn = (name: string, value: unknown): void =>
    this.desk.store.dispatch({ kind: 'filledIn', name, value });
  /** What the workbook beside the pane is to show; Excel's own stays where the clerk has it. */
  readonly showBeside = (asked: Asked): void => {
    if (this.desk.world.live === null) this.desk.store.dispatch({ kind: 'followed', asked });
  };
  /** The clerk has read what was corrected in the workbook. */
  readonly dismissRepairs = (): void => this.desk.store.dispatch({ kind: 'repaired', repairs: [] });

  /** A part of the program that is no step's own did not come. */
  readonly sayNotLoaded = (): void =>
    this.desk.store.dispatch({
      kind: 'noticed',
      notice: { intent: 'error', key: 'pane.fault.notLoaded', values: {} },
    });
  readonly dismiss = (): void => this.desk.store.dispatch({ kind: 'noticed', notice: null });
  readonly cancel = (): void => this.desk.store.cancel();
}
