import {
  both,
  calculate,
  choose,
  compare,
  either,
  isNumber,
  largest,
  literal,
  not,
  operand,
  orElse,
  round,
  word,
  type Cell,
  type Expression,
} from '../base/expression/expression';
import { evaluator, type Cells } from '../base/expression/evaluator';
import { isCellError } from '../base/raw-sheet';
import { InvariantError } from '../base/invariant';
import type { Light } from './figures/lights';
import type { Standing } from './figures/timeliness';
import type { ClaimedStatus, Timeliness, Verification } from './records';

/**
 * Every rule that both the ledger and a formula of its workbook follow, said once: `figures/` evaluate them, and
 * `sheets/rules.ts` writes them with the workbook's words and cells. Dates are serial numbers; what is missing is `null`.
 */

/** Keys that a workbook says in words of its own, by the list they belong to. */
export interface RuleWords {
  readonly standing: Standing;
  readonly timeliness: Timeliness;
  readonly light: Light;
  readonly verification: Verification;
  readonly rate: 'none';
}

function named<List extends keyof RuleWords, Key extends RuleWords[List]>(
  list: List,
  key: Key,
): Expression<never, Key> {
  return word(list, key);
}

const EMPTY = literal('');
const STATUS: Expression<'status', ClaimedStatus> = operand('status');
const COMPLETED_ON = operand('completedOn' as const);
const DEADLINE = operand('deadline' as const);
const AS_OF = operand('asOf' as const);

/** 已完成 is claimed and no date stands beside it. */
export const LACKS_COMPLETION_DATE = both(
  compare(STATUS, '=', named('standing', 'done')),
  compare(COMPLETED_ON, '=', EMPTY),
);

/** 统计状态: a claim of completion counts only with its date; until then the work is in progress. */
export const STANDING = choose(
  compare(STATUS, '=', EMPTY),
  named('standing', 'notReported'),
  choose(LACKS_COMPLETION_DATE, named('standing', 'inProgress'), STATUS),
);

const STANDS_DONE = compare(operand('standing' as const), '=', named('standing', 'done'));

/** Where `STANDING` is done, told from what it is made of. */
const CLAIMED_DONE = both(
  compare(STATUS, '=', named('standing', 'done')),
  compare(COMPLETED_ON, '<>', EMPTY),
);

const OPEN_TIMELINESS = choose(
  not(isNumber(DEADLINE)),
  named('timeliness', 'openEnded'),
  choose(
    compare(AS_OF, '>', DEADLINE),
    named('timeliness', 'overdue'),
    choose(
      compare(DEADLINE, '<=', calculate(AS_OF, '+', operand('dueSoonDays' as const))),
      named('timeliness', 'dueSoon'),
      named('timeliness', 'onTrack'),
    ),
  ),
);

function timelinessIf<Name>(isDone: Expression<Name, boolean>) {
  return choose(
    isDone,
    choose(
      both(isNumber(DEADLINE), compare(COMPLETED_ON, '>', DEADLINE)),
      named('timeliness', 'doneLate'),
      named('timeliness', 'done'),
    ),
    OPEN_TIMELINESS,
  );
}

/** 时限状态: the day of the deadline itself is not overdue. */
export const TIMELINESS = timelinessIf(STANDS_DONE);

/** The same beside the claim itself, where no standing is written. */
export const TIMELINESS_OF_CLAIM = timelinessIf(CLAIMED_DONE);

/** Whether its deadline has passed and it is not done. */
export const IS_OVERDUE = compare(operand('timeliness' as const), '=', named('timeliness', 'overdue'));
const DAYS_PAST = calculate(AS_OF, '-', DEADLINE);

/** 逾期天数: days past the deadline; nothing unless overdue. */
export const OVERDUE_DAYS = choose(IS_OVERDUE, DAYS_PAST, EMPTY);

/** More than a sheet has rows: days overdue come first, the place in the plan settles equal ones. */
export const RANK_STEP = 10_000_000;
const RANK_UNIT = literal(RANK_STEP);

/** 逾期排序: the higher, the longer overdue; nothing unless overdue. `place` counts from 1, in the plan's order. */
export const OVERDUE_RANK = choose(
  IS_OVERDUE,
  calculate(calculate(DAYS_PAST, '*', RANK_UNIT), '-', operand('place' as const)),
  EMPTY,
);

/**
 * 单位页排序: the higher, the further up on the page of its office. First what is overdue, the longest first; then what is due soon, what is
 * open, what is done, each in the plan's order. `place` counts from 1, in that order.
 */
