import { checkActiveSheet } from '../../../src/app/inbox/check-active-sheet';
import { ExcelHostError } from '../../../src/hosts/excel/excel-errors';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { assignmentKey } from '../../../src/ledger/units/assignments';
import { entriesInForce } from '../../../src/ledger/entries';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import { LedgerFormatError } from '../../../src/sheets/reading/ledger-format-error';
import { readLedger } from '../../../src/sheets/reading/read-ledger';
import { TAB } from '../../../src/sheets/words';
import { AT, day, SMALL_PLAN } from '../../ledger/builders';
import type { Fault } from '../../excel-host/protocol/faults';
import { build, fresh, live, second, useCycleAtFault, withoutLog, type RunAtFault } from './cycle-at-fault';
import { differences } from './two-hosts';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';

const { excel, from, prepared, undisturbed } = useCycleAtFault();
const check = { planText: SMALL_PLAN.text, today: day('2017-10-10'), at: AT, words: translator('zh-CN') };

/** The use cases of the cycle, which write most; each of the others is in every-use-case.test. */
const USE_CASES: readonly RunAtFault[] = [
  { name: '建账', begins: 'empty', run: build, syncs: 4 },
  {
    name: '下发为工作表',
    begins: 'with a return',
    run: (held) => runIn(live, 'issueTabs', {}, held),
    syncs: 4,
  },
  {
    name: '汇入',
    begins: 'with a return',
    run: async (held) => runIn(live, 'collect', { checked: [await second] }, held),
    syncs: 4,
  },
  {
    name: '标记逾期',
    begins: 'with a return',
    run: (held) => runIn(live, 'markOverdue', { asOf: day('2018-02-01') }, held),
    syncs: 4,
  },
  {
    name: '生成汇总',
    begins: 'with a return',
    run: (held) => runIn(live, 'buildSummary', {}, held),
    syncs: 4,
  },
  { name: '撤销', begins: 'with a return', run: undoFirst, syncs: 4 },
];

async function undoFirst(held: Ledger): Promise<void> {
  await runIn(live, 'undo', { batches: [held.submissions[0]?.batch ?? ''] }, held);
}

/** Codes a request may be refused with. */
const CODES = [
  'AccessDenied',
  'GeneralException',
  'InvalidOperation',
  'ItemNotFound',
  'InactiveWorkbook',
  'MergedRangeConflict',
  'PivotTableRangeConflict',
  'FilteredRangeConflict',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'ApiNotFound',
  'ItemAlreadyExists',
  'InvalidOperationInCellEditMode',
] as const;

type FaultOf = (code: string) => Fault;

const ERRORS: readonly (readonly [what: string, fault: FaultOf])[] = [
  ['an error before anything', (code) => ({ kind: 'error', code })],
  ['an error after a fifth', (code) => ({ kind: 'error', code, applied: 0.2 })],
  ['an error half way', (code) => ({ kind: 'error', code, applied: 0.5 })],
  ['an error near the end', (code) => ({ kind: 'error', code, applied: 0.95 })],
];
const BREAKS: readonly (readonly [what: string, fault: FaultOf])[] = [
  ['a line that breaks before', () => ({ kind: 'disconnect', applied: false })],
  ['a line that breaks after', () => ({ kind: 'disconnect', applied: true })],
];

/** The codes take turns over use cases and kinds of error, so that each of them comes at each round trip. */
const cases = USE_CASES.flatMap((useCase, place) =>
  [...ERRORS, ...BREAKS].flatMap(([what, fault], kind) =>
    Array.from({ length: useCase.syncs }, (_, index) => {
      const code = CODES[(place * ERRORS.length + kind + index * 5) % CODES.length] ?? '';
      return [useCase.name, what, index + 1, useCase, fault(code)] as const;
    }),
  ),
);

/** A clear sentence stands behind whatever a use case may fail with. */
function expectSentence(error: unknown): void {
  if (error instanceof LedgerFormatError) return;
  expect(error).toBeInstanceOf(ExcelHostError);
  const { code, sheet } = error as ExcelHostError;
  expect(translator('zh-CN')(`excel.error.${code}`, { sheet }).length).toBeGreaterThan(10);
}

