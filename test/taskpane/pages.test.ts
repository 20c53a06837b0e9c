import { unzipSync } from 'fflate';
import { threePeriods } from '../ledger/three-periods';
import { EMPTY_WORKBOOK, notice, page } from '../support/pane-page';
import { MemoryExcel, memoryFiles } from '../support/memory-files';

const OPENED = { findings: [], fileName: '台账.xlsx', source: null, sampleReturns: [], unsaved: true };
const lastLogged = (here: ReturnType<typeof page>) => here.store.snapshot().ledger?.log.at(-1);

function open(world: Parameters<typeof page>[0]) {
  const here = page({ files: () => Promise.resolve(memoryFiles), ...world });
  here.store.dispatch({ kind: 'opened', ledger: threePeriods(), ...OPENED });
  return here;
}

test('生成全部单位页 hands out a .zip of workbooks or one workbook, and the log remembers it as 下发', async () => {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const here = open({ download: (name, bytes) => files.push({ name, bytes }) });
  await here.commands.pages.downloadFiles();
  expect(files.map(({ name }) => name)).toEqual(['2018-04-20_反馈确认单.zip']);
  expect(Object.keys(unzipSync(files[0]?.bytes ?? new Uint8Array()))).toHaveLength(5);
  expect(notice(here)).toEqual(['success', 'pane.pages.made']);
  expect(lastLogged(here)).toMatchObject({
    action: 'issue',
    detail: '反馈确认单，截至 2018-04-20，5 份',
    source: 'pane',
  });
  await here.commands.pages.makeWorkbook();
  expect(files[1]?.name).toBe('2018-04-20_全部单位页.xlsx');
});

test('inside an Excel that drops downloads the one workbook opens in a window of its own', async () => {
  const live = new MemoryExcel(EMPTY_WORKBOOK);
  const files: string[] = [];
  const here = open({ live, outlet: 'browser', download: (name) => files.push(name) });
  await here.commands.pages.makeWorkbook();
  expect([live.copies.length, files]).toEqual([1, []]);
});
