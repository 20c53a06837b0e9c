import { foldLedger, type MeasureState } from '../../../ledger/fold';
import type { Ledger } from '../../../ledger/ledger';
import { FIRST_ROW } from '../../../sheets/tab-builder';
import { TAB } from '../../../sheets/words';
import type { ShownTab } from '../shown-tab';
import type { Arrangement, RowTest } from './arrangement';

/** Questions about measures that a clerk asks every day, each a chip over 台账. */
export const LEDGER_CHIPS = ['overdue', 'pending', 'unreported'] as const;
export type LedgerChip = (typeof LEDGER_CHIPS)[number];

type MeasureTest = (state: MeasureState, ledger: Ledger) => boolean;

const TESTS: Readonly<Record<LedgerChip, MeasureTest>> = {
  overdue: ({ timeliness }) => timeliness === 'overdue',
  pending: ({ units }) => units.some(({ verification }) => verification === 'pending'),
  unreported: ({ units }, { settings }) => units.some(({ entry }) => entry?.period !== settings.period),
};

/** Which rows of 台账 pass all chips and are asked for by the pane, or of another tab are asked for. */
export function chipTest(
  tab: ShownTab,
  ledger: Ledger,
  { chips, only }: Pick<Arrangement, 'chips' | 'only'>,
): RowTest {
  const pressed = LEDGER_CHIPS.filter((chip) => chips.includes(chip));
  const wanted = only && new Set(only);
  if (tab.sheet.name !== TAB.ledger)
    return wanted === null ? () => true : (row) => wanted.has(tab.drawnRow(row) ?? 0);
  if (pressed.length === 0 && wanted === null) return () => true;
  const { measures } = foldLedger(ledger);
  return (row) => {
    const state = measures[(tab.drawnRow(row) ?? 0) - FIRST_ROW];
    if (state === undefined || wanted?.has(state.measure) === false) return false;
    return pressed.every((chip) => TESTS[chip](state, ledger));
  };
}

/** How many measures each chip is about. */
export function chipCounts(ledger: Ledger): Readonly<Record<LedgerChip, number>> {
  const { measures } = foldLedger(ledger);
  const count = (chip: LedgerChip) => measures.filter((state) => TESTS[chip](state, ledger)).length;
  return { overdue: count('overdue'), pending: count('pending'), unreported: count('unreported') };
}
