import fc from 'fast-check';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { handDown, HandDownError } from '../../src/app/changes/hand-down';
import { undoBatch } from '../../src/ledger/change/changes';
import { adoptPlan } from '../../src/ledger/change/adopt-plan';
import { takeHandDown } from '../../src/ledger/change/take-hand-down';
import { takeLevelReports } from '../../src/ledger/change/take-level-reports';
import { levelFigures } from '../../src/ledger/figures/place-figures';
import { summarise, tally, type Tally } from '../../src/ledger/figures/summary';
import { foldLedger } from '../../src/ledger/fold';
import { levelsOf, nextBatch, type Ledger } from '../../src/ledger/ledger';
import type { LevelReport } from '../../src/ledger/levels/levels';
import { matchReport } from '../../src/ledger/levels/match-report';
import { levelReportOf } from '../../src/ledger/levels/report-up';
import { linkSentence } from '../../src/plan/handed-down';
import { parsePlan } from '../../src/plan/parse';
import type { Plan } from '../../src/plan/plan';
import { contentValue } from '../../src/base/content-value';
import { must } from '../../src/base/invariant';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { cellSubjects } from '../../src/taskpane/grid/leading/cell-subjects';
import { SheetGridModel } from '../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../src/taskpane/grid/shown-tab';
import { FIGURES, figureRows, type Figure } from '../../src/taskpane/screens/summary/figure-rows';
import { RECORD_TAB, recordRows } from '../../src/taskpane/screens/summary/records/record-rows';
import { AT, period, smallLedger } from './builders';
import { randomLedger } from './random-ledger';

const TEXT = smallLedger().plan.text.replaceAll('某市', '江口市');

function upperLedger(): Ledger {
  const ledger = { ...smallLedger(), plan: parsePlan(TEXT) };
  return takeHandDown(ledger, { place: '京山县', measures: [1, 2, 3], file: '' }, AT).ledger;
}

/** The same plan at the place below, with the numbers above in its clauses. */
function lowerPlan(upper: Ledger, place: string, link = true): Plan {
  const { batch } = must(levelsOf(upper).handDowns[0], 'what was handed down');
  const numbers = [1, 2, 3];
  const text = TEXT.replaceAll('江口市', place).replace(/(\d{4}年底完成)\)/gu, (words, date: string) =>
    link ? `${date};上级序号:${numbers.shift()})` : words,
  );
  const sentence = linkSentence({ upper: '江口市', upperPlan: upper.plan.id, handDown: batch, place });
  return parsePlan(link ? text.replace('\n', `\n${sentence}\n`) : text);
}

function reportOf(upper: Ledger, ledger: Ledger, place: string, link = true): LevelReport {
  const plan = lowerPlan(upper, place, link);
  return levelReportOf({ ...ledger, plan }, ledger.settings.period);
}

const read = (report: LevelReport, digest = 'd1') => ({ report, file: 'a.xlsx', sha256: 'a1', digest });
const NOBODY: ReadonlySet<string> = new Set();
const codes = ({ findings }: ReturnType<typeof matchReport>) => findings.map(({ code }) => code);

function taken(upper: Ledger, report: LevelReport, digest = 'd1', matched = NOBODY): Ledger {
  const { record } = matchReport(upper, read(report, digest), matched);
  return takeLevelReports(upper, [must(record, 'a sound report')], AT).ledger;
}

function placeOf(ledger: Ledger, path: string) {
  return must(
    levelFigures(ledger).places.find((one) => one.path === path),
    path,
  );
}

test('sums above are the sums of the ledgers below, whatever stands in them', () => {
  fc.assert(
    fc.property(randomLedger, randomLedger, (first, second) => {
      const at = first.settings.period;
      const base = upperLedger();
      const { ledger: both } = takeHandDown(base, { place: '沙洋县', measures: [1, 2, 3, 4], file: '' }, AT);
      const upper = { ...both, settings: { ...both.settings, period: at } };
      const lower = { ...second, settings: { ...second.settings, period: at } };
      const jingshan = reportOf(upper, first, '京山县');
      const shayang = { ...reportOf(upper, lower, '沙洋县'), handDown: nextBatch(base) };
      const after = taken(taken(upper, jingshan), shayang, 'd2');
      const folded = (ledger: Ledger) =>
        tally(foldLedger(ledger).measures.filter(({ measure }) => measure !== 4));
      const [one, other] = [folded(first), folded(lower)];
      const rows = (name: string, figure: Figure) =>
        figureRows(after, { of: 'place', name, figure, period: null }).length;
      expect(placeOf(after, '京山县').figures).toEqual(one);
      expect(placeOf(after, '沙洋县').figures).toEqual(other);
      for (const figure of FIGURES)
        expect([rows('京山县', figure), rows('沙洋县', figure), rows('', figure)]).toEqual([
          one[figure],
          other[figure],
          one[figure] + other[figure],
        ]);
      const sums = Object.fromEntries(
        Object.entries(one).map(([key, count]) => [key, Number(count) + other[key as keyof Tally]]),
      );
      expect(levelFigures(after).total).toEqual(sums);
      // The measure without a number above is the place's own, or not in the report.
      expect([placeOf(after, '京山县').own, placeOf(after, '沙洋县').notListed]).toEqual([1, 1]);
    }),
    { numRuns: 60 },
  );
});