/** A beginning that came to its end, though its answer was lost, is not begun again. */
function expectIsThere(error: unknown): void {
  expect(error).toMatchObject({ fault: 'ledger-there' });
}

async function expectNothingLost(held: Ledger): Promise<void> {
  const { ledger } = await lookIn(live);
  expect(ledger.entries).toEqual(expect.arrayContaining([...held.entries]));
}

describe('whatever goes wrong, no entry is lost and a second run ends right', () => {
  test.each(cases)('%s: %s, round trip %i', async (_name, _what, sync, useCase, fault) => {
    const { host } = excel();
    const end = await undisturbed(useCase);
    const held = await prepared(useCase);
    host.faults.at(sync, fault);
    await useCase.run(held).catch(expectSentence);
    expect(host.faults.unmet).toBe(0);
    if (useCase.begins !== 'empty') await expectNothingLost(held);
    await useCase.run(held).catch(expectIsThere);
    expect(differences(withoutLog(end), withoutLog(await live.read()))).toEqual([]);
  });

  test.each(USE_CASES.flatMap((useCase) => [1, 2].map((sync) => [useCase.name, sync, useCase] as const)))(
    '%s: refused with any code of the list while it still looks, round trip %i, it has a sentence and changes nothing',
    async (_name, sync, useCase) => {
      const { host } = excel();
      for (const code of CODES) {
        const held = await prepared(useCase);
        const { sheetNames } = host;
        host.faults.at(sync, { kind: 'error', code });
        // What is too large for one answer is asked for in parts.
        if (code === 'ResponsePayloadSizeLimitExceeded' && (sync === 1 || useCase.begins !== 'empty'))
          continue;
        const error: unknown = await useCase.run(held).catch((failure: unknown) => failure);
        expectSentence(error);
        expect(host.sheetNames).toEqual(sheetNames);
        if (useCase.begins !== 'empty') {
          expect((await lookIn(live)).ledger).toEqual(held);
        }
      }
    },
  );
});

describe('汇入 stopped half way with any code of the list', () => {
  const collecting = USE_CASES.filter(({ name }) => name === '汇入');

  test.each(
    collecting.flatMap((useCase) =>
      [3, 4].flatMap((sync) => CODES.map((code) => [code, sync, useCase] as const)),
    ),
  )('%s at round trip %i', async (code, sync, useCase) => {
    const { host } = excel();
    const end = await undisturbed(useCase);
    const held = await prepared(useCase);
    host.faults.at(sync, { kind: 'error', code, applied: 0.5 });
    await expect(useCase.run(held)).rejects.toThrow(ExcelHostError);
    await expectNothingLost(held);
    await useCase.run(held);
    expect(differences(withoutLog(end), withoutLog(await live.read()))).toEqual([]);
  });
});

describe('a change that takes many requests, and stops between or within them', () => {
  const sparing = new ExcelWorkbookHost(12_000);
  const collect = async (held: Ledger) => runIn(sparing, 'collect', { checked: [await second] }, held);
  const collecting: RunAtFault = { name: '分次汇入', begins: 'with a return', run: collect, syncs: 6 };
  const stops = [
    ['half way', { kind: 'error', code: 'GeneralException', applied: 0.5 }],
    ['after it', { kind: 'disconnect', applied: true }],
  ] as const;

  test.each(stops.flatMap(([what, fault]) => [3, 4, 5, 6].map((sync) => [sync, what, fault] as const)))(
    'request %i, %s',
    async (sync, _what, fault) => {
      const { host } = excel();
      const end = await undisturbed(collecting);
      const held = await prepared(collecting);
      host.user.type(`${TAB.ledger}!G6`, '未启动');
      host.faults.at(sync, fault);
      await expect(collect(held)).rejects.toThrow(ExcelHostError);
      await expectNothingLost(held);
      await collect(held);
      const { ledger } = await lookIn(live);
      expect(entriesInForce(ledger.entries).get(assignmentKey(3, '市政府办公室'))?.report.status).toBe(
        'notStarted',
      );
      const { entries, submissions } = readLedger(end).ledger;
      expect(ledger.submissions.map(({ file }) => file)).toEqual(submissions.map(({ file }) => file));
      const ofReturns = (some: Ledger['entries']) =>
        some.flatMap((entry) => (entry.kind === 'report' && entry.origin === 'return' ? [entry.report] : []));
      expect(ofReturns(ledger.entries)).toEqual(ofReturns(entries));
    },
  );
});

