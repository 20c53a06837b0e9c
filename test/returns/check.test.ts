import fc from 'fast-check';
import { cellAddress, type RawRow, type RawWorkbook } from '../../src/base/raw-sheet';
import { CATALOGUE } from '../../src/returns/findings/catalogue';
import { FORM_COLUMNS } from '../../src/returns/locate/form-columns';
import { isOneColumn } from '../../src/returns/locate/locate-table';
import { refusedReturn } from '../../src/returns/findings/refused';
import { ROW_RULES } from '../../src/returns/rules/row-rules';
import { toSerial } from '../../src/base/calendar';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { day, done, period, report } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';
import {
  DONE,
  FORM_HEADER_ROW,
  ROW,
  UNIT,
  check,
  codes,
  columnOf,
  context,
  filledReturn,
  ledger,
  onForm,
  onSheet,
  withAnswers,
  withCell,
  withoutIdentity,
  type Answers,
} from './builder';

test('a form filled properly has no findings, and every row is sound', () => {
  const checked = check(filledReturn({ [ROW.m48]: DONE }));
  expect(checked).toMatchObject({ office: UNIT, period: '2017-11', verdict: 'accepted', findings: [] });
  expect(checked.rows.map(({ measure, sound }) => [measure, sound])).toEqual([
    [48, true],
    [94, true],
    [127, true],
    [128, true],
  ]);
  expect(checked.rows[0]?.report).toMatchObject({ status: 'done', percent: 100, completedOn: '2017-11-20' });
});

test('an untouched form owes a status on each row and nothing else', () => {
  const blank = check(rawFromBlueprint(formWorkbook(ledger, '市政府办公室', ledger.settings.period)));
  expect(blank.verdict).toBe('needs-correction');
  expect(new Set(blank.findings.map(({ code, field }) => `${code} ${field}`))).toEqual(
    new Set(['status-missing claimedStatus']),
  );
  expect(blank.findings).toHaveLength(32);
});

