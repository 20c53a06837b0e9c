import type { LettersInput } from '../../src/app/changes/remember-letters';
import { draftLetters, type DraftedLetters } from '../../src/app/papers/draft-letters';
import { replyBy } from '../../src/documents/office';
import type { Block, Paper } from '../../src/documents/paper';
import { importReturns } from '../../src/ledger/change/changes';
import { lettersIssued } from '../../src/ledger/letters';
import type { Ledger } from '../../src/ledger/ledger';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import type { FindingLine } from '../../src/sheets/tabs/findings-tab';
import { FAULT_LINE } from './fault-line';
import { AT, day, report, returned, smallLedger } from '../ledger/builders';
import { openedAs, placeOf } from '../support/ledger-in';
import { rawFromBlueprint } from '../support/raw-from-blueprint';

/** 市编办 and 市委办公室 are no government departments; 市政府办公室 is one. Measures 1 (2016), 2 and 3 (2017) fall due. */
const OFFICE = { name: '某市人民政府法制办公室', letterWord: '某法建' };

/** A ledger whose settings say who issues its papers. */
function small(asOf: string): Ledger {
  const ledger = smallLedger(asOf);
  const office = { ...ledger.settings.office, ...OFFICE };
  return { ...ledger, settings: { ...ledger.settings, office } };
}

const LEDGER = importReturns(
  small('2018-01-15'),
  [
    returned({
      office: '市政府办公室',
      reports: [
        {
          measure: 3,
          report: report({
            status: 'inProgress',
            percent: 60,
            progress: '已召开 2 次会议。',
            problems: '人手不足',
          }),
        },
      ],
    }),
  ],
  AT,
).ledger;

/** Papers as their texts. */
const writeText = (paper: Paper) => Promise.resolve(new TextEncoder().encode(textOf(paper)));

function textOf({ title, addressee, body, note, annexes }: Paper): string {
  const annexed = annexes.flatMap((annex) => [annex.title, ...annex.body.map(blockText)]);
  return [title, `${addressee ?? ''}：`, ...body.map(blockText), note, ...annexed].join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.lead + block.text;
    case 'table':
      return block.rows.map((cells) => cells.join(' | ')).join('\n');
    case 'chart':
      return block.caption;
  }
}

interface DraftInput extends Partial<LettersInput> {
  readonly findings?: readonly FindingLine[];
}

function draft(
  ledger: Ledger,
  on: string,
  { findings = [], ...input }: DraftInput = {},
): Promise<DraftedLetters> {
  return draftLetters(
    placeOf({ ...openedAs(ledger), findings }),
    { asOf: day(on), withCircular: false, ...input },
    { by: 'command', at: AT },
    { writePaper: writeText, remembers: true },
  );
}

function summary({ letters }: DraftedLetters): readonly string[] {
  return letters.map(
    ({ letter: { kind, office, paper, matters } }) =>
      `${kind} ${office} ${paper.head?.number ?? ''} ${matters.map(({ stage, measures }) => `${stage} ${measures.join(',')}`).join('; ')}`,
  );
}

function textFor(drafted: DraftedLetters, office: string): string {
  return new TextDecoder().decode(drafted.letters.find(({ letter }) => letter.office === office)?.bytes);
}

