import type { CheckedFile, ReturnFile } from '../../../app/inbox/check-returns';
import { gather } from '../../../app/inbox/gather';
import { holdsPlan, type ReadsPlans } from '../../../app/inbox/holds-plan';
import {
  isPicture,
  itemKey,
  type Arrival,
  type ArrivedFile,
  type FileKind,
  type Inbox,
  withArrival,
} from '../../../app/inbox/inbox';
import { previewAhead } from '../../../app/inbox/preview-import';
import { ledgersAmong } from '../../../app/inbox/ledgers-among';
import { handedInBytes } from '../../../app/inbox/send-back';
import { headedWith } from '../../../returns/locate/head-and-foot';
import type { Verdict } from '../../../ledger/records';
import type { Desk } from '../desk';
import type { DroppedFiles } from '../dropped-files';
import { MOST_LEVELS, MOST_SEEN, type LeftOut } from '../folder-walk';
import { HeldFile } from '../held-file';
import { returnFilesOf } from '../picked-files';
import type { PickedFile } from '../session';
import type { Said } from '../store';
import { nextTask } from '../clock';
import { PlanCommands } from './plan-commands';

/** How far dropped folders are looked into. */
const BOUNDS = { levels: MOST_LEVELS, most: MOST_SEEN };

const NO_LEDGER: Said = ['pane.returns.noLedger', {}, 'warning'];

/** What is to be done with a file that is no return, once the step that told what it is has ended. */
interface Alone {
  readonly kind: 'ledger' | 'plan';
  readonly file: PickedFile;
}

/** Takes in whatever the clerk drops, pastes or picks. It loads with the first of it. */
export class Taking {
  constructor(
    private readonly desk: Desk,
    private readonly open: (file: PickedFile) => Promise<void>,
  ) {}

  /** Puts files into the inbox, whatever they are. A step that runs is waited for: nothing that is dropped is lost. */
  readonly check = (returned: readonly ReturnFile[]) =>
    this.desk.store.inTurn('pane.fault.check', async () => {
      if (this.desk.store.snapshot().ledger === null) return NO_LEDGER;
      return this.keep(await this.gathered(returned), null);
    });

  /**
   * Whatever was dropped or pasted anywhere: a ledger by itself is opened, and a plan by itself read, unless a draft is at hand;
   * everything else goes into the inbox. Without a ledger the one among the files is opened first. Folders may hold nothing
   * that is read here.
   */
  readonly take = async (dropped: DroppedFiles): Promise<void> => {
    const { files, leftOut } = dropped;
    const { store } = this.desk;
    if (files.length === 0) {
      if (!dropped.hasFolder) return;
      await store.step('pane.fault.check', () => ['pane.returns.emptyFolder', BOUNDS, 'warning']);
      return;
    }
    if (store.snapshot().ledger === null && this.desk.world.live === null)
      return this.takeWithoutLedger(files);
    let alone: Alone | undefined;
    await store.inTurn('pane.fault.check', async (): Promise<Said | null> => {
      if (store.snapshot().ledger === null) return NO_LEDGER;
      alone = await this.ledgerAlone(dropped);
      if (alone !== undefined) return null;
      const gathered = await this.gathered(returnFilesOf(files));
      alone = this.planAlone(dropped, gathered.found);
      return alone === undefined ? this.keep(gathered, leftOut) : null;
    });
    if (alone !== undefined) await this.bring(alone);
  };

  private async takeWithoutLedger(files: readonly PickedFile[]): Promise<void> {
    const { store, world } = this.desk;
    const [only] = files;
    let ledgers: readonly PickedFile[] = [];
    let isPlan = false;
    await store.inTurn('pane.fault.check', async (): Promise<Said | null> => {
      ledgers = await ledgersAmong(files, await world.files(), store.progress);
      if (ledgers.length === 0 && files.length === 1 && only !== undefined)
        isPlan = await this.holdsPlan(only);
      if (ledgers.length === 1 || files.length === 1) return null;
      return ledgers.length === 0 ? NO_LEDGER : ['pane.returns.whichLedger', {}, 'warning'];
    });
    const [ledger] = ledgers;
    if (isPlan && only !== undefined) await this.bring({ kind: 'plan', file: only });
    else if (files.length === 1 && only !== undefined) await this.open(only);
    else if (ledgers.length === 1 && ledger !== undefined) {
      await this.open(ledger);
      const others = files.filter((file) => file !== ledger);
      if (store.snapshot().ledger !== null) await this.check(returnFilesOf(others));
    }
  }