describe('a fault in an answer is found at its cell', () => {
  test.each<[string, Answers, string[], boolean]>([
    ['no status', { claimedStatus: null }, ['status-missing@F5'], false],
    ['a slash for a status', { claimedStatus: '/' }, ['status-missing@F5'], false],
    ['a misspelt status', { claimedStatus: '己完成' }, ['status-unknown@F5'], false],
    ['an unknown status', { claimedStatus: '见附件' }, ['status-unknown@F5'], false],
    ['two statuses', { claimedStatus: '已完成、推进中' }, ['status-two@F5'], false],
    ['another word for a status', { claimedStatus: '正在推进' }, ['status-synonym@F5'], true],
    ['a status with a full stop', { claimedStatus: '推进中。' }, ['value-tidied@F5'], true],
    ['almost done', { claimedStatus: '基本完成' }, ['status-softened@F5'], true],
    ['a tick', { ...DONE, claimedStatus: true }, ['status-synonym@F5'], true],
    ['no tick', { claimedStatus: false, percent: 0 }, ['status-synonym@F5'], true],
    [
      'a share as status',
      { ...DONE, claimedStatus: { value: 1, format: '0%' } },
      ['status-synonym@F5'],
      true,
    ],
    ['an error for a status', { claimedStatus: { error: '#REF!' } }, ['cell-error@F5'], false],
    ['done without a date', { ...DONE, completedOn: null }, ['done-without-date@H5'], false],
    ['done on an impossible day', { ...DONE, completedOn: '2017-02-30' }, ['date-impossible@H5'], false],
    ['done some day', { ...DONE, completedOn: '上旬' }, ['date-unreadable@H5'], false],
    ['done tomorrow', { ...DONE, completedOn: '2017-12-13' }, ['date-future@H5'], false],
    ['done in a month', { ...DONE, completedOn: '2017年10月' }, ['date-loose@H5'], true],
    ['done on a day written otherwise', { ...DONE, completedOn: '2017.10.9' }, ['date-tidied@H5'], true],
    ['done without evidence', { ...DONE, evidence: ' ' }, ['done-without-evidence@L5'], true],
    ['done at 90 %', { ...DONE, percent: 90 }, ['percent-contradicts-done@G5'], false],
    ['100 % and not done', { percent: 100 }, ['percent-contradicts-status@G5'], true],
    [
      'not started at 20 %',
      { claimedStatus: '未启动', percent: 20 },
      ['percent-contradicts-status@G5'],
      true,
    ],
    ['120 %', { percent: 120 }, ['percent-out-of-range@G5'], false],
    ['half', { percent: '一半' }, ['percent-unreadable@G5'], false],
    ['a percent with its sign', { percent: '60%' }, ['percent-tidied@G5'], true],
    ['an error for a percent', { percent: { error: '#N/A' } }, ['cell-error@G5'], false],
    ['a date though not done', { completedOn: '2017-11-01' }, ['date-without-done@H5'], true],
    ['hardly a word', { progress: '正在推进' }, ['progress-short@I5'], true],
    ['no word at all', { progress: null }, ['progress-short@I5'], true],
    ['an error for the progress', { progress: { error: '#VALUE!' } }, ['cell-error@I5'], false],
    [
      'something invisible in a text',
      { progress: '已制定审计方案\u200B并完成前期调查' },
      ['value-tidied@I5'],
      true,
    ],
    ['a formula', { percent: { value: 60, formula: 'A1+1' } }, ['cell-formula@G5'], true],
    [
      'an edited measure',
      { text: '对领导干部实行自然资源资产离任审计和绩效审计。' },
      ['text-edited@D5'],
      true,
    ],
    ['a measure with other punctuation', { text: '对领导干部实行自然资源资产离任审计' }, [], true],
    ['an edited deadline', { deadline: '2018-12-31' }, ['deadline-edited@E5'], false],
    ['a deadline in words', { deadline: '2017年底' }, [], true],
    ['a deadline left out', { deadline: null }, [], true],
    ['a deadline that is no date', { deadline: '待定' }, ['deadline-edited@E5'], false],
    ['a number in another writing', { measure: '（４８）' }, ['number-tidied@B5'], true],
    ['a number that became another', { measure: 1 }, ['row-renumbered@B5'], true],
    ['no number, with its key', { measure: null }, [], true],
  ])('%s', (_, answers, expected, sound) => {
    const checked = check(filledReturn({ [ROW.m48]: answers }));
    expect(codes(checked)).toEqual(expected);
    expect(checked.rows.map((row) => row.sound)).toEqual([sound, true, true, true]);
    expect(checked.verdict).toBe(sound ? 'accepted' : 'needs-correction');
  });

  test('a deadline added where the plan has none', () => {
    expect(codes(check(filledReturn({ [ROW.m127]: { deadline: '2018-12-31' } })))).toEqual([
      'deadline-edited@E7',
    ]);
  });

  test('not started after the deadline, without a word why', () => {
    const late = { asOf: day('2018-01-01') };
    const silent = { claimedStatus: '未启动', percent: 0, nextSteps: null };
    expect(codes(check(filledReturn({ [ROW.m48]: silent }), late))).toEqual(['not-started-unexplained@J5']);
    expect(codes(check(filledReturn({ [ROW.m48]: { ...silent, problems: '缺少人手' } }), late))).toEqual([]);
    expect(codes(check(filledReturn({ [ROW.m48]: silent })))).toEqual([]);
  });

  test('corrections of form are made, those of meaning offered', () => {
    const { findings } = check(
      filledReturn({ [ROW.m48]: { claimedStatus: '己完成' }, [ROW.m94]: { claimedStatus: '进行中' } }),
    );
    expect(findings.map(({ correction }) => correction)).toEqual([
      { before: '己完成', after: '已完成', made: false },
      { before: '进行中', after: '推进中', made: true },
    ]);
  });
});

