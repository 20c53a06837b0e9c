import type { CheckedFile } from '../../../app/inbox/check-returns';
import type { SentBack } from '../../../app/inbox/send-back';
import { translator } from '../../../locales/translate';
import type { FindingPlace } from '../../../returns/checked-return';
import type { Desk } from '../desk';

/** 退回: what goes back to the units, and the places it speaks of. */
export class SendBackCommands {
  constructor(private readonly desk: Desk) {}

  /** The marked copy of one file. */
  readonly download = (file: CheckedFile) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { fileName, bytes } = await this.copyOf(file);
      this.desk.world.download(fileName, bytes);
      return ['pane.downloaded', { file: fileName }];
    });

  /** The marked copies of all files that need an answer in one .zip, and in it the paragraphs to send them with. */
  readonly downloadAll = () =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const { store, world } = this.desk;
      const copies = await this.copiesOf(store.snapshot().checked);
      const messages = copies.map(({ message }) => message).join('\r\n\r\n');
      const { packedCopiesName, MESSAGES_FILE } = await import('../../../app/inbox/send-back');
      const name = packedCopiesName(store.ledger.settings.period);
      // The mark at the beginning tells old editors that the text is UTF-8.
      const text = new TextEncoder().encode(`\uFEFF${messages.replace(/\r?\n/g, '\r\n')}\r\n`);
      const files = copies.map(({ fileName, bytes }) => ({ name: fileName, bytes }));
      world.download(name, zipFiles([...files, { name: MESSAGES_FILE, bytes: text }]));
      return ['pane.sentBack', { count: copies.length, file: name }];
    });

  /** Inside Excel: the marked copy in a window of its own. */
  readonly open = (file: CheckedFile) =>
    this.desk.store.step('pane.fault.sendBack', async () => {
      const { bytes } = await this.copyOf(file);
      await this.desk.world.live?.openCopy(bytes);
      return null;
    });

  /** Shows a cell of a returned file beside the pane, as the unit filled it in. */
  readonly show = (file: CheckedFile, { sheet, cell }: FindingPlace) =>
    this.desk.store.step('pane.fault.show', async () => {
      const { store, world } = this.desk;
      const { handedInBytes } = await import('../../../app/inbox/send-back');
      const { rawTab } = await import('../../grid/raw-tab');
      const reader = await world.files();
      const bytes = await handedInBytes(file, store.snapshot().returned, reader);
      const workbook = bytes && (await reader.read(bytes, file.file));
      const raw = workbook?.sheets.find(({ name }) => name === sheet);
      if (workbook === undefined || raw === undefined) throw new Error('the file is not there any more');
      const findings = file.findings.filter(({ where }) => where.sheet === sheet);
      const shown = rawTab(`${file.office ?? file.file} · ${sheet}`, raw, workbook, findings);
      store.dispatch({ kind: 'showed', sheet: shown, cell });
      return null;
    });

  private async copyOf(file: CheckedFile): Promise<SentBack> {
    const [copy] = await this.copiesOf([file]);
    if (copy === undefined) throw new Error('the file needs no answer');
    return copy;
  }

  private async copiesOf(files: readonly CheckedFile[]): Promise<readonly SentBack[]> {
    const { handedInBytes, sendBackAll } = await import('../../../app/inbox/send-back');
    const { store, world } = this.desk;
    const reader = await world.files();
    const { returned } = store.snapshot();
    const original = (file: CheckedFile) => handedInBytes(file, returned, reader);
    const copies = await sendBackAll(files, original, reader, translator('zh-CN'), store.progress);
    return [...copies.values()];
  }
}
