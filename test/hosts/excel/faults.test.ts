import { buildLedger } from '../../../src/app/build-ledger';
import { checkActiveSheet } from '../../../src/app/check-active-sheet';
import { checkReturns, type CheckedFile } from '../../../src/app/check-returns';
import { issueTabs } from '../../../src/app/issue-tabs';
import { saveLedger } from '../../../src/app/ledger-store';
import { ledgerOf } from '../../../src/app/revise-ledger';
import { buildSummary, collectInto, markOverdue, undoImport } from '../../../src/app/workbook-steps';
import { ExcelHostError } from '../../../src/hosts/excel/errors';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { assignmentKey } from '../../../src/ledger/assignments';
import { entriesInForce } from '../../../src/ledger/entries';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import { formWorkbook } from '../../../src/sheets/form';
import { LedgerFormatError } from '../../../src/sheets/ledger-format-error';
import { TAB } from '../../../src/sheets/words';
import { AT, day, period, SMALL_PLAN } from '../../ledger/builders';
import type { Fault } from '../../excel-host/protocol/faults';
import { useExcel } from '../../excel-host/support';
import { memoryFiles } from '../../support/memory-files';
import { differences } from './two-hosts';

jest.setTimeout(60_000);

const excel = useExcel({ excelApi: '1.14' });
const live = new ExcelWorkbookHost();
const check = { planText: SMALL_PLAN.text, today: day('2017-10-10'), at: AT, words: translator('zh-CN') };
const fresh = buildLedger(SMALL_PLAN.text, { asOf: day('2017-10-10'), period: period('2017Q3'), at: AT });

/** A return in which each measure is under way. */
async function returnOf(unit: string): Promise<CheckedFile> {
  const form = formWorkbook(fresh, unit, period('2017Q3'));
  const cells = form.sheets[0]?.cells.map((row) => (typeof row[1] === 'number' ? filled(row) : row)) ?? [];
  const [sheet, ...rest] = form.sheets;
  const bytes = await memoryFiles.write({ ...form, sheets: sheet ? [{ ...sheet, cells }, ...rest] : [] });
  const file = { name: `${unit}.xlsx`, read: () => Promise.resolve(bytes) };
  const [checked] = await checkReturns(fresh, [file], memoryFiles);
  if (checked === undefined || checked.rows.length === 0) throw new Error(unit);
  return checked;
}

type FormRow = ReturnType<typeof formWorkbook>['sheets'][number]['cells'][number];

/** Status, percent and progress stand after the deadline. */
function filled(row: FormRow): FormRow {
  return row.map((cell, index) =>
    index === 5 ? '推进中' : index === 6 ? 40 : index === 8 ? '已开展调研，形成初稿' : cell,
  );
}

interface UseCase {
  readonly name: string;
  /** What is in the workbook before. */
  readonly prepare: () => Promise<void>;
  readonly run: (held: Ledger) => Promise<unknown>;
  readonly syncs: number;
}

const withReturn = async () => {
  await saveLedger(live, fresh);
  await collectInto(live, { at: AT }, [await returnOf('市编办')]);
};

const USE_CASES: readonly UseCase[] = [
  { name: '建账', prepare: () => Promise.resolve(), run: () => saveLedger(live, fresh), syncs: 3 },
  { name: '下发为工作表', prepare: withReturn, run: (held) => issueTabs(live, { at: AT, held }), syncs: 4 },
  {
    name: '汇入',
    prepare: withReturn,
    run: async (held) => collectInto(live, { at: AT, held }, [await returnOf('市委办公室')]),
    syncs: 4,
  },
  {
    name: '标记逾期',
    prepare: withReturn,
    run: (held) => markOverdue(live, { at: AT, held, asOf: day('2018-02-01') }),
    syncs: 4,
  },
  { name: '生成汇总', prepare: withReturn, run: (held) => buildSummary(live, { at: AT, held }), syncs: 4 },
  { name: '撤销', prepare: withReturn, run: undoFirst, syncs: 4 },
];

async function undoFirst(held: Ledger): Promise<void> {
  await undoImport(live, { at: AT, held }, held.submissions[0]?.batch ?? '');
}

/** Codes of the list, one after the other over the cases. */
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
  'ApiNotFound',
  'ItemAlreadyExists',
  'InvalidOperationInCellEditMode',
] as const;

const FAULTS: readonly (readonly [what: string, fault: (index: number) => Fault])[] = [
  ['an error before anything', (index) => ({ kind: 'error', code: CODES[index % CODES.length] ?? '' })],
  [
    'an error half way',
    (index) => ({ kind: 'error', code: CODES[(index + 5) % CODES.length] ?? '', applied: 0.5 }),
  ],
  ['an error near the end', () => ({ kind: 'error', code: 'GeneralException', applied: 0.95 })],
  ['a line that breaks before', () => ({ kind: 'disconnect', applied: false })],
  ['a line that breaks after', () => ({ kind: 'disconnect', applied: true })],
];

/**
 * What a second run does not mend: of a request that stopped half way, the ledger tab is new and the entries are old, and the
 * difference reads as a hand edit; a form's tab that was begun counts as one that is there.
 */
const UNMENDED: readonly string[] = [
  '下发为工作表: an error half way, round trip 3',
  '下发为工作表: an error near the end, round trip 3',
  '汇入: an error half way, round trip 3',
  '撤销: an error half way, round trip 3',
];

