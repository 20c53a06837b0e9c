import { placeOf } from '../../src/plan/units/place';
import type { RawRow, RawWorkbook } from '../../src/base/raw-sheet';
import { closestMeasure, matchMeasure, similarity } from '../../src/returns/read/match-measure';
import { unitInText, unitsInText } from '../../src/returns/whose/unit-in-text';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { day, period } from '../ledger/builders';
import { rawFromBlueprint } from '../support/raw-from-blueprint';
import {
  FORM_HEADER_ROW,
  ROW,
  UNIT,
  check,
  codes,
  columnOf,
  filledReturn,
  ledger,
  onForm,
  onSheet,
  withAnswers,
  withCell,
  withoutIdentity,
  type Answers,
} from './builder';

const { units } = ledger.directory;
const place = placeOf(ledger.plan);

describe('a unit named in a free text', () => {
  test.each<[string, readonly string[]]>([
    ['荆门市审计局2017年11月填报表.xlsx', ['市审计局']],
    ['报送市审计局填报表', ['市审计局']],
    ['2017年11月财政局.xlsx', ['市财政局']],
    ['掇刀区财政局填报表.xlsx', []],
    ['钟祥市财政局.xlsx', []],
    ['市委办公室', ['市委办公室']],
    ['市政府法制办转市审计局', ['市政府法制办']],
    ['市审计局、市财政局', ['市财政局', '市审计局']],
    ['填报表', []],
  ])('“%s” names %j', (text, expected) => {
    expect([...unitsInText(text, units, place)].sort()).toEqual([...expected].sort());
    expect(unitInText(text, units, place)).toBe(expected.length === 1 ? expected[0] : undefined);
  });
});

describe('whose return it is, when the form does not say it plainly', () => {
  const bare = (head: string | null, file = '填报表.xlsx'): RawWorkbook => ({
    ...withCell(withoutIdentity(filledReturn()), 2, 2, head),
    file,
  });

  test.each<[string, RawWorkbook, string | null, readonly string[]]>([
    ['the title', withCell(bare('报送期：2017-11'), 1, 2, '荆门市审计局填报表'), UNIT, ['unit-assumed']],
    [
      'the folder inside an archive',
      bare('报送期：2017-11', '回收.zip/市审计局/填报表.xlsx'),
      UNIT,
      ['unit-assumed'],
    ],
    [
      'a file named after another unit',
      bare(`填报单位：${UNIT} 报送期：2017-11`, '市财政局.xlsx'),
      UNIT,
      ['unit-file-name'],
    ],
    [
      'a file named after several',
      bare(`填报单位：${UNIT} 报送期：2017-11`, '市财政局、市教育局.xlsx'),
      UNIT,
      [],
    ],
    ['a name with a slip of the pen', bare('填报单位：市审记局 报送期：2017-11'), null, ['unit-unknown@B2']],
    [
      'a label whose neighbour is another label',
      withCell(bare('填报单位：'), 2, 3, '报送期：2017-11'),
      UNIT,
      ['unit-assumed'],
    ],
  ])('%s', (_, workbook, unit, expected) => {
    const checked = check(workbook);
    expect([checked.office, codes(checked)]).toEqual([unit, expected]);
  });

  test('the right name is offered for a slip of the pen, and none for a county’s office', () => {
    const [slip] = check(bare('填报单位：市审记局 报送期：2017-11')).findings;
    expect(slip?.correction).toEqual({ before: '市审记局', after: UNIT, made: false });
    const [county] = check(bare('填报单位：县审计局 报送期：2017-11')).findings;
    expect(county?.correction).toBeUndefined();
  });

  test.each<[string, string | null, string]>([
    ['市安监局', '市安监局', 'unit-assumed'],
    ['市政府应急办', '市政府应急办', 'unit-assumed'],
  ])('of two units that one successor followed the measures tell which: %s', (issued, unit, code) => {
    const form = withoutIdentity(
      rawFromBlueprint(formWorkbook(ledger, issued, ledger.settings.period), 'a.xlsx'),
    );
    const checked = check(withCell(form, 2, 2, '填报单位：市应急管理局 报送期：2017-11'));
    expect(checked.office).toBe(unit);
    expect(checked.findings.map((finding) => finding.code)).toContain(code);
  });

  test('rows that everyone owes do not tell', () => {
    const common = (text: string | null) =>
      onForm(bare(text), (rows) => rows.filter(({ row }) => row < 5 || row === 7 || row === 8));
    expect(check(common('报送期：2017-11'))).toMatchObject({ office: null, verdict: 'rejected' });
    expect(check(common('填报单位：市应急管理局 报送期：2017-11')).findings[0]).toMatchObject({
      code: 'unit-unknown',
      details: { candidates: '市政府应急办、市安监局' },
    });
  });

  test('without keys and texts no measure is sure', () => {
    const numbers = onForm(bare('报送期：2017-11'), (rows) =>
      rows.map((row) => (row.row > FORM_HEADER_ROW ? withAnswers(row, { text: null }) : row)),
    );
    expect(check(numbers).office).toBeNull();
  });

  test('a form issued to a unit that is no more is its successor’s', () => {
    const later = period('2019Q1');
    const form = rawFromBlueprint(formWorkbook(ledger, '市政府法制办', later), 'a.xlsx');
    const answered = check(form, { period: later, asOf: day('2019-04-05') });
    expect([answered.office, answered.findings.some(({ code }) => code === 'unit-conflict')]).toEqual([
      '市司法局',
      false,
    ]);
  });

  test('without a text the key alone tells, and a number beside no text tells nothing', () => {
    const keys = { ...withCell(filledReturn(), 2, 2, '报送期：2017-11') };
    const keyed = onForm({ ...keys, sheets: keys.sheets.slice(0, 1) }, (rows) =>
      rows.map((row) => (row.row > FORM_HEADER_ROW ? withAnswers(row, { text: null }) : row)),
    );
    expect(check({ ...keyed, file: '填报表.xlsx' }).office).toBe(UNIT);
    const renumbered = onForm(bare('报送期：2017-11'), (rows) =>
      rows.map((row) => (row.row >= 5 && row.row <= 8 ? withAnswers(row, { measure: row.row - 4 }) : row)),
    );
    expect(check(renumbered).office).toBe(UNIT);
  });

  test('the file’s name and the head may speak of different periods', () => {
    const checked = check(bare(`填报单位：${UNIT} 报送期：2017-11`, '市审计局2017年10月.xlsx'));
    expect([checked.period, codes(checked)]).toEqual(['2017-11', ['period-file-name']]);
    expect(check(bare(`填报单位：${UNIT}`, '2017年10月/市审计局.xlsx')).period).toBe('2017-10');
  });
});

