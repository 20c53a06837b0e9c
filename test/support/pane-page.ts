import { readFile } from 'node:fs/promises';
import { must } from '../../src/base/invariant';
import { openLedger } from '../../src/app/runner/open-ledger';
import { drawLedger } from '../../src/app/runner/ledger-place';
import { Commands } from '../../src/taskpane/session/commands/session-commands';
import { SessionStore } from '../../src/taskpane/session/store';
import type { World } from '../../src/taskpane/session/world';
import { AT, day } from '../ledger/builders';
import { planReaderHere } from './plan-reader-here';
import { MemoryHost, memoryFiles } from './memory-files';

export const EMPTY_WORKBOOK = {
  file: '',
  sheets: [],
  date1904: false,
  hasMacros: false,
  hasExternalLinks: false,
};

/** A page without a browser: what was downloaded is kept. */
export function page(changes: Partial<World> = {}) {
  const downloads: string[] = [];
  const made: MemoryHost[] = [];
  const world: World = {
    planText: () => readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8'),
    today: () => day('2017-09-30'),
    minute: () => AT,
    files: () => Promise.resolve(memoryFiles),
    checkPool: () => Promise.resolve(undefined),
    planReader: () => Promise.resolve(planReaderHere()),
    openLedger: async ({ bytes, fileName, at }) => {
      const opened = openLedger(await memoryFiles.read(bytes, fileName), { at });
      return { ...opened, source: must(opened.source, 'the workbook that was read') };
    },
    ledgerBytes: async ({ ledger, findings, asked }) => {
      const workbook = new MemoryHost(EMPTY_WORKBOOK);
      made.push(workbook);
      const { repairs } = await drawLedger(workbook, { ledger, findings }, asked);
      return { bytes: new Uint8Array([workbook.writes]), repairs };
    },
    live: null,
    outlet: 'download',
    download: (name) => downloads.push(name),
    openPapers: () => undefined,
    save: async (name, _known, bytes) => {
      await bytes();
      downloads.push(name);
      return { name, file: null };
    },
    nameFolder: null,
    keeper: null,
    ...changes,
  };
  const store = new SessionStore();
  return { store, commands: new Commands(store, world), downloads, made };
}

export function notice({ store }: ReturnType<typeof page>) {
  const { notice: said } = store.snapshot();
  return [said?.intent, said?.key];
}
