import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkedFiles } from '../../../src/app/inbox/inbox';
import type { Ledger } from '../../../src/ledger/ledger';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { AT, day, period } from '../../ledger/builders';
import { threePeriods } from '../../ledger/three-periods';
import { notice, page } from '../../support/pane-page';
import { FakeFolder } from './fake-folder';

const PLAN = `江口市优化营商环境实施方案
一、压减审批
1.全面压减审批环节。（责任单位：市审计局；完成时限：2018年6月底前）
2.推行网上办理。（责任单位：市编办；完成时限：2018年9月底前）
`;

/** A page with a ledger, whose clerk has named the folder. */
async function watching(folder: FakeFolder, rest: Parameters<typeof page>[0] = {}) {
  const here = page({ nameFolder: () => Promise.resolve(folder), ...rest });
  await here.commands.build();
  await here.commands.watch.name();
  return here;
}

type Page = Awaited<ReturnType<typeof watching>>;

/** So many looks, one after the other. */
async function looks({ commands }: Page, times = 2): Promise<void> {
  for (let look = 0; look < times; look++) await commands.watch.look();
}

function names({ store }: Page): readonly string[] {
  return checkedFiles(store.snapshot().inbox).map(({ file }) => file);
}

test('what is saved into the folder comes into the inbox and says so; the clerk stays where they are, and nothing runs', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  here.commands.go('settings');
  folder.save('市编办.xlsx', 'a');
  folder.folder('区县').save('市审计局.xlsx', 'b');
  folder.save('~$市编办.xlsx', 'a lock');
  folder.save('录像.mp4', 'no return');
  await looks(here);
  expect(names(here)).toEqual(['市编办.xlsx', '市审计局.xlsx']);
  expect(here.store.snapshot()).toMatchObject({ screen: 'settings', work: null, notice: null });
  expect(here.commands.watch.snapshot()).toMatchObject({ state: 'watching', last: { at: AT, files: 2 } });
});

test('a ledger and a plan saved there are told for what they are, beside the returns', async () => {
  const folder = new FakeFolder('收件');
  const files = createWorkbookFiles();
  const here = await watching(folder, { files: () => Promise.resolve(files) });
  folder.save('市编办.xlsx', 'a');
  const ledger = await files.write(ledgerWorkbook(here.store.ledger));
  folder.save('去年的台账.xlsx', Uint8Array.from(ledger));
  folder.save('实施方案.txt', PLAN);
  await looks(here);
  const kinds = here.store.snapshot().inbox.items.map(({ kind, checked }) => [checked.file, kind]);
  expect(kinds).toContainEqual(['去年的台账.xlsx', 'ledger']);
  expect(kinds).toContainEqual(['实施方案.txt', 'plan']);
  const { strays, last } = here.commands.watch.snapshot();
  expect(strays).toEqual({ ledger: ['去年的台账.xlsx'], plan: ['实施方案.txt'] });
  expect([last?.files, here.store.snapshot().work]).toEqual([3, null]);
});

test('a file is taken once two looks have found it the same, so that none is read half written', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.save('市编办.xlsx', 'ha', { lastModified: 1 });
  expect(await here.commands.watch.look()).toBe(true);
  folder.save('市编办.xlsx', 'half', { lastModified: 2 });
  expect(await here.commands.watch.look()).toBe(true);
  folder.save('市编办.xlsx', 'half and all', { lastModified: 3 });
  await looks(here, 1);
  expect(names(here)).toEqual([]);
  expect(await here.commands.watch.look()).toBe(false);
  expect(names(here)).toEqual(['市编办.xlsx']);
});

test('what was taken out stays out, also of a page that came back; what was changed comes', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.save('市编办.xlsx', 'a');
  folder.save('市审计局.xlsx', 'b');
  await looks(here);
  here.commands.returns.putAside(new Set(here.store.snapshot().inbox.items.map(({ key }) => key)));
  await looks(here);
  expect(names(here)).toEqual([]);
  const { work: _work, notice: _notice, repairs: _, leaving: _to, ...kept } = here.store.snapshot();
  here.store.dispatch({ kind: 'restored', kept });
  await looks(here);
  expect(names(here)).toEqual([]);
  folder.save('市编办.xlsx', 'a, corrected', { lastModified: 2 });
  await looks(here);
  expect(names(here)).toEqual(['市编办.xlsx']);
});