export const PAGE_RANK = choose(
  IS_OVERDUE,
  calculate(calculate(calculate(DAYS_PAST, '+', literal(1)), '*', RANK_UNIT), '-', operand('place' as const)),
  choose(
    compare(operand('timeliness' as const), '=', named('timeliness', 'dueSoon')),
    calculate(RANK_UNIT, '-', operand('place' as const)),
    choose(
      STANDS_DONE,
      calculate(literal(0), '-', calculate(RANK_UNIT, '+', operand('place' as const))),
      calculate(literal(0), '-', operand('place' as const)),
    ),
  ),
);

/** 逾期措施 counts: 1 for an overdue one. */
export const OVERDUE_COUNT = choose(IS_OVERDUE, literal(1), literal(0));

const NOT_BEGUN = either(
  compare(operand('standing' as const), '=', named('standing', 'notStarted')),
  compare(operand('standing' as const), '=', named('standing', 'notReported')),
);
const TIME_IS_SHORT = choose(
  isNumber(DEADLINE),
  compare(calculate(DEADLINE, '-', AS_OF), '<', operand('slowStartDays' as const)),
  literal(false),
);
const HAS_PROBLEMS = orElse(
  either(
    compare(operand('problems' as const), '<>', EMPTY),
    compare(operand('verification' as const), '=', named('verification', 'sentBack')),
  ),
  literal(false),
);

/** 灯号: 红 overdue · 黄 not begun with little time left, sent back, or with problems · 蓝 due soon · 绿 done or on track. */
export const LIGHT = choose(
  IS_OVERDUE,
  named('light', 'red'),
  choose(
    STANDS_DONE,
    named('light', 'green'),
    choose(
      either(both(NOT_BEGUN, TIME_IS_SHORT), HAS_PROBLEMS),
      named('light', 'yellow'),
      choose(
        compare(operand('timeliness' as const), '=', named('timeliness', 'dueSoon')),
        named('light', 'blue'),
        named('light', 'green'),
      ),
    ),
  ),
);

function points<Count extends string, Weight extends string>(count: Count, weight: Weight) {
  return calculate(operand(count), '*', operand(weight));
}

const ON_TIME_POINTS: Expression<'onTimePoints', number> = operand('onTimePoints');
const NOTHING_DUE = compare(operand('due' as const), '=', literal(0));

/** 完成得分: the mean of what the measures that are due earn; full marks while none is. */
export const WORK_SCORE = choose(
  NOTHING_DUE,
  ON_TIME_POINTS,
  calculate(
    calculate(
      calculate(points('onTime', 'onTimePoints'), '+', points('late', 'latePoints')),
      '+',
      points('overdue', 'overduePoints'),
    ),
    '/',
    operand('due' as const),
  ),
);

/** 报送扣分: for returns late or missing, and for what was sent back. */
export const RETURN_POINTS = calculate(
  points('lateReturns', 'lateReturnPoints'),
  '+',
  points('sentBack', 'sentBackPoints'),
);

/** 得分: never below 0, to one decimal, so that what looks equal is. */
export const SCORE = round(
  largest(literal(0), calculate(operand('workScore' as const), '-', operand('returnPoints' as const))),
  1,
);

/** 扣分 of one measure: what it earns less than one done in time, as far as it counts among all that are due. */
export const MEASURE_POINTS = calculate(
  calculate(ON_TIME_POINTS, '-', operand('earnedPoints' as const)),
  '/',
  operand('due' as const),
);

const DOABLE = calculate(operand('measures' as const), '-', operand('ongoing' as const));

/** 完成率, the one of every tab, paper and screen: 已完成 ÷ (措施 − 长期坚持). What goes on without end counts on neither side. */
export const COMPLETION_RATE = choose(
  compare(DOABLE, '=', literal(0)),
  named('rate', 'none'),
  calculate(operand('done' as const), '/', DOABLE),
);

/**
 * A rule made ready for the ledger's own values, of which none is an error.
 * @throws InvariantError when asked, should the rule not come to a value all the same
 */
export function ruleOf<Name extends string, Result extends Cell>(
  rule: Expression<Name, Result>,
): (values: Readonly<Record<Name, Cell>>) => Result {
  const evaluate = evaluator(rule);
  return (values) => {
    const cells: Cells<Name> = (name) => values[name];
    const found = evaluate(cells);
    if (isCellError(found)) throw new InvariantError(`a rule came to ${found.error}`);
    return found;
  };
}