describe('against the last period', () => {
  const last = (said: ReturnType<typeof report>) => ({
    lastReport: (measure: number) =>
      measure !== 48
        ? undefined
        : ({
            kind: 'report',
            id: 1,
            batch: 'B0001',
            at: '',
            origin: 'return',
            measure,
            unit: UNIT,
            period: period('2017-10'),
            report: said,
            previousStatus: null,
            file: '',
            sha256: '',
          } as const),
  });

  test.each<[string, ReturnType<typeof report>, Answers, string[]]>([
    ['what was done is done no more', done('2017-10-01'), {}, ['status-went-back@F5']],
    [
      'what had begun has not',
      report({ status: 'inProgress' }),
      { claimedStatus: '未启动', percent: 0 },
      ['status-went-back@F5'],
    ],
    ['what was withdrawn may be anything', report(), {}, []],
    [
      'the same words again',
      report({ status: 'inProgress', progress: '已制定审计方案并完成 前期调查，正在实施' }),
      {},
      ['progress-copied@I5'],
    ],
    [
      'the same words of something done are no fault',
      report({ status: 'done', progress: '已制定审计方案并完成前期调查，正在实施' }),
      DONE,
      [],
    ],
  ])('%s', (_, said, answers, expected) => {
    expect(codes(check(filledReturn({ [ROW.m48]: answers }), last(said)))).toEqual(expected);
  });
});

describe('rows', () => {
  const moved = (change: (rows: RawRow[]) => RawRow[]) => (workbook: RawWorkbook) =>
    onForm(workbook, (rows) => change([...rows]).map((row, index) => ({ ...row, row: index + 1 })));
  const at = (rows: readonly RawRow[], row: number) => rows.findIndex((one) => one.row === row);

  test('missing ones are listed, the others are sound', () => {
    const checked = check(onForm(filledReturn(), (rows) => rows.filter(({ row }) => row < 7 || row > 8)));
    expect(codes(checked)).toEqual(['rows-missing']);
    expect(checked.findings[0]?.details).toEqual({ count: 2, numbers: '127、128' });
    expect(checked.rows.every(({ sound }) => sound)).toBe(true);
    expect(checked.verdict).toBe('needs-correction');
  });

  test('of a measure reported twice neither row is taken', () => {
    const twice = onForm(filledReturn(), (rows) => {
      const copy = rows[at(rows, ROW.m48)] as RawRow;
      return [...rows.filter(({ row }) => row < 9), { ...copy, row: 9 }];
    });
    const checked = check(twice);
    expect(codes(checked)).toEqual(['row-twice@B5', 'row-twice@B9']);
    expect(checked.rows.filter(({ sound }) => !sound).map(({ row }) => row)).toEqual([5, 9]);
  });

  test.each<[string, Answers, string]>([
    [
      'one of no plan is left aside',
      { key: null, measure: 999, text: '本单位自行增加的工作' },
      'row-added@B9',
    ],
    ['one without a number too', { key: null, measure: null, text: '其他工作' }, 'row-added@B9'],
    ['a sub-row too', { key: null, measure: '48.1', text: '其中：第一阶段' }, 'row-sub@B9'],
    [
      'a number that became a date',
      { key: null, measure: { value: 43101, format: 'm-d' } },
      'number-is-date@B9',
    ],
    ['another unit’s measure', { key: 'M013', measure: 13 }, 'row-foreign@B9'],
  ])('%s', (_, answers, expected) => {
    const added = onForm(filledReturn(), (rows) => [
      ...rows.filter(({ row }) => row < 9),
      withAnswers({ row: 9, hidden: false, cells: [] }, { claimedStatus: '推进中', ...answers }),
    ]);
    const checked = check(added);
    expect(codes(checked)).toEqual([expected]);
    expect(checked.rows.map(({ measure }) => measure)).toEqual([48, 94, 127, 128]);
  });

  test('in another order they are the same rows', () => {
    const reordered = moved((rows) => [...rows.slice(0, 4), ...rows.slice(4, 8).reverse(), ...rows.slice(8)]);
    expect(check(reordered(filledReturn()))).toMatchObject({ verdict: 'accepted', findings: [] });
  });

  test('renumbered ones without their keys are known by their text', () => {
    const renumbered = onForm(withoutIdentity(filledReturn()), (rows) =>
      rows.map((row) => (row.row >= 5 && row.row <= 8 ? withAnswers(row, { measure: row.row - 4 }) : row)),
    );
    const checked = check(renumbered);
    expect(checked.rows.map(({ measure }) => measure)).toEqual([48, 94, 127, 128]);
    expect(codes(checked)).toEqual([
      'row-renumbered@B5',
      'row-renumbered@B6',
      'row-renumbered@B7',
      'row-renumbered@B8',
    ]);
  });

  test('a number stands when the text beside it is nobody’s', () => {
    const strange = onForm(withoutIdentity(filledReturn()), (rows) =>
      rows.map((row) => (row.row === 5 ? withAnswers(row, { text: '详见附件' }) : row)),
    );
    expect(codes(check(strange))).toEqual(['text-edited@D5']);
  });

  test('a repeated header, blank rows, totals and notes are passed over', () => {
    const header = (rows: readonly RawRow[]) => rows[FORM_HEADER_ROW - 1] as RawRow;
    const note = (text: string): RawRow => ({ row: 0, hidden: false, cells: [{ column: 2, value: text }] });
    const padded = moved((rows) => [
      ...rows.slice(0, 6),
      header(rows),
      note(' '),
      ...rows.slice(6),
      note('合计'),
      note('注：以上数据截至11月底'),
    ]);
    expect(check(padded(filledReturn()))).toMatchObject({ verdict: 'accepted', findings: [] });
  });

  test('a hidden one is read and noted', () => {
    const hidden = onForm(filledReturn(), (rows) =>
      rows.map((row) => (row.row === 6 ? { ...row, hidden: true } : row)),
    );
    expect(codes(check(hidden))).toEqual(['hidden-row@B6']);
  });

  test('a status merged over rows holds for each, noted where it is not its own', () => {
    const column = columnOf('claimedStatus');
    const merged = onSheet(withCell(filledReturn(), 6, column, null), (sheet) => ({
      ...sheet,
      merges: [...sheet.merges, { top: 5, bottom: 6, left: column, right: column }],
    }));
    const checked = check(merged);
    expect(codes(checked)).toEqual(['status-merged@F6']);
    expect(checked.rows[1]?.report.status).toBe('inProgress');
  });
});

