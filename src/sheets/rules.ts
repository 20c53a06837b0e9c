import {
  rewritten,
  operand,
  compare,
  literal,
  type Cell,
  type Expression,
} from '../base/expression/expression';
import { formulaWriter } from '../base/expression/formula';
import { must } from '../base/invariant';
import type { RuleWords } from '../ledger/stated-rules';
import { LIGHT_WORD, NO_FIGURE, STANDING_WORD, TIMELINESS_WORD, VERIFICATION_WORD } from './words';

type WordLists = { readonly [List in keyof RuleWords]: Readonly<Record<RuleWords[List], string>> };

const WORDS: WordLists = {
  standing: STANDING_WORD,
  timeliness: TIMELINESS_WORD,
  light: {
    red: LIGHT_WORD.red.color,
    yellow: LIGHT_WORD.yellow.color,
    blue: LIGHT_WORD.blue.color,
    green: LIGHT_WORD.green.color,
  },
  verification: VERIFICATION_WORD,
  rate: { none: NO_FIGURE },
};

function isList(list: string): list is keyof RuleWords {
  return list in WORDS;
}

function wordOf(list: string, key: string): string {
  const words: Readonly<Record<string, string>> = isList(list) ? WORDS[list] : {};
  return must(words[key], `the word for ${key} of ${list}`);
}

/** A rule of the ledger (`ledger/stated-rules.ts`) as a workbook has it: over cells, with the offices' words. */
export function inWords<Name>(rule: Expression<Name>): Expression<Name> {
  return rewritten(rule, (name) => operand(name), wordOf);
}

/** Rules are said once and written in every row: how each is written is worked out when it is first asked for. */
const writers = new WeakMap<object, (cellOf: (name: string) => string) => string>();

/**
 * A rule of the ledger as a formula, without the leading “=”.
 * @param cells What stands for each of its cells: an address, a name, or a call.
 */
export function ruleFormula<Name extends string>(
  rule: Expression<Name>,
  cells: Readonly<Record<Name, string>>,
): string {
  const write = writers.get(rule) ?? formulaWriter<string>(inWords(rule));
  writers.set(rule, write);
  return write((name) => cells[name as Name]);
}

/** A rule of the ledger as the condition of a format: each of its cells is in a column of the row that is judged. */
export function ruleCondition<Name extends string>(
  rule: Expression<Name, boolean>,
  columns: Readonly<Record<Name, number>>,
): Expression<number, boolean> {
  return rewritten(rule, (name) => operand<number, Cell>(columns[name]), wordOf);
}

/** That a column says a word, or that it says something else. */
export function saying(
  column: number,
  text: string,
  operator: '=' | '<>' = '=',
): Expression<number, boolean> {
  return compare(operand(column), operator, literal(text));
}