const changing = USE_CASES.filter(({ begins }) => begins !== 'empty');
const moments = changing.flatMap((useCase) =>
  Array.from({ length: useCase.syncs }, (_, index) => [useCase.name, index + 1, useCase] as const),
);

describe('a clerk who works on while a use case runs', () => {
  const statusOf = async () => {
    const { ledger } = await lookIn(live);
    return entriesInForce(ledger.entries).get(assignmentKey(3, '市政府办公室'))?.report.status ?? null;
  };

  test.each(moments)(
    '%s: a status typed just before round trip %i is taken in',
    async (_name, sync, useCase) => {
      const { host } = excel();
      const held = await prepared(useCase);
      host.faults.at(sync, { kind: 'between', act: () => host.user.type(`${TAB.ledger}!G6`, '未启动') });
      await useCase.run(held);
      expect(await statusOf()).toBe('notStarted');
    },
  );

  test.each(changing.flatMap((one) => [0.2, 0.5, 0.95].map((share) => [one.name, share, one] as const)))(
    '%s: a status typed before it is kept when the write stops after %d of its changes',
    async (_name, share, useCase) => {
      const { host } = excel();
      const held = await prepared(useCase);
      host.user.type(`${TAB.ledger}!G6`, '未启动');
      host.faults.at(3, { kind: 'error', code: 'GeneralException', applied: share });
      await useCase.run(held).catch(expectSentence);
      expect(await statusOf()).toBe('notStarted');
      await useCase.run(held);
      const { ledger } = await lookIn(live);
      expect(
        ledger.entries.filter((entry) => entry.kind === 'report' && entry.origin === 'handEdit'),
      ).toEqual(
        // One for each of the measure's units, and no other.
        [3, 3].map((measure) => expect.objectContaining({ measure }) as object),
      );
    },
  );

  const stopsOfWrite: readonly (readonly [what: string, fault: Fault])[] = [
    ...[0.2, 0.5, 0.8, 0.95].map(
      (applied) => [`after ${applied} of it`, { kind: 'error', code: 'GeneralException', applied }] as const,
    ),
    ['unanswered', { kind: 'disconnect', applied: true }],
  ];

  test.each(
    changing.flatMap((useCase) =>
      stopsOfWrite.map(([what, fault]) => [useCase.name, what, useCase, fault] as const),
    ),
  )(
    '%s: a status typed in the moment before the write is kept when that stops, %s',
    async (_name, _what, useCase, fault) => {
      const { host } = excel();
      const held = await prepared(useCase);
      const act = () => host.user.type(`${TAB.ledger}!G6`, '未启动');
      host.faults.at(3, { kind: 'between', act, then: fault });
      await expect(useCase.run(held)).rejects.toThrow(ExcelHostError);
      expect(await statusOf()).toBe('notStarted');
      await useCase.run(held);
      expect(await statusOf()).toBe('notStarted');
      expect(host.sheetNames).not.toContain(TAB.typed);
      const { ledger } = await lookIn(live);
      expect(
        ledger.entries.filter((entry) => entry.kind === 'report' && entry.origin === 'handEdit'),
      ).toHaveLength(2);
    },
  );

  test.each(changing.map((useCase) => [useCase.name, useCase] as const))(
    '%s: a status typed in the moment before the write is kept when the last answer is lost',
    async (_name, useCase) => {
      const { host } = excel();
      const held = await prepared(useCase);
      host.faults.at(3, { kind: 'between', act: () => host.user.type(`${TAB.ledger}!G6`, '未启动') });
      host.faults.at(4, { kind: 'disconnect', applied: true });
      await expect(useCase.run(held)).rejects.toThrow(ExcelHostError);
      expect(await statusOf()).toBe('notStarted');
      await useCase.run(held);
      expect(host.sheetNames).not.toContain(TAB.typed);
    },
  );

  test('a verdict typed in the moment before the write is taken in', async () => {
    const { host } = excel();
    const [useCase] = changing;
    if (useCase === undefined) throw new Error('no use case');
    const held = await prepared(useCase);
    const [reported] = held.entries.flatMap((entry) => (entry.kind === 'report' ? [entry] : []));
    const row = 3 + (reported?.measure ?? 0);
    const act = () => host.user.type(`${TAB.ledger}!N${row}`, '已销号');
    host.faults.at(3, { kind: 'between', act });
    await useCase.run(held);
    const { ledger } = await lookIn(live);
    expect(ledger.entries.filter(({ kind }) => kind === 'verification')).toHaveLength(1);
    expect(host.values(`${TAB.ledger}!N${row}`)).toEqual([['已销号']]);
  });

  test.each(moments)('%s: the entries’ tab deleted before round trip %i', async (_name, sync, useCase) => {
    const { host } = excel();
    const held = await prepared(useCase);
    host.faults.at(sync, { kind: 'between', act: () => host.user.deleteSheet(TAB.entries) });
    await useCase.run(held).catch(expectSentence);
    await useCase.run(held);
    await expectNothingLost(held);
  });

  test.each(moments)('%s: the ledger’s tab renamed before round trip %i', async (_name, sync, useCase) => {
    const { host } = excel();
    const held = await prepared(useCase);
    host.faults.at(sync, { kind: 'between', act: () => host.user.renameSheet(TAB.ledger, '我的台账') });
    await useCase.run(held).catch(expectSentence);
    // Where what was typed into it would be lost, it is asked for by its name; else another is drawn beside it.
    await useCase.run(held).catch(expectSentence);
    if (!host.sheetNames.includes(TAB.ledger)) host.user.renameSheet('我的台账', TAB.ledger);
    await useCase.run(held);
    await expectNothingLost(held);
  });
});