describe('the table', () => {
  const shifted = (rows: readonly RawRow[], by: number) => rows.map((row) => ({ ...row, row: row.row + by }));

  test('is found wherever its header stands, also with columns in another order', () => {
    const elsewhere = onForm(filledReturn(), (rows) =>
      shifted(rows, 7).map((row) => ({
        ...row,
        cells: row.cells
          .map((cell) => ({ ...cell, column: 30 - cell.column }))
          .sort((a, b) => a.column - b.column),
      })),
    );
    expect(check(elsewhere)).toMatchObject({ verdict: 'accepted', findings: [] });
  });

  test.each([
    ['进展情况', '落实\n情况'],
    ['填报状态', ' 完成情况 '],
    ['佐证材料', '附件（可另附）'],
  ])('%s headed “%s” is the same column', (header, written) => {
    const column = FORM_COLUMNS.findIndex((one) => one.header === header) + 1;
    const checked = check(withCell(filledReturn(), FORM_HEADER_ROW, column, written));
    expect(codes(checked)).toEqual([`header-renamed@${cellAddress(FORM_HEADER_ROW, column)}`]);
    expect(checked.verdict).toBe('accepted');
  });

  test('may have a header of two lines', () => {
    const twoLines = onForm(filledReturn(), (rows) =>
      rows.flatMap((row): RawRow[] => {
        if (row.row < FORM_HEADER_ROW) return [row];
        if (row.row > FORM_HEADER_ROW) return [{ ...row, row: row.row + 1 }];
        const lower = row.cells.filter((cell) => cell.column >= columnOf('claimedStatus'));
        const upper = row.cells.filter((cell) => cell.column < columnOf('claimedStatus'));
        return [
          { ...row, cells: [...upper, { column: columnOf('claimedStatus'), value: '本期情况' }] },
          { ...row, row: row.row + 1, cells: lower },
        ];
      }),
    );
    expect(check(twoLines)).toMatchObject({ verdict: 'accepted', findings: [] });
  });

  test.each<[string, number, string, boolean]>([
    ['序号', columnOf('measure'), 'column-missing', true],
    ['填报状态', columnOf('claimedStatus'), 'column-missing', true],
    ['备注', columnOf('remark'), 'column-lost', false],
  ])('without its column %s', (_, column, code, refused) => {
    const checked = check(withCell(filledReturn(), FORM_HEADER_ROW, column, null));
    expect(checked.findings.map((finding) => finding.code)).toEqual([code]);
    expect(checked.verdict).toBe(refused ? 'rejected' : 'accepted');
    expect(checked.rows).toHaveLength(refused ? 0 : 4);
  });

  test('with a column of its own is read, the column left aside', () => {
    const checked = check(withCell(filledReturn(), FORM_HEADER_ROW, 14, '分管领导'));
    expect(codes(checked)).toEqual([`column-added@${cellAddress(FORM_HEADER_ROW, 14)}`]);
  });

  test('on a hidden sheet is read and noted; the fuller of two sheets wins', () => {
    const hidden = onSheet(filledReturn(), (sheet) => ({ ...sheet, visibility: 'hidden' }));
    expect(codes(check(hidden))).toEqual(['hidden-sheet']);
    const poor = onSheet(withCell(filledReturn(), FORM_HEADER_ROW, columnOf('remark'), null), (sheet) => ({
      ...sheet,
      name: 'Sheet2',
    })).sheets[0];
    const both = filledReturn();
    const chosen = check({ ...both, sheets: poor === undefined ? [] : [poor, ...both.sheets] });
    expect(chosen.findings).toMatchObject([
      { code: 'sheet-chosen', value: '填报表', details: { others: 'Sheet2' } },
    ]);
  });

  test('of the same width on two sheets: the visible one, and else the longer', () => {
    const form = filledReturn();
    const [first] = form.sheets;
    if (first === undefined) throw new Error('the form has a sheet');
    const short = { ...first, name: '旧表', visibility: 'hidden' as const, rows: first.rows.slice(0, 6) };
    const chosen = check({ ...form, sheets: [short, ...form.sheets] });
    expect(chosen.findings).toMatchObject([
      { code: 'sheet-chosen', value: '填报表', details: { others: '旧表' } },
    ]);
  });

  test('is missing from a workbook of something else', () => {
    const other = { ...filledReturn(), sheets: [] };
    expect(check(other)).toMatchObject({
      verdict: 'rejected',
      office: null,
      findings: [{ code: 'header-missing' }],
    });
  });

  test('pasted into one column is named as such', () => {
    const text = FORM_COLUMNS.map(({ header }) => header).join(' ');
    const pasted = onForm(withoutIdentity(filledReturn()), () => [
      { row: 1, hidden: false, cells: [{ column: 1, value: text }] },
    ]);
    expect(isOneColumn(pasted)).toBe(true);
    expect(check(pasted)).toMatchObject({ verdict: 'rejected', findings: [{ code: 'one-column' }] });
  });
});

