import { readFileSync } from 'node:fs';
import { collectReturns } from '../../../src/app/changes/collect-returns';
import { fillForm } from '../../../src/app/demo/fill-form';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { returnContext } from '../../../src/app/inbox/return-context';
import type { CellContent, SheetBlueprint } from '../../../src/base/blueprint';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { entriesInForce } from '../../../src/ledger/entries';
import type { Ledger } from '../../../src/ledger/ledger';
import type { Report } from '../../../src/ledger/records';
import { checkReturn } from '../../../src/returns/check-return';
import { FORM_SHEET, formWorkbook } from '../../../src/sheets/tabs/form';
import { formMeasures } from '../../../src/sheets/tabs/form-measures';
import { onFormSheet } from '../../../src/app/demo/fill-form';
import { day, report } from '../../ledger/builders';
import { checksHere } from '../../support/checks-here';
import { convertWithLibreOffice, hasLibreOffice, LIBRE_OFFICE_TIMEOUT } from '../../support/libre-office';
import { hasOpenpyxl, runOpenpyxl } from '../../support/openpyxl';
import { rawFromBlueprint } from '../../support/raw-from-blueprint';
import { NEXT, SAID, UNIT, allClosed, nextPeriod } from './next-period';

jest.setTimeout(LIBRE_OFFICE_TIMEOUT);

const files = createWorkbookFiles();
const FOOT = {
  preparedBy: '王建国',
  reviewedBy: '李晓燕',
  phone: '0724-2345678',
  preparedOn: day('2018-01-04'),
};

const ANEW = report({ status: 'inProgress', percent: 50, progress: '已征求 14 个单位意见并修改成稿' });

/** The form with a status word in rows by measure, beside what else is reported. */
function answered(
  ledger: Ledger,
  words: Readonly<Record<number, string>>,
  reports: ReadonlyMap<number, Report> = new Map([[128, ANEW]]),
) {
  const filled = fillForm(formWorkbook(ledger, UNIT, NEXT), reports, FOOT);
  return onFormSheet(filled, (cells) => {
    const status = cells[3]?.indexOf('填报状态') ?? -1;
    for (const row of cells.slice(4)) {
      const word = typeof row[1] === 'number' ? words[row[1]] : undefined;
      if (word !== undefined) row[status] = word;
    }
  });
}

function checked(
  ledger: Ledger,
  words: Readonly<Record<number, string>>,
  reports?: ReadonlyMap<number, Report>,
) {
  const workbook = rawFromBlueprint(answered(ledger, words, reports), '市审计局.xlsx');
  return checkReturn(workbook, returnContext(ledger));
}

const sheetOf = (ledger: Ledger) =>
  formWorkbook(ledger, UNIT, NEXT).sheets.find(({ name }) => name === FORM_SHEET) as SheetBlueprint;

function cellsOf({ cells }: SheetBlueprint, header: string): readonly CellContent[] {
  return cells.slice(4).map((row) => row[cells[3]?.indexOf(header) ?? -1] ?? null);
}

const isWithin = (sheet: SheetBlueprint, row: number, column: number) =>
  (sheet.protection?.unlocked ?? []).some(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );

