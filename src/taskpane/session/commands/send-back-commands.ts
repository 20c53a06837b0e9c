import type { SheetBlueprint } from '../../../base/blueprint';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { itemKey } from '../../../app/inbox/inbox';
import type { SentBack } from '../../../app/inbox/send-back';
import type { FindingPlace } from '../../../returns/checked-return';
import type { Desk } from '../desk';

/** 退回: what goes back to the units, and the places it speaks of. */
export class SendBackCommands {
  /** The file that is to lie beside the pane. */
  private laid: CheckedFile | null = null;

  constructor(private readonly desk: Desk) {}

  /** The marked copy of one file, which counts as sent back from then on. */
  readonly download = (file: CheckedFile) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { fileName, bytes } = await this.copyOf(file);
      this.desk.world.download(fileName, bytes);
      await this.mark([file]);
      return ['pane.downloaded', { file: fileName }];
    });

  /**
   * The marked copies of files that need an answer in one .zip, and in it the paragraphs to send them with; they count as sent
   * back from then on.
   * @param keys Of files in the inbox.
   */
  readonly downloadAll = (keys: ReadonlySet<string>) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const { store, world } = this.desk;
      const items = store.snapshot().inbox.items.filter(({ key }) => keys.has(key));
      const answered = items.map(({ checked }) => checked);
      const copies = await this.copiesOf(answered);
      const messages = copies.map(({ message }) => message).join('\r\n\r\n');
      const { packedCopiesName, MESSAGES_FILE } = await import('../../../app/inbox/send-back');
      const name = packedCopiesName(store.ledger.settings.period);
      // The mark at the beginning tells old editors that the text is UTF-8.
      const text = new TextEncoder().encode(`\uFEFF${messages.replace(/\r?\n/g, '\r\n')}\r\n`);
      const files = copies.map(({ fileName, bytes }) => ({ name: fileName, bytes }));
      world.download(name, zipFiles([...files, { name: MESSAGES_FILE, bytes: text }]));
      await this.mark(answered);
      return ['pane.sentBack', { count: copies.length, file: name }];
    });

  /** Inside Excel: the marked copy in a window of its own. */
  readonly open = (file: CheckedFile) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { bytes } = await this.copyOf(file);
      await this.desk.world.live?.openCopy(bytes);
      await this.mark([file]);
      return null;
    });

  /** The file did not go back after all. */
  readonly unmark = (file: CheckedFile) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      await this.remember([file], 'notSentBack');
      this.desk.store.dispatch({ kind: 'sentBack', keys: new Set([itemKey(file)]), on: null });
      return null;
    });

  /** The files have left the house by then: what refuses the record of it does not take them back. */
  private async mark(files: readonly CheckedFile[]): Promise<void> {
    const on = this.desk.world.today();
    this.desk.store.dispatch({ kind: 'sentBack', keys: new Set(files.map(itemKey)), on });
    await this.remember(files, 'sentBack');
  }

  /** The ledger remembers it where a file says whose it is and for when. */
  private async remember(files: readonly CheckedFile[], kind: 'sentBack' | 'notSentBack'): Promise<void> {
    const on = this.desk.world.today();
    const receipts = files.flatMap(({ office, period, file, sha256 }) =>
      office === null || period === null ? [] : [{ kind, office, period, file, sha256, on }],
    );
    if (receipts.length > 0) await this.desk.run('noteReceipts', { receipts });
  }

  /** Shows a cell of a returned file beside the pane, as the unit filled it in. */
  readonly show = (file: CheckedFile, { sheet, cell }: FindingPlace) =>
    this.desk.store.step('pane.fault.show', async () => {
      this.laid = null;
      const shown = await this.sheetOf(file, sheet);
      if (shown === undefined) throw new Error('the file is not there any more');
      this.desk.store.dispatch({ kind: 'showed', sheet: shown, cell });
      return null;
    });

  /**
   * Lays a returned file beside the pane while the clerk reads what was found in it: no step, and what cannot be shown is not,
   * since nobody has asked for it.
   */
  readonly layBeside = async (file: CheckedFile): Promise<void> => {
    const { store, world } = this.desk;
    if (world.live !== null) return;
    this.laid = file;
    const named = file.findings.find(({ where }) => where.sheet !== '')?.where.sheet;
    const shown = await this.sheetOf(file, named).catch(() => undefined);
    if (shown !== undefined && this.laid === file) store.dispatch({ kind: 'laid', sheet: shown });
  };

  /** The sheet of a returned file, its faults marked; the first where none is named. `undefined` where it is not there any more. */
  private async sheetOf(file: CheckedFile, named?: string): Promise<SheetBlueprint | undefined> {
    const { store, world } = this.desk;
    const { handedInBytes } = await import('../../../app/inbox/send-back');
    const { rawTab } = await import('../../grid/raw-tab');
    const reader = await world.files();
    const bytes = await handedInBytes(file, store.snapshot().inbox.handedIn, reader);
    const workbook = bytes && (await reader.read(bytes, file.file));
    const raw = workbook?.sheets.find(({ name }) => named === undefined || name === named);
    if (workbook === undefined || raw === undefined) return undefined;
    const findings = file.findings.filter(({ where }) => where.sheet === raw.name);
    return rawTab(`${file.office ?? file.file} · ${raw.name}`, raw, workbook, findings);
  }

  private async copyOf(file: CheckedFile): Promise<SentBack> {
    const [copy] = await this.copiesOf([file]);
    if (copy === undefined) throw new Error('the file needs no answer');
    return copy;
  }

  private async copiesOf(files: readonly CheckedFile[]): Promise<readonly SentBack[]> {
    const { handedInBytes, sendBackAll } = await import('../../../app/inbox/send-back');
    const { inChinese } = await import('../../../locales/chinese');
    const { readInTurn } = await import('../../../app/inbox/read-in-turn');
    const { store, world } = this.desk;
    const reader = await world.files();
    const held = readInTurn(store.snapshot().inbox.handedIn);
    const original = (file: CheckedFile) => handedInBytes(file, held, reader);
    const copies = await sendBackAll(files, original, reader, inChinese, store.progress);
    return [...copies.values()];
  }
}