describe('whose return it is, and for when', () => {
  const HEAD = 2;
  const headed = (text: string | null, file = '填报表.xlsx') => ({
    ...withCell(withoutIdentity(filledReturn()), HEAD, 2, text),
    file,
  });

  test.each<[string, RawWorkbook, string | null, string[]]>([
    ['the head says it', headed('填报单位：市审计局 报送期：2017年11月'), UNIT, []],
    ['the head names the city in full', headed('填报单位：荆门市审计局 报送期：2017年11月'), UNIT, []],
    [
      'the head has the unit’s short name',
      withCell(
        withoutIdentity(rawFromBlueprint(formWorkbook(ledger, '市政府法制办', ledger.settings.period))),
        HEAD,
        2,
        '填报单位：市法制办 报送期：2017-11',
      ),
      '市政府法制办',
      ['unit-short-name@B2'],
    ],
    ['only the file’s name says it', headed('报送期：2017-11', '市审计局报送.xlsx'), UNIT, ['unit-assumed']],
    [
      'a namesake of a county is nobody',
      headed('填报单位：掇刀区审计局 报送期：2017-11'),
      null,
      ['unit-unknown@B2'],
    ],
    ['only the measures say it', headed('报送期：2017-11'), UNIT, ['unit-assumed']],
  ])('%s', (_, workbook, unit, expected) => {
    const checked = check(workbook);
    const found = codes(checked).filter((code) => !code.startsWith('status-missing'));
    expect([checked.office, found]).toEqual([unit, expected]);
    expect(checked.verdict === 'rejected').toBe(unit === null);
  });

  test('a successor’s return is its predecessor’s, to be confirmed', () => {
    const successor = rawFromBlueprint(formWorkbook(ledger, '市物价局', ledger.settings.period));
    const text = '填报单位：市生态环境局 报送期：2017-11';
    const checked = check(withCell(withoutIdentity(successor), HEAD, 2, text));
    expect([checked.office, checked.findings[0]?.code]).toEqual(['市环保局', 'unit-successor']);
  });

  test('a form issued to one unit and headed by another is refused', () => {
    const lent = withCell(filledReturn(), HEAD, 2, '填报单位：市财政局 报送期：2017年11月');
    expect(check(lent)).toMatchObject({
      verdict: 'rejected',
      rows: [],
      findings: [{ code: 'unit-conflict' }],
    });
  });

  test('the label and the name may stand in two cells', () => {
    const two = withCell(withCell(withoutIdentity(filledReturn()), HEAD, 2, '填报单位：'), HEAD, 3, UNIT);
    expect(check({ ...two, file: '2017年第四季度.xlsx' })).toMatchObject({ office: UNIT, period: '2017Q4' });
  });

  test.each<[string, RawWorkbook, string | null, string[]]>([
    ['the file’s name says the period', headed('填报单位：市审计局', '市审计局2017Q4.xlsx'), '2017Q4', []],
    ['nothing says it', headed('填报单位：市审计局'), '2017-11', ['period-assumed']],
    ['last period’s form', headed('填报单位：市审计局 报送期：2017年10月'), '2017-10', ['period-wrong@B2']],
    ['a later period is taken', headed('填报单位：市审计局 报送期：2017年第四季度'), '2017Q4', []],
    [
      'the head says another period than the form was issued for',
      withCell(filledReturn(), HEAD, 2, '填报单位：市审计局 报送期：2017年12月'),
      null,
      ['period-conflict@B2'],
    ],
  ])('%s', (_, workbook, expected, found) => {
    const checked = check(workbook);
    expect([checked.period, codes(checked)]).toEqual([expected, found]);
  });

  test('a form of another plan, and an old one', () => {
    const identity = (key: number, value: string | number): RawWorkbook => {
      const form = filledReturn();
      return {
        ...form,
        sheets: form.sheets.map((sheet) =>
          sheet.visibility !== 'veryHidden'
            ? sheet
            : {
                ...sheet,
                rows: sheet.rows.map((row) =>
                  row.row === key ? { ...row, cells: [...row.cells.slice(0, 1), { column: 2, value }] } : row,
                ),
              },
        ),
      };
    };
    expect(codes(check(identity(1, 'another')))).toEqual(['other-plan']);
    expect(codes(check(identity(4, 0)))).toEqual(['old-form']);
    expect(check(identity(3, 'no period'))).toMatchObject({ office: UNIT, verdict: 'accepted' });
  });

  test('rows that are all another unit’s refuse the file', () => {
    const others = rawFromBlueprint(formWorkbook(ledger, '市环保局', ledger.settings.period));
    const relabelled = withCell(withoutIdentity(others), HEAD, 2, '填报单位：市审计局 报送期：2017-11');
    const single = onForm(relabelled, (rows) => rows.filter(({ row }) => row <= 5));
    expect(check(single)).toMatchObject({ verdict: 'rejected', rows: [] });
    expect(check(single).findings.map(({ code }) => code)).toContain('foreign-rows-only');
  });

  test('macros and links to other workbooks are noted', () => {
    const risky = { ...filledReturn(), hasMacros: true, hasExternalLinks: true };
    expect(codes(check(risky))).toEqual(['has-macros', 'external-links']);
  });

  test.each<[string, RawRow['cells'], string | null]>([
    [
      'a date cell',
      [
        { column: 2, value: '填报日期：' },
        { column: 3, value: toSerial(day('2017-12-05')) },
      ],
      '2017-12-05',
    ],
    ['beside its label', [{ column: 2, value: '填表日期：2017年12月5日' }], '2017-12-05'],
    ['none', [{ column: 2, value: '填报日期：' }], null],
    ['a day to come', [{ column: 2, value: '填报日期：2018-12-05' }], null],
    ['no date', [{ column: 2, value: '填报人：王建国' }], null],
  ])('the day of the return: %s', (_, cells, expected) => {
    const foot = onForm(filledReturn(), (rows) => [
      ...rows.filter(({ row }) => row <= 8),
      { row: 10, hidden: false, cells },
    ]);
    expect(check(foot).returnedOn).toBe(expected);
  });
});