describe('what the next form knows', () => {
  const sheet = sheetOf(nextPeriod());

  test('what was last said, why it was sent back and what was extended stand locked beside the answers', () => {
    expect(cellsOf(sheet, '上期情况').slice(0, 3)).toEqual([
      '【已延期】原时限2017年12月31日，现为2018年6月30日\n推进中，60%（2017年11月）\n已完成 12 个单位的审计，正在起草综合报告\n打算：年底前出具审计报告',
      '长期坚持（2017年11月）\n每季度召开一次协调会，已开三次',
      '【已退回】未写明征求了哪些单位的意见\n推进中，30%（2017年11月）\n考核办法已征求意见两轮',
    ]);
    const column = (sheet.cells[3]?.indexOf('上期情况') ?? -1) + 1;
    expect([5, 6, 7].map((row) => [isWithin(sheet, row, column), isWithin(sheet, row, column + 1)])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  test('a closed measure stands at the foot, locked, and is not asked again', () => {
    expect(formMeasures(nextPeriod(), UNIT, NEXT).map(({ no }) => no)).toEqual([48, 127, 128]);
    expect(sheet.cells[7]?.[1]).toBe('以下 1 项措施已销号，本期不再填报：');
    expect(sheet.cells[8]?.slice(0, 2)).toEqual(['X094', 94]);
    expect(cellsOf(sheet, '填报状态')[4]).toBe('已销号');
    expect(Array.from({ length: 14 }, (_, at) => isWithin(sheet, 9, at + 1))).not.toContain(true);
  });

  test('the first form of an office has nothing to say of before', () => {
    const first = nextPeriod();
    const form = formWorkbook({ ...first, entries: [] }, UNIT, NEXT).sheets[0];
    expect(form?.cells[3]).not.toContain('上期情况');
    expect(form?.cells.flat()).not.toContain('已销号');
    expect(form?.validations.flatMap(({ rule }) => (rule.kind === 'list' ? [rule.values] : []))).toEqual([
      ['已完成', '推进中', '未启动', '长期坚持'],
    ]);
  });

  test('无变化 is offered only where a last answer can stand', () => {
    const lists = sheet.validations.flatMap(({ rule, range }) =>
      rule.kind === 'list' ? [[range.top, range.bottom, rule.values.includes('无变化')]] : [],
    );
    expect(lists).toEqual([
      [5, 6, true],
      [7, 7, false],
    ]);
  });

  test('an office whose measures are all closed has nothing to fill in but the foot', () => {
    const ledger = allClosed();
    const form = formWorkbook(ledger, UNIT, NEXT);
    expect(form.sheets[0]?.cells[4]?.[1]).toBe(
      '本单位牵头的措施均已销号，本期无需逐项填报，填写落款、签字盖章后报回即可。',
    );
    const back = checkReturn(
      rawFromBlueprint(fillForm(form, new Map(), FOOT), 'a.xlsx'),
      returnContext(ledger),
    );
    expect(back).toMatchObject({ verdict: 'accepted', office: UNIT, rows: [], findings: [] });
  });
});

describe('无变化', () => {
  test('takes over the last answer whole, with its date, and the record says so', () => {
    const back = checked(nextPeriod(), { 48: '无变化', 127: '同上期' });
    expect(back.verdict).toBe('accepted');
    expect(back.findings.map(({ code, measure, severity }) => [code, measure, severity])).toEqual([
      ['unchanged-taken-over', 48, 'corrected'],
      ['unchanged-taken-over', 127, 'corrected'],
    ]);
    expect(back.rows.map(({ measure, report: said }) => [measure, said])).toEqual([
      [48, { ...SAID.get(48), remark: '本期无变化，沿用2017年11月填报（2017-12-12收录）' }],
      [127, { ...SAID.get(127), remark: '本期无变化，沿用2017年11月填报（2017-12-12收录）' }],
      [128, ANEW],
    ]);
  });

  test('said again, it still tells from when the words are', () => {
    const first = nextPeriod();
    const back = checked(first, { 48: '无变化', 127: '无变化' });
    const { ledger } = collectReturns(first, [{ ...back, sha256: 'a', source: back.file }], {
      at: '2018-01-05 09:00',
    });
    const later = {
      ...ledger,
      settings: { ...ledger.settings, period: '2018-01', asOf: day('2018-02-05') },
    } as Ledger;
    const again = rawFromBlueprint(
      onFormSheet(fillForm(formWorkbook(later, UNIT, later.settings.period), new Map(), FOOT), (cells) => {
        for (const row of cells.slice(4, 7)) row[cells[3]?.indexOf('填报状态') ?? -1] = '无变化';
      }),
      'a.xlsx',
    );
    const { rows, verdict } = checkReturn(again, returnContext(later));
    expect(verdict).toBe('accepted');
    expect(rows.map(({ report: { remark } }) => remark)).toEqual([
      '本期无变化，沿用2017年11月填报（2017-12-12收录）',
      '本期无变化，沿用2017年11月填报（2017-12-12收录）',
      '本期无变化，沿用2017年12月填报（2018-01-05收录）',
    ]);
  });

  test('what is typed beside it stands in place of what was said', () => {
    const workbook = onFormSheet(answered(nextPeriod(), { 48: '无变化', 127: '无变化' }), (cells) => {
      const row = cells[4] ?? [];
      row[cells[3]?.indexOf('存在问题') ?? -1] = '两个单位的资料未齐';
      row[cells[3]?.indexOf('备注') ?? -1] = '已电话催要';
    });
    const { rows } = checkReturn(rawFromBlueprint(workbook, 'a.xlsx'), returnContext(nextPeriod()));
    expect(rows[0]?.report).toEqual({
      ...SAID.get(48),
      problems: '两个单位的资料未齐',
      remark: '本期无变化，沿用2017年11月填报（2017-12-12收录）；已电话催要',
    });
  });

  test('the deadline has passed and the last answer gives no reason: the row waits', () => {
    const ledger = nextPeriod('2018-01-05', null);
    const back = checked(ledger, { 48: '无变化', 127: '无变化' });
    expect(back.verdict).toBe('needs-correction');
    expect(back.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'unchanged-overdue', measure: 48, field: 'problems', details: { deadline: '2017-12-31' } },
    ]);
    expect(back.rows.map(({ measure, sound }) => [measure, sound])).toEqual([
      [48, false],
      [127, true],
      [128, true],
    ]);
  });

  test('what was sent back cannot stand', () => {
    const back = checked(nextPeriod(), { 48: '无变化', 127: '无变化', 128: '无变化' }, new Map());
    expect(back.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'unchanged-sent-back', measure: 128, details: { reason: '未写明征求了哪些单位的意见' } },
    ]);
    expect(back.rows[2]?.sound).toBe(false);
  });

  test('nothing was reported before, or there is no ledger to ask', () => {
    const ledger = { ...nextPeriod(), entries: [] };
    const words = { 48: '无变化', 94: '无变化', 127: '无变化' };
    const errors = checked(ledger, words).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, measure }) => [code, measure])).toEqual([
      ['unchanged-without-last', 48],
      ['unchanged-without-last', 94],
      ['unchanged-without-last', 127],
    ]);
    const workbook = rawFromBlueprint(answered(ledger, words), 'a.xlsx');
    const alone = checkReturn(workbook, returnContext(ledger, false)).findings;
    expect(new Set(alone.filter(({ measure }) => measure !== 128).map(({ code }) => code))).toEqual(
      new Set(['unchanged-unchecked']),
    );
  });
});