describe('which measure a row speaks of', () => {
  const [a, b, c] = [48, 94, 13].map((no) => ledger.plan.measures.find((one) => one.no === no));
  if (a === undefined || b === undefined || c === undefined) throw new Error('the plan has these measures');
  const known = { owed: [a, b], all: ledger.plan.measures };

  test.each([
    ['its key, whatever the number', { keyed: a, numbered: b, text: a.text }, a],
    [
      'number and text together against the key: only what is visible was sorted',
      { keyed: a, numbered: b, text: b.text },
      b,
    ],
    ['its number', { keyed: undefined, numbered: a, text: '' }, a],
    ['its text against the number', { keyed: undefined, numbered: a, text: b.text }, b],
    ['another unit’s text', { keyed: undefined, numbered: a, text: c.text }, c],
    ['its number when the text is nobody’s', { keyed: undefined, numbered: a, text: '详见附件' }, a],
    ['nothing', { keyed: undefined, numbered: undefined, text: '' }, undefined],
  ])('by %s', (_, signs, expected) => {
    expect(matchMeasure(signs, known)?.no).toBe(expected?.no);
  });

  test('two empty texts are the same, and nothing is near a strange one', () => {
    expect(similarity('', ' ')).toBe(1);
    expect(closestMeasure('完全无关的内容', [a, b])).toBeUndefined();
  });
});