test('a file that cannot be opened is a return refused', () => {
  expect(refusedReturn('坏.xlsx', 'file-torn', '')).toMatchObject({
    verdict: 'rejected',
    findings: [{ code: 'file-torn', severity: 'error', where: { file: '坏.xlsx', sheet: '', cell: '' } }],
  });
});

test('every rule has its own code, and that code is in the catalogue', () => {
  const known = new Set(ROW_RULES.map(({ code }) => code));
  expect(known.size).toBe(ROW_RULES.length);
  for (const code of known) expect(CATALOGUE).toHaveProperty(code);
});

describe('laws', () => {
  const anyTyped = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('已完成', '推进中', '基本完成', '/', '2017-02-30', '80%', '48', '（12）', '合计', '序号'),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    fc.boolean(),
    fc.constant({ error: '#REF!' }),
    fc.constant(null),
  );
  const anyMess = fc.array(
    fc.record({
      row: fc.integer({ min: 1, max: 14 }),
      column: fc.integer({ min: 1, max: 15 }),
      value: anyTyped,
    }),
    { maxLength: 12 },
  );

  test('whatever is typed where, nothing crashes and every finding points into the sheet', () => {
    fc.assert(
      fc.property(anyMess, (mess) => {
        const messy = mess.reduce(
          (form, { row, column, value }) => withCell(form, row, column, value),
          filledReturn(),
        );
        const checked = check(messy);
        for (const { where, severity, code } of checked.findings) {
          expect(where.cell).toMatch(/^(?:[A-Z]{1,2}\d{1,3})?$/);
          expect(severity).toBe(CATALOGUE[code].severity);
        }
        const faulty = checked.findings.some(({ severity }) => severity === 'error');
        expect(checked.verdict === 'accepted').toBe(!faulty);
        if (checked.verdict === 'rejected') expect(checked.rows).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a fault in one row never spoils another', () => {
    const column = fc.constantFrom(
      'claimedStatus',
      'percent',
      'completedOn',
      'progress',
      'problems',
      'evidence',
    );
    fc.assert(
      fc.property(column, anyTyped, (field, value) => {
        const checked = check(filledReturn({ [ROW.m94]: { [field]: value } }));
        expect(checked.rows.filter(({ measure }) => measure !== 94).map(({ sound }) => sound)).toEqual([
          true,
          true,
          true,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test('what was corrected reads clean the second time', () => {
    const word = fc.constantFrom('完成', '正在推进', ' 已完成。', '１００％', '持续推进', '尚未启动');
    fc.assert(
      fc.property(word, (claimedStatus) => {
        const [finding] = check(filledReturn({ [ROW.m48]: { ...DONE, claimedStatus } })).findings.filter(
          ({ field }) => field === 'claimedStatus',
        );
        const after = finding?.correction?.after ?? '';
        const again = check(filledReturn({ [ROW.m48]: { ...DONE, claimedStatus: after } }));
        expect(again.findings.filter(({ field }) => field === 'claimedStatus')).toEqual([]);
      }),
    );
  });
});

test('the context knows the last report before a period', () => {
  expect(context.lastReport(48, UNIT, period('2017-11'))).toBeUndefined();
});