describe('letters about what is overdue', () => {
  test('one paper an office: an order to a department, a request to any other', async () => {
    expect(summary(await draft(LEDGER, '2018-01-15'))).toEqual([
      'request 市编办 某法建函〔2018〕1号 first 1,2',
      'request 市委办公室 某法建函〔2018〕2号 first 3',
      'supervision 市政府办公室 某法建督〔2018〕1号 first 3',
    ]);
  });

  test('an order names the measure, what was last reported and until when an answer is asked for', async () => {
    const text = textFor(await draft(LEDGER, '2018-01-15'), '市政府办公室');
    expect(text).toContain('关于限期完成法治政府建设逾期措施的督办单');
    expect(text).toContain('你单位对第3项填报为“推进中”');
    expect(text).toContain('3 | 履行第一责任人职责。 | 2017.12.31 | 15 | 2017年第三季度\n推进中 60%');
    expect(text).toContain('第3项2017年第三季度填报的进展情况：已召开2次会议。存在问题：人手不足。');
    expect(text).not.toContain('最近一次填报情况');
    expect(text).toContain('请于2018年1月25日前');
  });

  test('only what is long of the last report goes into an annex', async () => {
    const long = report({ status: 'inProgress', percent: 60, progress: '已召开会议'.repeat(40) });
    const ledger = importReturns(
      small('2018-01-15'),
      [returned({ office: '市政府办公室', reports: [{ measure: 3, report: long }] })],
      AT,
    ).ledger;
    const text = textFor(await draft(ledger, '2018-01-15'), '市政府办公室');
    expect(text).toContain('最近一次填报情况\n3 | 2017年第三季度 | 进展情况：已召开会议');
    expect(text).not.toContain('填报的进展情况');
  });

  test('a request asks and does not order', async () => {
    const text = textFor(await draft(LEDGER, '2018-01-15'), '市编办');
    expect(text).toContain('关于商请推进法治政府建设有关措施的函');
    expect(text).toContain('特此致函，请予支持为盼。');
    expect(text).not.toMatch(/责令|督办|你单位|通报/u);
  });

  test('a second letter refers to the first; after it comes a circular, but never for others than departments', async () => {
    const first = await draft(LEDGER, '2018-01-15');
    const second = await draft(first.ledger, '2018-02-12');
    expect(summary(second)[2]).toBe('supervision 市政府办公室 某法建督〔2018〕2号 second 3');
    expect(textFor(second, '市政府办公室')).toContain(
      '我办曾于2018年1月15日以某法建督〔2018〕1号对第3项作出督办，至今尚未完成。',
    );
    const third = await draft(second.ledger, '2018-03-20');
    expect(summary(third)).toEqual([
      'request 市编办 某法建函〔2018〕5号 second 1,2',
      'request 市委办公室 某法建函〔2018〕6号 second 3',
      'circular 各牵头单位 某法建通〔2018〕1号 circular 3',
    ]);
    expect(textFor(third, '各牵头单位')).toContain(
      '市政府办公室 | 3 | 履行第一责任人职责 | 2017.12.31 | 79 | 〔2018〕1号\n〔2018〕2号',
    );
  });

  test('while there is time for an answer nothing more is written', async () => {
    const first = await draft(LEDGER, '2018-01-15');
    const soon = await draft(first.ledger, '2018-01-25');
    expect(soon.letters).toEqual([]);
    expect(soon.waiting).toEqual([1, 2, 3]);
    expect((await draft(first.ledger, '2018-01-26')).letters).toHaveLength(3);
  });

  test('a second run on the same day gives the same letters and remembers nothing twice', async () => {
    const first = await draft(LEDGER, '2018-01-15');
    const again = await draft(first.ledger, '2018-01-15');
    expect(again.letters.map(({ fileName, bytes }) => [fileName, bytes])).toEqual(
      first.letters.map(({ fileName, bytes }) => [fileName, bytes]),
    );
    expect(again.entriesAdded).toBe(0);
    expect(first.entriesAdded).toBe(3);
  });

  test('the coordinating office writes no letter to itself', async () => {
    const drafted = await draft(LEDGER, '2018-01-15', {
      office: { name: '市政府办公室', letterWord: '府办' },
    });
    expect(drafted.own).toEqual([3]);
    expect(drafted.letters.map(({ letter }) => letter.office)).toEqual(['市编办', '市委办公室']);
  });

  test('a circular on request ranks the departments and is remembered for its number, through the workbook too', async () => {
    const drafted = await draft(LEDGER, '2018-01-15', { withCircular: true });
    expect(textFor(drafted, '各牵头单位')).toContain('1 | 市政府办公室 | 1 | 0 | 0 | 1 | 0% | 15');
    const { ledger } = readLedger(rawFromBlueprint(ledgerWorkbook(drafted.ledger)));
    expect(lettersIssued(ledger)).toEqual(lettersIssued(drafted.ledger));
    expect(summary(await draft(ledger, '2018-03-01', { withCircular: true })).at(-1)).toMatch(
      /某法建通〔2018〕2号/u,
    );
  });
});

describe('returns that go back', () => {
  test('of two faulty ones of an office the letter is about the one that was taken in', async () => {
    const again = { ...FAULT_LINE, file: '市编办（更正）.xlsx', value: '2017-04-31' };
    const accepted = returned({
      office: '市编办',
      period: small('2017-10-12').settings.period,
      file: again.file,
      verdict: 'needs-correction',
      findings: 1,
      reports: [],
    });
    const ledger = importReturns(small('2017-10-12'), [accepted], AT).ledger;
    const drafted = await draft(ledger, '2016-12-31', { findings: [FAULT_LINE, again] });
    expect(textFor(drafted, '市编办')).toContain('2017-04-31');
    expect(textFor(drafted, '市编办')).not.toContain('2017-02-30');
  });

  test('the letter lists cell, fault and cure, and goes out once', async () => {
    const drafted = await draft(small('2017-10-12'), '2016-12-31', { findings: [FAULT_LINE] });
    expect(summary(drafted)).toEqual(['sendBack 市编办 某法建退〔2016〕1号 first 1']);
    expect(textFor(drafted, '市编办')).toContain(
      '1 | 完成日期 | G5 | 2017-02-30 | 没有这一天。 | 请填写实际完成日期。',
    );
    expect(
      (await draft(drafted.ledger, '2017-01-03', { findings: [FAULT_LINE] })).letters.map(
        ({ letter }) => letter.kind,
      ),
    ).toEqual(['request']);
  });

  test('a sound return needs none', async () => {
    const none = [returned({ office: '市编办', reports: [] })];
    const { ledger } = importReturns(small('2017-09-30'), none, AT);
    expect((await draft(ledger, '2016-12-31', { findings: [FAULT_LINE] })).letters).toEqual([]);
  });
});

test.each([
  ['2018-01-15', '2018-01-25', 'a Thursday stays'],
  ['2018-01-17', '2018-01-29', 'a Saturday is put off to Monday'],
  ['2018-01-18', '2018-01-29', 'a Sunday too'],
])('of a letter of %s the answer is due on %s: %s', (on, due) => {
  expect(replyBy(day(on), { replyWithinDays: 10 })).toBe(due);
});

test('the office of the settings issues them, unless another is said for this once', async () => {
  const office = { ...LEDGER.settings.office, name: '某市司法局', letterWord: '某司法' };
  const ledger = { ...LEDGER, settings: { ...LEDGER.settings, office } };
  const numbers = async (said: LettersInput['office']) =>
    (await draft(ledger, '2018-01-15', said === undefined ? {} : { office: said })).letters.map(
      ({ letter }) => letter.paper.head?.number,
    );
  expect((await numbers(undefined))[0]).toMatch(/^某司法/u);
  expect((await numbers({ letterWord: '某府法' }))[0]).toMatch(/^某府法/u);
});