describe('checking the sheet in front', () => {
  const withForm = () =>
    from('with a form', async () => {
      const { host } = excel();
      await drawIn(live, fresh);
      await runIn(live, 'issueTabs', { offices: ['市编办'] });
      host.user.type('市编办_2017Q3!F5', '已完成');
      host.user.activate('市编办_2017Q3');
    });

  test.each([1, 2, 3, 4])(
    'a broken line at round trip %i changes nothing in the form, and a second run marks it',
    async (sync) => {
      const { host } = excel();
      await withForm();
      const before = host.values('市编办_2017Q3!A1:M12');
      host.faults.at(sync, { kind: 'disconnect', applied: sync % 2 === 0 });
      await expect(checkActiveSheet(live, check)).rejects.toMatchObject({ code: 'disconnected' });
      const { checked, marked } = await checkActiveSheet(live, check);
      expect([marked, checked.verdict]).toEqual([true, 'needs-correction']);
      expect(host.values('市编办_2017Q3!A1:M12')).toEqual(before);
      expect(host.sheet('市编办_2017Q3').protection).not.toBeNull();
    },
  );

  test.each([0.3, 0.6, 0.9])(
    'marking that stops after %d of its changes leaves the form protected',
    async (share) => {
      const { host } = excel();
      await withForm();
      const { protection } = host.sheet('市编办_2017Q3');
      host.faults.at(4, { kind: 'error', code: 'GeneralException', applied: share });
      await expect(checkActiveSheet(live, check)).rejects.toMatchObject({ code: 'unknown' });
      expect(host.sheet('市编办_2017Q3').protection).toEqual(protection);
      expect((await checkActiveSheet(live, check)).marked).toBe(true);
      expect(host.sheet('市编办_2017Q3').protection).toEqual(protection);
    },
  );

  test('where the line breaks too, the next check protects the form again', async () => {
    const { host } = excel();
    await withForm();
    const { protection } = host.sheet('市编办_2017Q3');
    host.faults.at(4, { kind: 'error', code: 'GeneralException', applied: 0.5 });
    host.faults.at(5, { kind: 'disconnect', applied: false });
    await expect(checkActiveSheet(live, check)).rejects.toMatchObject({ code: 'unknown' });
    expect((await checkActiveSheet(live, check)).marked).toBe(true);
    expect(host.sheet('市编办_2017Q3').protection).toEqual(protection);
  });
});
