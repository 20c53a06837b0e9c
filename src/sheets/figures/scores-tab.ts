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
import { MEASURE_POINTS, RETURN_POINTS, SCORE, WORK_SCORE } from '../../ledger/stated-rules';
import { compare, literal, operand, orElse } from '../../base/expression/expression';
import type { DefinedName, FormulaCell, RangeValidation, SheetBlueprint } from '../../base/blueprint';
import { MEMBER_WORD } from '../tabs/directory-tab';
import { LEDGER, type LedgerColumn, ledgerRowOf } from '../tabs/ledger-tab';
import { tableTab } from '../tabs/table-tab';
import { HEADER_POINTS, SummaryRows, type Block } from './summary-rows';
import { ruleFormula } from '../rules';
import { absolute, onSheet, plainSheet, range } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { DEDUCTION_WORD, NAME, NO_FIGURE, TAB, TIMELINESS_WORD, WEIGHT_NAME } from '../words';

const WIDTH = 12;
const FIRST_WEIGHT_ROW = 5;
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
    width: 46,
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

const UNIT_HEADERS = [
  '单位',
  '到期措施',
  '按时完成',
  '逾期完成',
  '逾期未完成',
  '完成得分',
  '迟报未报',
  '退回更正',
  '报送扣分',
  '得分',
  '名次',
  '参加排名',
] as const;

/** 考核: weights that can be edited, a score a unit by formulas over them, and every deduction with its measure. */
export function scoresTab(ledger: Ledger, state: LedgerState): SheetBlueprint {
  const scores = scoreUnits(ledger, ledger.settings.asOf, state);
  const deductions = scores.flatMap((score) => score.deductions);
  const rows = new SummaryRows(WIDTH);
  rows.title('考核得分', ledger.settings);
  rows.heading('一、分值（可以修改，得分随即更新）');
  weightBlock(rows, ledger.settings.weights);
  rows.heading('二、各单位得分（到期指时限已过的措施；没有到期措施的、不参加排名的单位没有名次）');
  const firstUnit = rows.next + 1;
  const unitRows = range(firstUnit, 1, firstUnit + scores.length - 1, 1);
  // The list stands below the units, its heading and header between.
  const firstDeduction = unitRows.bottom + 4;
  const list: Block = {
    header: firstDeduction - 1,
    first: firstDeduction,
    last: firstDeduction + Math.max(1, deductions.length) - 1,
  };
  scoreBlock(rows, ledger, state, scores, list);
  rows.heading('三、扣分明细');
  deductionBlock(rows, ledger, deductions, unitRows);
  return {
    ...plainSheet(TAB.scores, rows.cells, [46, ...Array.from({ length: WIDTH - 1 }, () => 11)]),
    formats: rows.formats,
    rowHeights: rows.heights(HEADER_POINTS),
    merges: rows.merges,
    validations: WEIGHTS.map(weightRule),
    conditionalFormats: [
      {
        range: range(unitRows.top, 10, unitRows.bottom, 10),
        condition: compare(operand(10), '<', literal(60)),
        format: { fill: COLOR.overdueFill, color: COLOR.overdueInk, bold: true },
      },
    ],
    freeze: { rows: 2, columns: 1 },
    print: landscape('A4', `${ledger.plan.title}考核`, { from: 1, to: 2 }),
  };
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
  const header = rows.header(UNIT_HEADERS, WIDTH);
  const [first, last] = [header + 1, header + scores.length];
  const listed = (column: number) => absolute(range(list.first, column, list.last, column));
  const ofKind = (row: number, weight: 'lateReturn' | 'sentBack') =>
    (Object.keys(DEDUCTION_WORD) as Deduction['kind'][])
      .filter((kind) => WEIGHT_OF[kind] === weight)
      .map((kind) => `COUNTIFS(${listed(2)},$A${row},${listed(6)},"${DEDUCTION_WORD[kind]}")`)
      .join('+');
  for (const score of scores) {
    const row = rows.next;
    const count = (word: string, result: number): FormulaCell => ({
      formula: `COUNTIFS(${assignment.unit},$A${row},${assignment.deadline},"<"&${NAME.asOf},${assignment.timeliness},"${word}")`,
      result,
    });
    rows.add([
      score.unit,
      { formula: `SUM($C${row}:$E${row})`, result: score.due },
      count(TIMELINESS_WORD.done, score.onTime),
      count(TIMELINESS_WORD.doneLate, score.late),
      count(TIMELINESS_WORD.overdue, score.overdue),
      {
        formula: ruleFormula(WORK_SCORE, {
          due: `$B${row}`,
          onTime: `$C${row}`,
          late: `$D${row}`,
          overdue: `$E${row}`,
          ...POINT_CELLS,
        }),
        result: score.workScore,
      },
      { formula: ofKind(row, 'lateReturn'), result: score.lateReturns },
      { formula: ofKind(row, 'sentBack'), result: score.sentBack },
      {
        formula: ruleFormula(RETURN_POINTS, {
          lateReturns: `$G${row}`,
          sentBack: `$H${row}`,
          ...POINT_CELLS,
        }),
        result: returnPoints(score, ledger.settings.weights),
      },
      {
        formula: ruleFormula(SCORE, { workScore: `$F${row}`, returnPoints: `$I${row}` }),
        result: score.score,
      },
      {
        formula: `IF(OR($B${row}=0,$L${row}<>"${MEMBER_WORD}"),"${NO_FIGURE}",1+SUMPRODUCT(($J$${first}:$J$${last}>$J${row})*($B$${first}:$B$${last}>0)*($L$${first}:$L$${last}="${MEMBER_WORD}")))`,
        result: score.rank ?? NO_FIGURE,
      },
      score.isRanked ? MEMBER_WORD : NOT_MEMBER_WORD,
    ]);
  }
  rows.format(range(first, 1, last, WIDTH), FORMAT.body);
  rows.format(range(first, 2, last, WIDTH), FORMAT.count);
  for (const column of [6, 9, 10]) rows.format(range(first, column, last, column), { numberFormat: '0.0' });
  rows.format(range(first, 10, last, 10), { bold: true });
}