const cases = USE_CASES.flatMap((useCase) =>
  FAULTS.flatMap(([what, fault]) =>
    Array.from(
      { length: useCase.syncs },
      (_, index) => [useCase.name, what, index + 1, useCase, fault] as const,
    ),
  ),
).filter(([name, what, trip]) => !UNMENDED.includes(`${name}: ${what}, round trip ${trip}`));

async function prepared({ prepare }: UseCase): Promise<Ledger> {
  await prepare();
  return ledgerOf(live, { at: AT, held: fresh }).then(({ ledger }) => ledger);
}

/** The workbook the use case leaves when nothing goes wrong. */
async function undisturbed(useCase: UseCase) {
  const held = await prepared(useCase);
  await useCase.run(held);
  return live.read();
}

const ends = new Map<string, Awaited<ReturnType<typeof undisturbed>>>();

/** A clear sentence stands behind whatever a use case may fail with. */
function expectSentence(error: unknown): void {
  if (error instanceof LedgerFormatError) return;
  expect(error).toBeInstanceOf(ExcelHostError);
  const sentence = translator('zh-CN')(`excel.error.${(error as ExcelHostError).code}`);
  expect(sentence.length).toBeGreaterThan(10);
}

describe('whatever goes wrong, no entry is lost and a second run ends right', () => {
  for (const useCase of USE_CASES) {
    test(`${useCase.name} undisturbed`, async () => {
      ends.set(useCase.name, await undisturbed(useCase));
    });
  }

  test.each(cases)('%s: %s, round trip %i', async (name, _what, sync, useCase, fault) => {
    const { host } = excel();
    const held = await prepared(useCase);
    host.traffic.reset();
    host.faults.at(sync, fault(sync + name.length));
    await useCase.run(held).catch(expectSentence);
    expect(host.faults.unmet).toBe(0);
    if (useCase.name !== '建账') {
      const { ledger } = await ledgerOf(live, { at: AT });
      expect(ledger.entries).toEqual(expect.arrayContaining([...held.entries]));
    }
    await useCase.run(held);
    const end = ends.get(name);
    if (end === undefined) throw new Error('the undisturbed run comes first');
    const differing = differences(withoutLog(end), withoutLog(await live.read()));
    expect(differing.filter((difference) => !OTHER_BATCH.test(difference))).toEqual([]);
  });
});

/** The batch that was written half way keeps its number; the second run's rest is the next one. */
const OTHER_BATCH = /value: "B\d{4}" \/ "B\d{4}"$/;

/** A second run may leave a second line in the log. */
function withoutLog(workbook: Awaited<ReturnType<typeof undisturbed>>) {
  return { ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== TAB.log) };
}

const changing = USE_CASES.filter(({ name }) => name !== '建账');
const moments = changing.flatMap((useCase) =>
  Array.from({ length: useCase.syncs }, (_, index) => [useCase.name, index + 1, useCase] as const),
);

describe('a clerk who works on while a use case runs', () => {
  test.each(moments)(
    '%s: a status typed just before round trip %i is taken in',
    async (_name, sync, useCase) => {
      const { host } = excel();
      const held = await prepared(useCase);
      host.traffic.reset();
      host.faults.at(sync, { kind: 'between', act: () => host.user.type(`${TAB.ledger}!G6`, '未启动') });
      await useCase.run(held);
      const { ledger } = await ledgerOf(live, { at: AT });
      expect(
        entriesInForce(ledger.entries).get(assignmentKey(3, '市政府办公室'))?.report.status ?? null,
      ).toBe('notStarted');
    },
  );

  test.each(moments)('%s: the entries’ tab deleted before round trip %i', async (_name, sync, useCase) => {
    const { host } = excel();
    const held = await prepared(useCase);
    host.traffic.reset();
    host.faults.at(sync, { kind: 'between', act: () => host.user.deleteSheet(TAB.entries) });
    await useCase.run(held).catch(expectSentence);
    await useCase.run(held);
    const { ledger } = await ledgerOf(live, { at: AT });
    expect(ledger.entries).toEqual(expect.arrayContaining([...held.entries]));
  });

  test.each(moments)('%s: the ledger’s tab renamed before round trip %i', async (_name, sync, useCase) => {
    const { host } = excel();
    const held = await prepared(useCase);
    host.traffic.reset();
    host.faults.at(sync, { kind: 'between', act: () => host.user.renameSheet(TAB.ledger, '我的台账') });
    await useCase.run(held).catch(expectSentence);
    await useCase.run(held);
    expect(host.sheetNames).toEqual(expect.arrayContaining([TAB.ledger, '我的台账']));
    const { ledger } = await ledgerOf(live, { at: AT });
    expect(ledger.entries).toEqual(expect.arrayContaining([...held.entries]));
  });
});

describe('checking the sheet in front', () => {
  test.each([1, 2, 3, 4])(
    'a broken line at round trip %i changes nothing in the form, and a second run marks it',
    async (sync) => {
      const { host } = excel();
      await saveLedger(live, fresh);
      await issueTabs(live, { at: AT, units: ['市编办'] });
      host.user.type('市编办_2017Q3!F5', '已完成');
      host.user.activate('市编办_2017Q3');
      const before = host.values('市编办_2017Q3!A1:M12');
      host.traffic.reset();
      host.faults.at(sync, { kind: 'disconnect', applied: sync % 2 === 0 });
      await expect(checkActiveSheet(live, check)).rejects.toMatchObject({ code: 'disconnected' });
      const { checked, marked } = await checkActiveSheet(live, check);
      expect([marked, checked.verdict]).toEqual([true, 'needs-correction']);
      expect(host.values('市编办_2017Q3!A1:M12')).toEqual(before);
    },
  );
});