describe('matched by the link', () => {
  const upper = upperLedger();
  const report = reportOf(upper, smallLedger(), '京山县');

  test('a measure of the place’s own is told and listed apart', () => {
    expect(codes(matchReport(upper, read(report), NOBODY))).toEqual(['level-own-measures']);
    const after = taken(upper, report);
    expect(placeOf(after, '京山县')).toMatchObject({ own: 1, notListed: 0, isReported: true });
  });

  test('no count on 分地区 leads nowhere, of a place or of all of them, and what it leads to is where it says', () => {
    const base = upperLedger();
    const { ledger: both } = takeHandDown(base, { place: '沙洋县', measures: [1, 2, 3, 4], file: '' }, AT);
    const other = { ...reportOf(both, smallLedger(), '沙洋县'), handDown: nextBatch(base) };
    const after = taken(taken(both, report), other, 'd2');
    const tab = ledgerWorkbook(after).sheets.find(({ name }) => name === TAB.places);
    const model = new SheetGridModel(new ShownTab(must(tab, TAB.places)));
    const led: string[] = [];
    const left = new Set<string>();
    for (let line = model.freeze.rows + 1; line <= model.rowCount; line += 1) {
      for (const { at } of model.columns.slice(2)) {
        const count = contentValue(model.content(line, at));
        if (typeof count !== 'number' || count === 0) continue;
        const [subject] = cellSubjects(model, after, line, at);
        if (subject?.kind !== 'figure') left.add(model.text(line, 2));
        else led.push(`${subject.asked.name} ${subject.asked.figure} ${subject.count}`);
      }
    }
    expect(led).toEqual(expect.arrayContaining([' measures 6', '京山县 measures 3']));
    expect(led).toEqual(
      expect.arrayContaining([' own 2', '沙洋县 own 1', '沙洋县 notListed 1', ' notListed 1']),
    );
    // A day is no count.
    expect([...left]).toEqual(['统计截止日']);
    const { sheets } = ledgerWorkbook(after);
    const texts = (figure: 'own' | 'notListed') =>
      recordRows(after, { of: 'place', name: '沙洋县', figure, period: null }).flatMap(({ rows }) =>
        rows.map((row) => sheets.find(({ name }) => name === RECORD_TAB[figure])?.cells[row - 1]?.join(' ')),
      );
    expect(texts('notListed')).toEqual([expect.stringMatching(/^4 加强牵头协调.*未列入/u)]);
    expect(texts('own')).toEqual(
      expect.arrayContaining([expect.stringMatching(/沙洋县 自行 4 加强牵头协调/u)]),
    );
    expect(texts('own')).toHaveLength(3);
  });

  test('after a revision of the plan above the numbers handed down still find their measures', () => {
    const { ledger: revised } = adoptPlan(
      upper,
      parsePlan(
        TEXT.replace('(1)建立行政', '(1)新增一项措施。(牵头单位:市编办。2018年底完成)\n(2)建立行政')
          .replace('(2)推进机构改革', '(3)推进机构改革')
          .replace('(3)履行', '(4)履行')
          .replace('(4)加强', '(5)加强'),
      ),
      AT,
    );
    const rows = must(matchReport(revised, read(report), NOBODY).record, 'a record').rows;
    const textOf = new Map(revised.plan.measures.map(({ no, text }) => [no, text]));
    const linked = rows.filter(({ upper: no }) => no !== null);
    expect(linked.map(({ upper: no }) => no)).toEqual([2, 3, 4, 4]);
    expect(linked.map(({ upper: no }) => textOf.get(no ?? 0))).toEqual(linked.map(({ text }) => text));
  });

  test('a number that was never handed down is told, and its measure is the place’s own', () => {
    const { ledger: less } = takeHandDown(
      { ...smallLedger(), plan: upper.plan },
      { place: '京山县', measures: [1], file: '' },
      AT,
    );
    const found = matchReport(less, read(report), NOBODY);
    expect(found.findings).toEqual([
      { code: 'level-numbers-unknown', details: expect.objectContaining({ count: 2 }) as object },
      { code: 'level-own-measures', details: expect.objectContaining({ count: 1 }) as object },
    ]);
  });

  test('what was taken back expects nobody any more', () => {
    const { batch } = must(levelsOf(upper).handDowns[0], 'what was handed down');
    const undone = must(undoBatch(upper, batch, AT), 'the undo');
    expect(codes(matchReport(undone, read(report), NOBODY))).toEqual(['level-place-unknown']);
    expect(levelFigures(undone).places).toEqual([]);
  });

  test('the later report counts, the same one adds nothing, an older one is refused, and undo brings the former back', () => {
    const later = { ...report, edition: report.edition + 3, rows: report.rows.slice(0, 1) };
    const once = taken(upper, report);
    expect(codes(matchReport(once, read(report), NOBODY))).toEqual(['level-known']);
    const twice = taken(once, later, 'd2');
    expect(placeOf(twice, '京山县').figures?.measures).toBe(1);
    expect(codes(matchReport(twice, read(report, 'd3'), NOBODY))).toEqual(['level-older']);
    const { batch } = must(levelsOf(twice).reports[1], 'the second report');
    const undone = must(undoBatch(twice, batch, AT), 'the undo');
    expect(placeOf(undone, '京山县')).toEqual(placeOf(once, '京山县'));
    expect(levelsOf(undone).reports).toHaveLength(2);
  });

  test('a period of another length, or another one, is not that of the ledger', () => {
    for (const other of ['2017', '2017-12', '2018Q1'])
      expect(codes(matchReport(upper, read({ ...report, period: period(other) }), NOBODY))).toEqual([
        'level-period',
      ]);
  });
});