  /** Excel opens its ledgers itself. */
  private async ledgerAlone({ files, hasFolder }: DroppedFiles): Promise<Alone | undefined> {
    const { world, store } = this.desk;
    if (files.length !== 1 || hasFolder || world.live !== null) return undefined;
    const [file] = await ledgersAmong(files, await world.files(), store.progress);
    return file && { kind: 'ledger', file };
  }

  private planAlone({ files, hasFolder }: DroppedFiles, found: readonly ArrivedFile[]): Alone | undefined {
    const [file] = files;
    if (file === undefined || files.length !== 1 || hasFolder || found[0]?.kind !== 'plan') return undefined;
    return this.desk.store.snapshot().draft === null ? { kind: 'plan', file } : undefined;
  }

  private async bring({ kind, file }: Alone): Promise<void> {
    if (kind === 'ledger') return this.open(file);
    this.desk.store.dispatch({ kind: 'went', screen: 'plan' });
    await new PlanCommands(this.desk).readFile(file);
  }

  /** A ledger or a plan in the inbox: opens it, or reads it as a draft. */
  readonly bringItem = async (
    item: CheckedFile,
    kind: Extract<FileKind, 'ledger' | 'plan'>,
  ): Promise<void> => {
    const { store, world } = this.desk;
    const bytes = await handedInBytes(item, store.snapshot().inbox.handedIn, await world.files());
    const name = item.file.slice(item.file.lastIndexOf('/') + 1);
    const content = new Uint8Array(bytes ?? []).buffer;
    await this.bring({ kind, file: { name, arrayBuffer: () => Promise.resolve(content) } });
  };

  /** A pasted table that says nowhere whose it is comes once more, headed with the office. */
  readonly headWith = async (item: CheckedFile, office: string): Promise<void> => {
    const { store, world } = this.desk;
    const bytes = await handedInBytes(item, store.snapshot().inbox.handedIn, await world.files());
    if (bytes === undefined) return;
    const [line, text] = [headedWith(office), new TextDecoder().decode(bytes)];
    const page = `<!DOCTYPE html><p>${line}</p>`;
    const headed = item.file.endsWith('.html')
      ? text.replace(/^(?:<!DOCTYPE html>)?/iu, page)
      : `${line}\n${text}`;
    const content = new TextEncoder().encode(headed);
    store.dispatch({ kind: 'putAside', keys: new Set([itemKey(item)]) });
    await this.check([{ name: item.file, read: () => Promise.resolve(content) }]);
  };

  /** Checks everything in the inbox again by the ledger as it is now; what was agreed to stays. */
  readonly recheck = () =>
    this.desk.store.inTurn('pane.fault.check', async () => {
      const { inbox } = this.desk.store.snapshot();
      const known = new Set(inbox.items.map(({ key }) => key));
      const { found } = await this.gathered(inbox.handedIn);
      const files = found.map(({ checked }) => checked).filter((file) => known.has(itemKey(file)));
      this.desk.store.dispatch({ kind: 'rechecked', files });
      return ['pane.checked', { ...countsOf(files), ...NOTHING_ELSE }];
    });

