import { basisRanges } from './basis-ranges';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import {
  WEIGHT_OF,
  returnPoints,
  scoreUnits,
  type Deduction,
  type UnitScore,
} from '../../ledger/figures/scores';
import type { AssessmentWeights } from '../../ledger/records';
import { RETURN_POINTS, SCORE, WORK_SCORE } from '../../ledger/stated-rules';
import { compare, literal, operand } from '../../base/expression/expression';
import type {
  CellContent,
  DefinedName,
  FormulaCell,
  RangeValidation,
  SheetBlueprint,
} from '../../base/blueprint';
import { MEMBER_WORD } from '../tabs/directory-tab';
import { tableTab } from '../tabs/table-tab';
import { DEDUCTIONS, deductionBlock, type DeductionColumn } from './scores-deductions';
import { withPageBreaks } from './page-breaks';
import { ReportColumns } from './report-columns';
import { HEADER_POINTS, SummaryRows, type Block } from './summary-rows';
import { ruleFormula } from '../rules';
import { absolute, plainSheet, range } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { DEDUCTION_WORD, NAME, NO_FIGURE, TAB, TIMELINESS_WORD, WEIGHT_NAME } from '../words';

const FIRST_WEIGHT_ROW = 5;
/** So wide that 33 units have room on a page, which is as wide as the columns. */
const TEXT_WIDTH = 60;
const NOT_MEMBER_WORD = '否';

type Weight = keyof AssessmentWeights;
const WEIGHTS = Object.keys(WEIGHT_NAME) as Weight[];

const WEIGHT_HINT: Readonly<Record<Weight, string>> = {
  onTime: '到期措施按时完成的，每项得这么多分，也是满分',
  late: '到期措施完成了但晚于时限的，每项得这么多分',
  overdue: '到期措施至今没有完成的，每项得这么多分',
  lateReturn: '每迟报或到期未报一次，扣这么多分',
  sentBack: '每被退回更正一次（填报表或核实），扣这么多分',
};

/** Where the rules of the score find what each thing is worth. */
const POINT_CELLS = {
  onTimePoints: WEIGHT_NAME.onTime,
  latePoints: WEIGHT_NAME.late,
  overduePoints: WEIGHT_NAME.overdue,
  lateReturnPoints: WEIGHT_NAME.lateReturn,
  sentBackPoints: WEIGHT_NAME.sentBack,
};

function weightRow(weight: Weight): number {
  return FIRST_WEIGHT_ROW + WEIGHTS.indexOf(weight);
}

export function weightNames(): readonly DefinedName[] {
  return WEIGHTS.map((weight) => ({
    name: WEIGHT_NAME[weight],
    sheet: TAB.scores,
    range: range(weightRow(weight), 2, weightRow(weight), 2),
  }));
}

interface WeightRow {
  readonly weight: Weight;
  readonly weights: AssessmentWeights;
}

/** The block of the weights, column by column; its rows are identified by 项目. */
export const WEIGHT_TABLE = tableTab<WeightRow>()(TAB.scores, undefined, {
  item: {
    header: '项目',
    width: TEXT_WIDTH,
    write: ({ weight }) => WEIGHT_NAME[weight],
    read: 'text',
    identifies: true,
  },
  value: {
    header: '分值',
    width: 11,
    write: ({ weight, weights }) => weights[weight],
    read: 'number',
    typed: true,
  },
  hint: { header: '说明', width: 11, write: ({ weight }) => WEIGHT_HINT[weight], read: 'drawn' },
});

type UnitColumn =
  | 'unit'
  | 'due'
  | 'onTime'
  | 'late'
  | 'overdue'
  | 'workScore'
  | 'lateReturns'
  | 'sentBack'
  | 'returnPoints'
  | 'score'
  | 'rank'
  | 'isRanked';