describe('without a link', () => {
  const upper = upperLedger();
  const report = reportOf(upper, smallLedger(), '钟祥市', false);
  const word = new Set(['钟祥市']);

  test('a place that nobody handed anything to is unknown until the clerk says otherwise', () => {
    expect(codes(matchReport(upper, read(report), NOBODY))).toEqual(['level-place-unknown']);
    const after = taken(upper, report, 'd1', word);
    expect(placeOf(after, '钟祥市').figures).toEqual(summarise(smallLedger()).total);
  });

  test('equal texts are the same measures once the clerk has said so, and later reports follow', () => {
    const { ledger: handed } = takeHandDown(upper, { place: '钟祥市', measures: [1, 2], file: '' }, AT);
    const asked = matchReport(handed, read(report), NOBODY);
    expect(asked.findings).toEqual([
      { code: 'level-text-equal', details: expect.objectContaining({ count: 4 }) as object },
      { code: 'level-own-measures', details: expect.objectContaining({ count: 4 }) as object },
    ]);
    const said = taken(handed, report, 'd1', word);
    const next = matchReport(said, read({ ...report, edition: report.edition + 1 }, 'd2'), NOBODY);
    expect([codes(next), next.record?.isMatched]).toEqual([[], true]);
  });

  test('a text that stands twice tells nothing', () => {
    const [first] = report.rows;
    const double = { ...report, rows: [...report.rows, { ...must(first, 'a row'), measure: 9 }] };
    const rows = must(matchReport(upper, read(double), word).record, 'a record').rows;
    expect(rows.map(({ upper: no }) => no)).toEqual([null, 2, 3, 3, 4, 4, 4, null]);
  });
});

test('what cannot be handed down is refused with a reason, and nothing is remembered', () => {
  const opened = { ledger: { ...smallLedger(), plan: parsePlan(TEXT) }, at: AT } as never;
  const fault = (place: string, measures?: readonly number[]) => {
    try {
      handDown(opened, { place, ...(measures === undefined ? {} : { measures }) });
      return 'none';
    } catch (error) {
      return error instanceof HandDownError ? error.fault : String(error);
    }
  };
  expect(fault('京山县')).toBe('none');
  expect(fault('京山县', [1, 99])).toBe('measure');
  expect(fault('京山县', [])).toBe('noMeasure');
  expect(fault('江口市')).toBe('ownPlace');
  expect(fault('京山/县')).toBe('place');
  expect(fault('=1')).toBe('place');
});

test('a ledger without places below stays without them, whatever is collected', () => {
  const ledger = smallLedger();
  expect(collectReturns(ledger, [], { at: AT }).ledger).toBe(ledger);
  expect(levelFigures(ledger)).toMatchObject({ places: [], measures: [] });
});