describe('a table of the unit’s own', () => {
  const led = (name: string) =>
    onForm(withCell(filledReturn(), FORM_HEADER_ROW, 14, '牵头单位'), (rows) =>
      rows.map((row) =>
        row.row === ROW.m48 ? { ...row, cells: [...row.cells, { column: 14, value: name }] } : row,
      ),
    );

  test.each<[string, readonly string[]]>([
    [UNIT, []],
    ['荆门市审计局', []],
    ['各牵头单位', ['unit-edited@N5']],
    ['市财政局', ['unit-edited@N5']],
    ['掇刀区审计局', ['unit-edited@N5']],
    [' ', []],
  ])('a lead unit “%s”', (name, expected) => {
    const checked = check(led(name));
    expect(codes(checked)).toEqual(expected);
    if (expected.length > 0) expect(checked.findings[0]?.correction?.after).toBe(UNIT);
  });

  test('headings between the rows are passed over, a header with one wrong sign is known', () => {
    const heading: RawRow = {
      row: 9,
      hidden: false,
      cells: [{ column: 2, value: '（二）完善依法行政制度体系' }],
    };
    expect(
      codes(check(onForm(filledReturn(), (rows) => [...rows.filter(({ row }) => row < 9), heading]))),
    ).toEqual([]);
    expect(
      codes(check(withCell(filledReturn(), FORM_HEADER_ROW, columnOf('completedOn'), '完成日其'))),
    ).toEqual(['header-renamed@H4']);
  });

  test('a number that became a date is settled by text, or not at all', () => {
    const dated = (answers: Answers) =>
      onForm(withoutIdentity(filledReturn({ [ROW.m48]: answers })), (rows) => rows);
    const headedForm = (answers: Answers) =>
      withCell(dated(answers), 2, 2, `填报单位：${UNIT} 报送期：2017-11`);
    const known = check(headedForm({ measure: '2017/1/2' }));
    expect(codes(known)).toEqual(['number-is-date@B5']);
    expect(known.findings[0]?.correction).toEqual({ before: '2017/1/2', after: '48', made: false });
    expect(codes(check(headedForm({ measure: '1月2日', text: null })))).toEqual([
      'number-is-date@B5',
      'rows-missing',
    ]);
  });

  test('a sheet of another period or unit is no part of a split table', () => {
    const [form, ...rest] = filledReturn().sheets;
    if (form === undefined) throw new Error('the form has a sheet');
    const main = { ...form, rows: form.rows.filter(({ row }) => row !== 7) };
    const headedBy = (text: string) =>
      ({
        ...filledReturn(),
        sheets: [
          main,
          onSheet({ ...filledReturn(), sheets: [form] }, (sheet) => ({
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.row === 2 ? { ...row, cells: [{ column: 2, value: text }] } : row,
            ),
          })).sheets[0] ?? form,
          ...rest,
        ],
      }) satisfies RawWorkbook;
    const renamed = (text: string): RawWorkbook => {
      const workbook = headedBy(text);
      return {
        ...workbook,
        sheets: workbook.sheets.map((sheet, index) => (index === 1 ? { ...sheet, name: '另一张' } : sheet)),
      };
    };
    const found = (text: string) => check(renamed(text)).findings.map(({ code }) => code);
    expect(found('报送期：2017年10月')).toContain('rows-missing');
    expect(found('填报单位：市财政局')).toContain('rows-missing');
    expect(found(`填报单位：${UNIT} 报送期：2017年11月`)).not.toContain('rows-missing');
  });
});

describe('the foot', () => {
  const foot = (cells: RawRow['cells']) =>
    codes(
      check(
        onForm(filledReturn(), (rows) => [
          ...rows.filter(({ row }) => row <= 8),
          { row: 10, hidden: false, cells },
        ]),
      ),
    );

  test.each<[string, RawRow['cells'], readonly string[]]>([
    ['a telephone number', [{ column: 4, value: '联系电话：0724-2331234' }], []],
    [
      'one in another writing',
      [
        { column: 4, value: '联系电话：' },
        { column: 5, value: '138 1234 5678' },
      ],
      ['value-tidied@E10'],
    ],
    ['none that can be dialled', [{ column: 4, value: '联系电话：见通讯录' }], ['phone-unreadable@D10']],
    [
      'a date after the day of the check',
      [{ column: 4, value: '填报日期：2018-01-05' }],
      ['return-date-doubtful@D10'],
    ],
    ['no date', [{ column: 4, value: '填报日期：月底' }], ['return-date-doubtful@D10']],
    [
      'labels side by side without answers',
      [
        { column: 4, value: '联系电话：' },
        { column: 9, value: '填报日期：' },
      ],
      [],
    ],
  ])('%s', (_, cells, expected) => expect(foot(cells)).toEqual(expected));
});

test.each<[string, Answers, readonly string[]]>([
  ['percent in words', { percent: '百分之八十' }, ['percent-tidied@G5']],
  ['a hundred in words', { percent: '百分之百' }, ['percent-tidied@G5', 'percent-contradicts-status@G5']],
  ['percent in odd words', { percent: '百分之百十' }, ['percent-unreadable@G5']],
  ['80 in a cell of percentages', { percent: { value: 80, format: '0%' } }, ['percent-out-of-range@G5']],
  [
    'a formula without its result',
    { claimedStatus: { value: '', formula: 'A1' } },
    ['cell-formula-empty@F5'],
  ],
  ['stock phrases', { progress: '领导高度重视，正在积极推进。' }, ['progress-empty@I5']],
  ['two states in one sentence', { claimedStatus: '部分已完成部分推进中' }, ['status-two@F5']],
  ['a state that is offered', { claimedStatus: '已启动' }, ['status-unknown@F5']],
  ['the number in words', { measure: '第四十八项' }, ['number-tidied@B5']],
  ['a sub-number of another kind', { measure: '48（1）' }, ['row-sub@B5', 'rows-missing']],
])('%s', (_, answers, expected) => {
  expect(codes(check(filledReturn({ [ROW.m48]: answers })))).toEqual(expected);
});
