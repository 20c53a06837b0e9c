import { columnLetters } from '../../base/raw-sheet';
import type { LedgerState } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import {
  FIRST,
  OVERDUE_COLUMN,
  assignmentColumn,
  measureColumn,
  type AssignmentKey,
  type MeasureKey,
} from './basis-columns';
import { onSheet, range } from '../tab-builder';
import { TAB } from '../words';

/** Ranges of the basis that the summary counts, as formulas write them. */
export interface BasisRanges {
  readonly assignment: {
    readonly unit: string;
    readonly deadline: string;
    readonly standing: string;
    readonly timeliness: string;
  };
  readonly measure: {
    /** Rises from row to row. */
    readonly no: string;
    readonly section: string;
    readonly year: string;
    /** Row of 台账 among those of the measures, from 1, whatever order they are in. */
    readonly place: string;
    readonly standing: string;
    readonly timeliness: string;
    /** Rises with the days overdue; of equal ones the earlier measure's is higher. Blank for all others. */
    readonly overdueRank: string;
    readonly light: string;
  };
  /** The row of 台账, counted as `place`, of the k-th overdue measure of the plan; blank beyond the last. */
  readonly overdueAt: (k: number) => string;
}

export function basisRanges(ledger: Ledger, state: LedgerState): BasisRanges {
  const column = (left: number, count: number) =>
    onSheet(TAB.basis, range(FIRST, left, FIRST + count - 1, left));
  const ofAssignment = (key: AssignmentKey) => column(assignmentColumn(key), state.assignments.length);
  const ofMeasure = (key: MeasureKey) => column(measureColumn(key), ledger.plan.measures.length);
  return {
    assignment: {
      unit: ofAssignment('unit'),
      deadline: ofAssignment('deadline'),
      standing: ofAssignment('standing'),
      timeliness: ofAssignment('timeliness'),
    },
    measure: {
      no: ofMeasure('no'),
      section: ofMeasure('section'),
      year: ofMeasure('year'),
      place: ofMeasure('place'),
      standing: ofMeasure('standing'),
      timeliness: ofMeasure('timeliness'),
      overdueRank: ofMeasure('overdueRank'),
      light: ofMeasure('light'),
    },
    overdueAt: (k) => `${TAB.basis}!$${columnLetters(OVERDUE_COLUMN)}${FIRST + k - 1}`,
  };
}