test('what is in the inbox already is not added, nor counted', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  const read = () => Promise.resolve(new TextEncoder().encode('a'));
  await here.commands.returns.check([{ name: '发来的.xlsx', read }]);
  folder.save('市编办.xlsx', 'a');
  await looks(here);
  expect(names(here)).toEqual(['发来的.xlsx']);
  expect(here.commands.watch.snapshot().last).toBeNull();
});

test('two files of one name in folders bear their paths', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.folder('一科').save('填报表.xlsx', 'a');
  folder.folder('二科').save('填报表.xlsx', 'b');
  await looks(here);
  expect(names(here)).toEqual(['收件/一科/填报表.xlsx', '收件/二科/填报表.xlsx']);
});

test('a folder that the browser wants allowed once more sleeps until the clerk says so', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.save('市编办.xlsx', 'a');
  folder.permission = 'prompt';
  folder.answer = 'denied';
  await looks(here);
  await here.commands.watch.wake();
  expect([here.commands.watch.snapshot().state, names(here)]).toEqual(['asleep', []]);
  folder.answer = 'granted';
  await here.commands.watch.wake();
  await looks(here, 1);
  expect([here.commands.watch.snapshot().state, names(here)]).toEqual(['watching', ['市编办.xlsx']]);
});

test('a folder that is gone is said, and looked into again once it is back', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.isGone = true;
  await looks(here);
  expect(here.commands.watch.snapshot().state).toBe('gone');
  folder.isGone = false;
  folder.save('市编办.xlsx', 'a');
  await looks(here);
  expect([here.commands.watch.snapshot().state, names(here)]).toEqual(['watching', ['市编办.xlsx']]);
});

test('a file that cannot be read now is tried again', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.save('市编办.xlsx', 'a', { isLocked: true });
  await looks(here, 3);
  expect(names(here)).toEqual([]);
  folder.save('市编办.xlsx', 'a');
  await looks(here, 1);
  expect(names(here)).toEqual(['市编办.xlsx']);
});

test('nothing is looked at while a step runs, nor once the clerk has stopped it', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  folder.save('市编办.xlsx', 'a');
  await here.store.step('pane.fault.check', async () => {
    await looks(here, 3);
    return null;
  });
  expect(names(here)).toEqual([]);
  here.commands.watch.stop();
  await looks(here, 3);
  expect(names(here)).toEqual([]);
});

test('what was checked by a ledger that has become another meanwhile is checked again', async () => {
  const folder = new FakeFolder('收件');
  let whileChecking = (): void => undefined;
  const checkPool = () => {
    whileChecking();
    return Promise.resolve(undefined);
  };
  const here = page({ nameFolder: () => Promise.resolve(folder), checkPool });
  await here.commands.build();
  await here.commands.watch.name();
  folder.save('市编办.xlsx', 'a');
  whileChecking = () => {
    here.store.dispatch({ kind: 'changed', ledger: { ...here.store.ledger } });
    whileChecking = () => undefined;
  };
  await looks(here);
  expect(names(here)).toEqual([]);
  await looks(here, 1);
  expect(names(here)).toEqual(['市编办.xlsx']);
});

test('a dialogue that was closed says nothing; a folder the browser does not open is said', async () => {
  const closed = page({ nameFolder: () => Promise.reject(new DOMException('', 'AbortError')) });
  await closed.commands.watch.name();
  expect(closed.store.snapshot()).toMatchObject({ watched: null, notice: null });
  const refused = page({ nameFolder: () => Promise.reject(new DOMException('', 'SecurityError')) });
  await refused.commands.watch.name();
  expect(notice(refused)).toEqual(['error', 'pane.fault.folder']);
  expect(page().commands.watch.isOffered).toBe(false);
});

test('the folder stays with the plan: another ledger of it finds it watched, one of another plan does not', async () => {
  const folder = new FakeFolder('收件');
  const here = await watching(folder);
  const open = (ledger: Ledger) => {
    const opened = { ledger, findings: [], fileName: '', source: null, sampleReturns: [], unsaved: false };
    here.store.dispatch({ kind: 'opened', ...opened });
    return here.store.snapshot().watched?.handle.name;
  };
  const { text } = (here.store.snapshot().ledger as Ledger).plan;
  expect(open(buildLedger(text, { asOf: day('2018-01-15'), period: period('2017-12'), at: AT }))).toBe(
    '收件',
  );
  expect(open(threePeriods())).toBeUndefined();
});
