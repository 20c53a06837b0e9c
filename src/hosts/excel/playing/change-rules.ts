import { conditionFormula } from '../../../base/expression/formula';
import type { CellRange } from '../../../base/raw-sheet';
import type { ConditionalFormat, RangeValidation } from '../../../base/blueprint';
import type { ListDifference } from '../../../base/workbook-difference';
import { cellsOf } from '../ranges';
import { ACTION_BYTES, type Step } from '../requests';
import { ruleSteps } from '../writing/write-rules';

/** What is asked of the cells: a rule that stays, over more or fewer cells, is taken away only where none of ours is left. */
export function validationSteps(
  getSheet: () => Excel.Worksheet,
  { removed, added }: ListDifference<RangeValidation>,
): readonly Step[] {
  const uncovered = removed.filter(({ range }) => !added.some((one) => covers(one.range, range)));
  return [
    ...uncovered.map(({ range }) => ({
      bytes: 4 * ACTION_BYTES,
      play: () => {
        cellsOf(getSheet(), range).dataValidation.clear();
      },
    })),
    ...ruleSteps(getSheet, { validations: added, conditionalFormats: [] }),
  ];
}

function covers(outer: CellRange, { top, left, bottom, right }: CellRange): boolean {
  return top >= outer.top && left >= outer.left && bottom <= outer.bottom && right <= outer.right;
}

/** A change that is prepared in one request and carried out in the next. */
export interface TwoPartChange {
  readonly first: readonly Step[];
  readonly then: readonly Step[];
}

/**
 * Which rules a sheet has is asked with the first request. One with an added rule's formula goes too: an earlier write may
 * have stopped behind it. Of several with one formula the foremost is ours.
 */
export function conditionalFormatSteps(
  getSheet: () => Excel.Worksheet,
  { removed, added }: ListDifference<ConditionalFormat>,
): TwoPartChange {
  if (removed.length + added.length === 0) return { first: [], then: [] };
  const rulesThere = () => getSheet().getRange().conditionalFormats;
  let asked: Excel.ConditionalFormatCollection | undefined;
  const ask: Step = {
    bytes: 4 * ACTION_BYTES,
    play: () => {
      asked = rulesThere().load('items/id,items/type,items/customOrNullObject/rule/formula');
    },
  };
  const remove: Step = {
    bytes: (removed.length + added.length) * 2 * ACTION_BYTES,
    play: () => {
      const [left, there] = [[...(asked?.items ?? [])], rulesThere()];
      for (const formula of mostOfEach(removed, added)) {
        const at = left.findIndex((rule) => formulaOf(rule) === `=${formula}`);
        const [rule] = at >= 0 ? left.splice(at, 1) : [];
        if (rule !== undefined) there.getItem(rule.id).delete();
      }
    },
  };
  const add = ruleSteps(getSheet, { validations: [], conditionalFormats: added });
  return { first: [ask], then: [remove, ...add] };
}

/** Every formula as often as it is in the list that has it more often. */
function mostOfEach(...lists: readonly (readonly ConditionalFormat[])[]): readonly string[] {
  const most: string[] = [];
  for (const list of lists) {
    const left = [...most];
    for (const formula of list.map(conditionFormula)) {
      const at = left.indexOf(formula);
      if (at >= 0) left.splice(at, 1);
      else most.push(formula);
    }
  }
  return most;
}

function formulaOf({ customOrNullObject }: Excel.ConditionalFormat): string | undefined {
  return customOrNullObject.isNullObject ? undefined : customOrNullObject.rule.formula;
}
