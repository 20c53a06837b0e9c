import { readFile } from 'node:fs/promises';
import type { PlanReader } from '../../src/app/plan-reading/plan-reader';
import { calendarDate } from '../../src/base/calendar';
import { parsePlan } from '../../src/plan/parse';
import { meaningOf } from '../../src/plan/text/meaning';
import type { Measure } from '../../src/plan/plan';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { Commands } from '../../src/taskpane/session/commands/session-commands';
import { PlanCommands } from '../../src/taskpane/session/commands/plan-commands';
import { EMPTY_DRAFT, withText } from '../../src/taskpane/session/plan-draft';
import { SessionStore } from '../../src/taskpane/session/store';
import type { World } from '../../src/taskpane/session/world';
import { checkedFiles, isUnread } from '../../src/app/inbox/inbox';
import { checkedReturn } from '../guest/use-cases';
import { AT, day, done } from '../ledger/builders';
import { planReaderHere } from '../support/plan-reader-here';
import { MemoryExcel, memoryFiles } from '../support/memory-files';

const TEXT = [
  '江口市2023年工作要点',
  '1.建设统一的政务服务平台。完善配套制度。（市财政局牵头，2023年6月底前完成）',
  '2.开展依法行政专题培训。（市委党校等单位负责，2023年9月底前完成）',
  '3.清理规范性文件。（市司法局负责，长期坚持）',
].join('\n');
/** 2 is struck out, 3 moves up and is put into someone else's hands. */
const REVISED = [
  '江口市2023年工作要点',
  '1.建设统一的政务服务平台。完善配套制度。（市财政局牵头，2023年6月底前完成）',
  '2.清理规范性文件。（市档案馆负责，长期坚持）',
  '3.评查行政执法案卷。（市审计局负责，2023年12月底前完成）',
].join('\n');

const notThere = () => Promise.reject(new Error('no file here'));

function desk(live: MemoryExcel | null = null, reader: PlanReader = planReaderHere()) {
  const world: World = {
    planText: () => readFile('seeds/000_a65ed4e6259fe44e.txt', 'utf8'),
    today: () => day('2023-07-01'),
    minute: () => AT,
    files: () => Promise.resolve(memoryFiles),
    checkPool: () => Promise.resolve(undefined),
    planReader: () => Promise.resolve(reader),
    openLedger: notThere,
    ledgerBytes: notThere,
    live,
    outlet: 'download',
    download: () => undefined,
    openPapers: () => undefined,
    save: notThere,
    nameFolder: null,
    keeper: null,
  };
  const store = new SessionStore();
  const commands = new Commands(store, world);
  return { store, commands, plans: new PlanCommands(commands.desk) };
}

type Desk = ReturnType<typeof desk>;

async function reading(text: string, here = desk()): Promise<Desk> {
  here.plans.type(text);
  await here.plans.readTyped();
  return here;
}

function measures({ store, plans }: Desk): readonly Measure[] {
  return plans.planOf(store.snapshot().draft ?? EMPTY_DRAFT)?.measures ?? [];
}

function notice({ store }: Desk): string | undefined {
  return store.snapshot().notice?.key;
}

