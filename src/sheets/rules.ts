import { LIGHT_WORD, NAME, STANDING_WORD, TIMELINESS_WORD, VERIFICATION_WORD } from './words';

/** A claim of completion without its date counts as in progress: the rule of `standingOf`, as a formula. */
export function standingFormula(status: string, completedOn: string): string {
  const { done, inProgress, notReported } = STANDING_WORD;
  return `IF(${status}="","${notReported}",IF(AND(${status}="${done}",${completedOn}=""),"${inProgress}",${status}))`;
}

/** The rule of `timelinessOn`, as a formula. */
export function timelinessFormula(standing: string, completedOn: string, deadline: string): string {
  return (
    `IF(${standing}="${STANDING_WORD.done}",IF(AND(ISNUMBER(${deadline}),${completedOn}>${deadline}),"逾期完成","已完成"),` +
    `IF(NOT(ISNUMBER(${deadline})),"长期",IF(${NAME.asOf}>${deadline},"逾期",` +
    `IF(${deadline}<=${NAME.asOf}+${NAME.dueSoonDays},"临期","正常"))))`
  );
}

/** The cells that a light depends on, as formulas write them. */
export interface LightOperands {
  readonly standing: string;
  readonly timeliness: string;
  readonly deadline: string;
  readonly problems: string;
  readonly verification: string;
}

/** The rule of `lightOf`, as a formula. */
export function lightFormula(row: LightOperands): string {
  const { notStarted, notReported, done } = STANDING_WORD;
  const [red, yellow, blue, green] = (['red', 'yellow', 'blue', 'green'] as const).map(
    (light) => `"${LIGHT_WORD[light].color}"`,
  );
  const { standing, timeliness, deadline, problems, verification } = row;
  const notBegun = `OR(${standing}="${notStarted}",${standing}="${notReported}")`;
  const isShort = `IF(ISNUMBER(${deadline}),${deadline}-${NAME.asOf}<${NAME.slowStartDays},FALSE)`;
  const hasProblems = `IFERROR(OR(${problems}<>"",${verification}="${VERIFICATION_WORD.sentBack}"),FALSE)`;
  return (
    `IF(${timeliness}="${TIMELINESS_WORD.overdue}",${red},IF(${standing}="${done}",${green},` +
    `IF(OR(AND(${notBegun},${isShort}),${hasProblems}),${yellow},` +
    `IF(${timeliness}="${TIMELINESS_WORD.dueSoon}",${blue},${green}))))`
  );
}