describe('what is no answer', () => {
  const words = { 48: '无变化', 127: '无变化' };

  test('a closed measure is not missed, and the rows at the foot are not read, whoever lost the hidden keys', () => {
    const workbook = rawFromBlueprint(answered(nextPeriod(), words), 'a.xlsx');
    const bare = {
      ...workbook,
      sheets: workbook.sheets
        .filter(({ name }) => name === FORM_SHEET)
        .map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column !== 1) })),
        })),
    };
    for (const one of [workbook, bare]) {
      const back = checkReturn(one, returnContext(nextPeriod()));
      expect(back.verdict).toBe('accepted');
      expect(back.rows.map(({ measure }) => measure)).toEqual([48, 127, 128]);
    }
  });

  test('a measure that was opened again since the form went out is owed', () => {
    const ledger = nextPeriod();
    const workbook = rawFromBlueprint(answered(ledger, words), 'a.xlsx');
    const opened = { ...ledger, entries: ledger.entries.filter((entry) => entry.kind !== 'verification') };
    const { findings } = checkReturn(workbook, returnContext(opened));
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'rows-missing', details: { numbers: '94' } },
    ]);
  });

  test('names on the signature lines are nobody’s answer', () => {
    const signed = onFormSheet(answered(nextPeriod(), words), (cells) => {
      const row = cells.find((one) => one.includes('负责人签字：')) ?? [];
      row[row.indexOf('负责人签字：') + 1] = '张局长';
      row[row.indexOf('单位（盖章）：') + 1] = '荆门市审计局（章）';
    });
    const back = checkReturn(rawFromBlueprint(signed, 'a.xlsx'), returnContext(nextPeriod()));
    expect(back).toMatchObject({ verdict: 'accepted', returnedOn: '2018-01-04' });
    expect(back.rows).toHaveLength(3);
  });
});

describe('through other hands', () => {
  const words = { 48: '无变化', 127: '无变化' };
  const expected = [
    [48, SAID.get(48)?.progress],
    [127, SAID.get(127)?.progress],
    [128, ANEW.progress],
  ];

  async function readBack(bytes: Uint8Array, name: string) {
    const ledger = nextPeriod();
    const handedIn = [{ name, read: () => Promise.resolve(bytes) }];
    const [back] = await checkReturns(ledger, handedIn, files, undefined, checksHere(ledger));
    return [
      back?.verdict,
      back?.returnedOn,
      back?.rows.map(({ measure, report: { progress } }) => [measure, progress]),
    ];
  }

  const whole = ['accepted', '2018-01-04', expected];

  test('as the product writes it', async () => {
    expect(await readBack(await files.write(answered(nextPeriod(), words)), 'a.xlsx')).toEqual(whole);
  });

  (hasLibreOffice ? test : test.skip)('saved by LibreOffice, as .xlsx, .xls and .ods', async () => {
    const bytes = await files.write(answered(nextPeriod(), words));
    for (const kind of ['xlsx:Calc MS Excel 2007 XML', 'xls', 'ods']) {
      const name = `a.${kind.replace(/:.*/, '')}`;
      expect([kind, ...(await readBack(await convertWithLibreOffice(bytes, kind), name))]).toEqual([
        kind,
        ...whole,
      ]);
    }
  });

  (hasOpenpyxl ? test : test.skip)('saved by openpyxl', async () => {
    const bytes = await files.write(answered(nextPeriod(), words));
    const saved = await runOpenpyxl('book = openpyxl.load_workbook(path)\nbook.save(path)', bytes);
    expect(await readBack(saved, 'a.xlsx')).toEqual(whole);
  });
});

test('a form of the earlier shape, which still asks for the closed measure, is read as it was', async () => {
  const ledger = nextPeriod();
  const bytes = readFileSync('test/returns/forms/fixtures/form-of-version-1.xlsx');
  const handedIn = [{ name: 'a.xlsx', read: () => Promise.resolve(new Uint8Array(bytes)) }];
  const back = await checkReturns(ledger, handedIn, files);
  expect(back.map(({ verdict, findings }) => [verdict, findings.map(({ code }) => code)])).toEqual([
    ['accepted', ['progress-short']],
  ]);
  const taken = collectReturns(ledger, back, { at: '2018-01-05 09:00' }).ledger;
  const own = [...entriesInForce(taken.entries).values()].filter(({ unit }) => unit === UNIT);
  expect(own.map(({ measure, period, report: { percent } }) => [measure, period, percent])).toEqual([
    [48, NEXT, 80],
    [94, NEXT, 100],
    [127, NEXT, null],
    [128, NEXT, 50],
  ]);
});