function file(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return { name, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
}

test('typed, it is a draft; read, a plan; built, a ledger and a draft no more', async () => {
  const here = desk();
  here.plans.type(TEXT);
  expect(here.store.snapshot().draft).toEqual({ ...EMPTY_DRAFT, typed: TEXT });
  await here.plans.readTyped();
  expect(measures(here).map(({ no }) => no)).toEqual([1, 2, 3]);
  await here.commands.build(here.plans.planOf(here.store.snapshot().draft ?? EMPTY_DRAFT) ?? undefined);
  expect(here.store.snapshot()).toMatchObject({ draft: null, ledger: { plan: { measures: { length: 3 } } } });
});

test('a field that is emptied again leaves no draft', () => {
  const here = desk();
  here.plans.type('甲');
  here.plans.type('');
  expect(here.store.snapshot().draft).toBeNull();
});

test('a file that holds no plan is a sentence, and the draft there was stays', async () => {
  const here = await reading(TEXT);
  await here.plans.readFile(file('通知.txt', '各单位：请认真贯彻执行。'));
  expect(notice(here)).toBe('planFault.noMeasure');
  expect(measures(here).length).toBe(3);
  await here.plans.readFile(file('方案.txt', REVISED));
  expect(measures(here).map(({ text }) => text)).toContain('评查行政执法案卷。');
});

test('corrections go step by step, and back; what was looked at is remembered until it changes', async () => {
  const here = await reading(TEXT);
  const doubtful = measures(here)[1] as Measure;
  here.plans.accept(doubtful);
  expect(await here.plans.edit({ kind: 'split', no: 1, at: 12 })).toBe(true);
  expect(await here.plans.edit({ kind: 'set', no: 4, change: { supportUnits: ['市档案馆'] } })).toBe(true);
  expect(measures(here).map(({ no, supportUnits }) => [no, ...supportUnits])).toEqual([
    [1],
    [2],
    [3],
    [4, '市档案馆'],
  ]);
  const accepted = here.store.snapshot().draft?.accepted ?? [];
  expect(accepted).toEqual([meaningOf(measures(here)[2] as Measure)]);
  here.plans.undo();
  here.plans.undo();
  here.plans.undo();
  expect(here.store.snapshot().draft).toEqual({ ...EMPTY_DRAFT, texts: [TEXT], accepted });
  here.plans.accept(doubtful);
  expect(here.store.snapshot().draft?.accepted).toEqual([]);
});

test('what no text can say is refused with a sentence, which goes with the next edit', async () => {
  const here = await reading(TEXT);
  expect(await here.plans.edit({ kind: 'join', no: 3 })).toBe(false);
  expect(notice(here)).toBe('pane.plan.editRefused');
  const deadline = calendarDate(2023, 11, 30) ?? null;
  expect(await here.plans.edit({ kind: 'set', no: 2, change: { deadline } })).toBe(true);
  expect(notice(here)).toBeUndefined();
});

test('of two corrections at once the second finds what the first left, or nothing to correct', async () => {
  const here = await reading(TEXT);
  const twice = { kind: 'set', no: 1, change: { leadUnits: ['市档案馆'] } } as const;
  const made = await Promise.all([
    here.plans.edit(twice),
    here.plans.edit(twice),
    here.plans.edit({ kind: 'split', no: 1, at: 12 }),
    here.plans.edit({ kind: 'split', no: 1, at: 12 }),
  ]);
  expect(made).toEqual([true, true, true, false]);
  expect(here.store.snapshot().draft?.texts.length).toBe(3);
  expect(measures(here).map(({ leadUnits }) => leadUnits[0])).toEqual([
    '市档案馆',
    '市档案馆',
    '市委党校',
    '市司法局',
  ]);
});

test('a draft that was kept is read when it is looked at; one that is no plan any more goes back into the field', async () => {
  const here = desk();
  here.store.dispatch({ kind: 'drafted', draft: { ...EMPTY_DRAFT, texts: [TEXT] } });
  expect(measures(here)).toEqual([]);
  await here.plans.readDraft();
  expect(measures(here).length).toBe(3);
  here.store.dispatch({ kind: 'drafted', draft: { ...EMPTY_DRAFT, texts: ['各单位：请认真执行。'] } });
  await here.plans.readDraft();
  expect(notice(here)).toBe('planFault.noMeasure');
  expect(here.store.snapshot().draft).toEqual({ ...EMPTY_DRAFT, typed: '各单位：请认真执行。' });
});

test('reading can be cancelled; the draft there was stays', async () => {
  let stopped: (reason: Error) => void = () => undefined;
  const never: PlanReader = {
    ask: () =>
      new Promise((_resolve, reject) => {
        stopped = reject;
      }),
    stop: () => stopped(new Error('stopped')),
  };
  const here = desk(null, never);
  here.plans.type(TEXT);
  const read = here.plans.readTyped();
  await new Promise((resolve) => setTimeout(resolve));
  expect(here.store.snapshot().work?.canStop).toBe(true);
  here.commands.cancel();
  await read;
  expect(notice(here)).toBe('pane.cancelled');
  expect(here.store.snapshot().draft).toEqual({ ...EMPTY_DRAFT, typed: TEXT });
});

test('put aside, the text with its corrections is still in the field', async () => {
  const here = await reading(TEXT);
  await here.plans.edit({ kind: 'join', no: 1 });
  here.plans.drop();
  const { typed, texts } = here.store.snapshot().draft ?? EMPTY_DRAFT;
  expect(texts).toEqual([]);
  await reading(typed, here);
  expect(measures(here).length).toBe(2);
});

describe.each([
  ['on a page', () => null],
  [
    'inside Excel',
    () =>
      new MemoryExcel({
        file: '',
        sheets: [],
        date1904: false,
        hasMacros: false,
        hasExternalLinks: false,
      }),
  ],
])('a revised plan against the open ledger, %s', (_where, workbook) => {
  test('what was reported follows its measure; what was struck out counts no more; the log says so', async () => {
    const live = workbook();
    const here = desk(live);
    await here.commands.build(parsePlan(TEXT));
    const edits = [4, 5, 6].map((row) => ({ row, column: 7, typed: '推进中' }));
    await here.commands.desk.run('editCells', { edits });
    await reading(REVISED, here);
    await here.plans.revise();
    expect(notice(here)).toBe('pane.revised');
    const { ledger, draft, unsaved } = here.store.snapshot();
    expect([draft, unsaved]).toEqual([null, live === null]);
    const reported = ledger?.entries.flatMap((entry) => (entry.kind === 'report' ? [entry.measure] : []));
    expect(reported).toEqual([1, 100_002, 2]);
    expect(ledger?.plan.measures.map(({ leadUnits }) => leadUnits[0])).toEqual([
      '市财政局',
      '市档案馆',
      '市审计局',
    ]);
    expect(ledger?.log.at(-1)).toMatchObject({ action: 'adoptPlan' });
    if (live !== null) expect(readLedger(await live.read()).ledger).toEqual(ledger);
  });

  test('what is in the inbox is to be checked again: its rows carry the numbers of the plan before', async () => {
    const here = desk(workbook());
    await here.commands.build(parsePlan(TEXT));
    const checked = checkedReturn('市财政局', '2017Q3', [[1, done('2017-09-05')]]);
    const files = [{ kind: 'return', checked }] as const;
    const arrival = { handedIn: [], files, at: '', isSheet: false };
    here.store.dispatch({ kind: 'gathered', arrival });
    await reading(REVISED, here);
    await here.plans.revise();
    const { inbox, imported, screen } = here.store.snapshot();
    expect([imported, screen, inbox.items.map(isUnread)]).toEqual([null, 'home', [true]]);
    expect(checkedFiles(inbox).map(({ rows, office }) => [rows, office])).toEqual([[[], '市财政局']]);
  });
});

test('the plan of the open ledger can be corrected and adopted', async () => {
  const here = desk();
  await here.commands.build(parsePlan(TEXT));
  await here.plans.readOwn();
  await here.plans.edit({ kind: 'set', no: 3, change: { leadUnits: ['市档案馆'] } });
  await here.plans.revise();
  expect(here.store.ledger.plan.measures[2]?.leadUnits).toEqual(['市档案馆']);
});

test('a draft outlives another ledger that is opened', async () => {
  const here = await reading(TEXT);
  await here.commands.build();
  expect(here.store.snapshot().draft?.texts).toEqual([TEXT]);
});

test('steps back take a bounded room, and never less than one', () => {
  const large = 'x'.repeat(3_000_000);
  expect(withText([], large)).toEqual([large]);
  expect(withText([large], large).length).toBe(2);
  expect(withText([large, large], large).length).toBe(2);
  expect(withText(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
});
