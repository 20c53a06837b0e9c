import type * as UnitPages from '../../../app/papers/unit-pages';
import type { Desk } from '../desk';
import type { Said } from '../store';

/** 生成全部单位页: what each office is asked to confirm. */
export class PageCommands {
  constructor(private readonly desk: Desk) {}

  /** A workbook an office, in one .zip. */
  readonly downloadFiles = () =>
    this.make(async ({ unitPageFiles, packedPagesName }): Promise<Made> => {
      const { store, world } = this.desk;
      const { ledger, progress } = store;
      const pages = await unitPageFiles(ledger, await world.files(), { progress });
      const { zipFiles } = await import('../../../hosts/file/zip-files');
      const file = packedPagesName(ledger.settings.asOf);
      world.download(file, zipFiles(pages.map(({ fileName, bytes }) => ({ name: fileName, bytes }))));
      return { count: pages.length, said: ['pane.pages.made', { count: pages.length, file }] };
    });

  /** One workbook with a tab an office: as a file, or inside an Excel that drops downloads in a window of its own. */
  readonly makeWorkbook = () =>
    this.make(async ({ unitPagesWorkbook }): Promise<Made> => {
      const { store, world } = this.desk;
      const { fileName, bytes, pages } = await unitPagesWorkbook(store.ledger, await world.files());
      const count = pages.length;
      if (world.outlet !== 'download' && world.live !== null) {
        await world.live.openCopy(bytes);
        return { count, said: ['pane.pages.opened', { count }] };
      }
      world.download(fileName, bytes);
      return { count, said: ['pane.pages.made', { count, file: fileName }] };
    });

  private make(handOver: (papers: typeof UnitPages) => Promise<Made>) {
    return this.desk.store.step('pane.fault.pages', async () => {
      const { count, said } = await handOver(await import('../../../app/papers/unit-pages'));
      await this.desk.run('notePages', { pages: count });
      return said;
    });
  }
}

interface Made {
  /** How many offices are asked. */
  readonly count: number;
  readonly said: Said;
}