  /**
   * Puts files into the inbox while the clerk is at something else: no step runs, nothing is said, and the screen stays. What is there
   * already stays as it is. Gives what came; `undefined` where the ledger has become another meanwhile, so that none did.
   */
  readonly takeAside = async (
    returned: readonly ReturnFile[],
  ): Promise<readonly ArrivedFile[] | undefined> => {
    const { store } = this.desk;
    const { ledger } = store;
    const gathered = await this.gathered(returned, true);
    const { ledger: now, inbox } = store.snapshot();
    if (now !== ledger) return undefined;
    const known = new Set(inbox.items.map(({ key }) => key));
    const found = gathered.found.filter(({ checked }) => !known.has(itemKey(checked)));
    if (found.length > 0) {
      const arrival = this.arrivalOf({ ...gathered, found });
      store.dispatch({ kind: 'gathered', arrival, isAside: true });
    }
    return found;
  };

  /** @param isAside Beside whatever step the clerk has running: nothing of that is told or stopped. */
  private async gathered(returned: readonly ReturnFile[], isAside = false): Promise<Gathered> {
    const { store, world } = this.desk;
    const { ledger } = store;
    const files = await world.files();
    const pool = await world.checkPool(ledger, returned.length);
    const held = returned.map((file) => new HeldFile(file));
    const { inbox } = store.snapshot();
    if (!isAside) store.onCancel(() => pool?.close());
    try {
      const told = isAside ? {} : { progress: store.progress };
      const readPlan: ReadsPlans = (request) =>
        isAside ? this.desk.readPlanAside(request) : this.desk.readPlan(request);
      return { held, found: await gather(ledger, inbox, held, { files, pool, readPlan, ...told }) };
    } finally {
      pool?.close();
    }
  }

  private async keep(gathered: Gathered, leftOut: LeftOut | null): Promise<Said> {
    const { store } = this.desk;
    const arrival = this.arrivalOf(gathered);
    await previewAhead(store.ledger, withArrival(store.snapshot().inbox, arrival), nextTask);
    const { inbox } = store.snapshot();
    store.dispatch({ kind: 'gathered', arrival });
    return gatheredSentence(inbox, gathered.found, leftOut);
  }

  private arrivalOf({ held, found }: Gathered): Arrival {
    const pictures = new Set(found.flatMap(({ checked }) => (isPicture(checked) ? [checked.sha256] : [])));
    // What is only looked at is kept nowhere.
    const handedIn = held
      .flatMap((file) => file.handedIn ?? [])
      .filter(({ sha256 }) => !pictures.has(sha256));
    return { handedIn, files: found, at: this.desk.world.minute(), isSheet: false };
  }

  private async holdsPlan(file: PickedFile): Promise<boolean> {
    const [returned] = returnFilesOf([file]);
    const bytes = await returned?.read().catch(() => undefined);
    return bytes !== undefined && holdsPlan((request) => this.desk.readPlan(request), file.name, bytes);
  }
}

interface Gathered {
  readonly held: readonly HeldFile[];
  readonly found: readonly ArrivedFile[];
}

const NOTHING_ELSE = { again: 0, ledgers: 0, plans: 0 };

function countsOf(files: readonly CheckedFile[]) {
  const count = (verdict: Verdict) => files.filter((file) => file.verdict === verdict).length;
  return {
    files: files.length,
    accepted: count('accepted'),
    needsCorrection: count('needs-correction'),
    rejected: count('rejected'),
  };
}

/** @param inbox As it was before they came. */
function gatheredSentence(inbox: Inbox, found: readonly ArrivedFile[], leftOut: LeftOut | null): Said {
  const known = new Set(inbox.items.map(({ key }) => key));
  const kinds = (kind: FileKind) => found.filter((one) => one.kind === kind).length;
  const counts = {
    ...countsOf(found.map(({ checked }) => checked)),
    again: found.filter(({ checked }) => known.has(itemKey(checked))).length,
    ledgers: kinds('ledger'),
    plans: kinds('plan'),
  };
  if (leftOut === null) return ['pane.checked', counts];
  const { isCut, ...others } = leftOut;
  const values = { ...counts, ...others, ...BOUNDS, cut: isCut ? 'yes' : 'no' };
  return ['pane.checkedFolder', values, 'warning'];
}