/** The block of the units in 考核. */
export const SCORE_COLUMNS = new ReportColumns<UnitColumn>([
  ['unit', '单位'],
  ['due', '到期措施'],
  ['onTime', '按时完成'],
  ['late', '逾期完成'],
  ['overdue', '逾期未完成'],
  ['workScore', '完成得分'],
  ['lateReturns', '迟报未报'],
  ['sentBack', '退回更正'],
  ['returnPoints', '报送扣分'],
  ['score', '得分'],
  ['rank', '名次'],
  ['isRanked', '参加排名'],
]);

/** Where the list of deductions begins below the scores of so many units: its heading and header stand above it. */
export function firstDeductionRow(units: number): number {
  return FIRST_WEIGHT_ROW + WEIGHTS.length + BETWEEN_BLOCKS + units + BETWEEN_BLOCKS;
}

/** An empty row, a heading and a header. */
const BETWEEN_BLOCKS = 3;

/** 考核: weights that can be edited, a score a unit by formulas over them, and every deduction with its measure. */
export function scoresTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const scores = scoreUnits(ledger, ledger.settings.asOf, state);
  const deductions = scores.flatMap((score) => score.deductions);
  const rows = new SummaryRows(SCORE_COLUMNS.width);
  rows.title('考核得分', ledger.settings);
  rows.heading('一、分值（可以修改，得分随即更新）');
  weightBlock(rows, ledger.settings.weights);
  const unitsHeading = rows.heading(
    '二、各单位得分（到期指时限已过的措施；没有到期措施的、不参加排名的单位没有名次）',
  );
  const firstUnit = rows.next + 1;
  const unitRows = range(firstUnit, 1, firstUnit + scores.length - 1, 1);
  const first = firstDeductionRow(scores.length);
  const list: Block = { header: first - 1, first, last: first + Math.max(1, deductions.length) - 1 };
  scoreBlock(rows, ledger, state, scores, list);
  const listHeading = rows.heading('三、扣分明细');
  deductionBlock(rows, ledger, deductions, {
    names: unitRows,
    due: SCORE_COLUMNS.body('due', unitRows.top, unitRows.bottom),
  });
  const sheet: SheetBlueprint = {
    ...plainSheet(TAB.scores, rows.cells, [
      TEXT_WIDTH,
      ...Array.from({ length: SCORE_COLUMNS.width - 1 }, () => 11),
    ]),
    formats: rows.formats,
    rowHeights: rows.heights(HEADER_POINTS),
    merges: rows.merges,
    validations: WEIGHTS.map(weightRule),
    conditionalFormats: [
      {
        range: SCORE_COLUMNS.body('score', unitRows.top, unitRows.bottom),
        condition: compare(operand(SCORE_COLUMNS.at('score')), '<', literal(60)),
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: landscape('A4', `${ledger.plan.title}考核`, { from: list.header, to: list.header }),
  };
  return withPageBreaks(sheet, [
    { heading: 1, last: weightRow('sentBack') },
    { heading: unitsHeading, last: unitRows.bottom },
    { heading: listHeading, last: list.last, flows: true },
  ]);
}

function weightBlock(rows: SummaryRows, weights: AssessmentWeights): void {
  const header = rows.header(
    WEIGHT_TABLE.inOrder.map((column) => column.header),
    7,
  );
  rows.merges.push(range(header, 3, header, 7));
  for (const weight of WEIGHTS) {
    const row = rows.add(WEIGHT_TABLE.cells({ weight, weights }));
    rows.merges.push(range(row, 3, row, 7));
  }
  const last = weightRow('sentBack');
  rows.format(range(FIRST_WEIGHT_ROW, 1, last, 7), FORMAT.body);
  rows.format(range(FIRST_WEIGHT_ROW, 2, last, 2), { ...FORMAT.centered, fill: COLOR.inputFill });
}

function weightRule(weight: Weight): RangeValidation {
  return {
    range: range(weightRow(weight), 2, weightRow(weight), 2),
    rule: { kind: 'decimal', min: 0, max: 100 },
    prompt: { title: WEIGHT_NAME[weight], text: '请填 0 到 100 的数。' },
    error: { title: '分值有误', text: '应为 0 到 100 的数。' },
  };
}

function scoreBlock(
  rows: SummaryRows,
  ledger: Ledger,
  state: LedgerState,
  scores: readonly UnitScore[],
  list: Block,
): void {
  const { assignment } = basisRanges(ledger, state);
  const header = rows.header(SCORE_COLUMNS.headers, SCORE_COLUMNS.width);
  const [first, last] = [header + 1, header + scores.length];
  const all = (key: UnitColumn) => absolute(SCORE_COLUMNS.body(key, first, last));
  const listed = (key: DeductionColumn) => {
    const { left } = DEDUCTIONS.body(key, list.first, list.last);
    return absolute(range(list.first, left, list.last, left));
  };
  for (const score of scores) {
    const row = rows.next;
    const at = (key: UnitColumn) => SCORE_COLUMNS.cell(key, row);
    const count = (word: string, result: number): FormulaCell => ({
      formula: `COUNTIFS(${assignment.unit},${at('unit')},${assignment.deadline},"<"&${NAME.asOf},${assignment.timeliness},"${word}")`,
      result,
    });
    const deducted = (weight: 'lateReturn' | 'sentBack', result: number): FormulaCell => ({
      formula: (Object.keys(DEDUCTION_WORD) as Deduction['kind'][])
        .filter((kind) => WEIGHT_OF[kind] === weight)
        .map(
          (kind) => `COUNTIFS(${listed('unit')},${at('unit')},${listed('kind')},"${DEDUCTION_WORD[kind]}")`,
        )
        .join('+'),
      result,
    });
    const ahead = `(${all('score')}>${at('score')})*(${all('due')}>0)*(${all('isRanked')}="${MEMBER_WORD}")`;
    const cells: Readonly<Record<UnitColumn, CellContent>> = {
      unit: score.unit,
      due: {
        formula: `SUM(${at('onTime')}:${at('overdue')})`,
        result: score.due,
      },
      onTime: count(TIMELINESS_WORD.done, score.onTime),
      late: count(TIMELINESS_WORD.doneLate, score.late),
      overdue: count(TIMELINESS_WORD.overdue, score.overdue),
      workScore: {
        formula: ruleFormula(WORK_SCORE, {
          due: at('due'),
          onTime: at('onTime'),
          late: at('late'),
          overdue: at('overdue'),
          ...POINT_CELLS,
        }),
        result: score.workScore,
      },
      lateReturns: deducted('lateReturn', score.lateReturns),
      sentBack: deducted('sentBack', score.sentBack),
      returnPoints: {
        formula: ruleFormula(RETURN_POINTS, {
          lateReturns: at('lateReturns'),
          sentBack: at('sentBack'),
          ...POINT_CELLS,
        }),
        result: returnPoints(score, ledger.settings.weights),
      },
      score: {
        formula: ruleFormula(SCORE, { workScore: at('workScore'), returnPoints: at('returnPoints') }),
        result: score.score,
      },
      rank: {
        formula: `IF(OR(${at('due')}=0,${at('isRanked')}<>"${MEMBER_WORD}"),"${NO_FIGURE}",1+SUMPRODUCT(${ahead}))`,
        result: score.rank ?? NO_FIGURE,
      },
      isRanked: score.isRanked ? MEMBER_WORD : NOT_MEMBER_WORD,
    };
    rows.add(SCORE_COLUMNS.cells((key) => cells[key]));
  }
  const body = (from: UnitColumn, to: UnitColumn = from) => SCORE_COLUMNS.body(from, first, last, to);
  rows.format(body('unit', 'isRanked'), FORMAT.body);
  rows.format(body('due', 'isRanked'), FORMAT.count);
  for (const key of ['workScore', 'returnPoints', 'score'] as const)
    rows.format(body(key), { numberFormat: '0.0' });
  rows.format(body('score'), { bold: true });
}