/** 措施内容, 单位, 序号, 报送期, 事项, 扣分; texts stand in the wide first column, where rows fit them. */
function deductionBlock(
  rows: SummaryRows,
  ledger: Ledger,
  deductions: readonly Deduction[],
  unitRows: ReturnType<typeof range>,
): void {
  const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
  const ofLedger = (column: LedgerColumn) => {
    return onSheet(TAB.ledger, LEDGER.body(column, ledgerRowOf(ledger.plan.measures.length - 1)));
  };
  /** Looked up by its number: said once for all rows, a live workbook fills it down. */
  const textOf = (row: number, measure: number): FormulaCell => ({
    formula: `IFERROR(INDEX(${ofLedger('text')},MATCH($D${row},${ofLedger('no')},0)),"")`,
    result: texts.get(measure) ?? '',
  });
  const header = rows.header(['措施内容', '单位', '', '序号', '报送期', '扣分事项', '', '扣分'], 8);
  const units = absolute(unitRows);
  const due = absolute({ ...unitRows, left: 2, right: 2 });
  const pointsFormula = (row: number, { kind }: Deduction): string => {
    const weight = WEIGHT_NAME[WEIGHT_OF[kind]];
    if (kind !== 'late' && kind !== 'overdue') return weight;
    return ruleFormula(orElse(MEASURE_POINTS, literal(0)), {
      onTimePoints: WEIGHT_NAME.onTime,
      earnedPoints: weight,
      due: `INDEX(${due},MATCH($B${row},${units},0))`,
    });
  };
  for (const deduction of deductions) {
    const { measure, unit, period, kind, points } = deduction;
    const text = measure === null ? '（报送工作）' : textOf(rows.next, measure);
    const formula = pointsFormula(rows.next, deduction);
    rows.add([text, unit, null, measure, period, DEDUCTION_WORD[kind], null, { formula, result: points }]);
  }
  if (deductions.length === 0) rows.add(['没有扣分。']);
  const last = header + Math.max(1, deductions.length);
  for (let row = header; row <= last; row++) {
    rows.merges.push(range(row, 2, row, 3), range(row, 6, row, 7));
  }
  rows.format(range(header + 1, 1, last, 8), FORMAT.body);
  rows.format(range(header + 1, 2, last, 8), FORMAT.centered);
  rows.format(range(header + 1, 8, last, 8), { numberFormat: '0.0' });
}
