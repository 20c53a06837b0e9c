import type { PeriodCode } from '../../ledger/records';

/** The names of states of screens that other screens set too, on the way to what a figure of theirs counts. */
export const BOARD = { state: 'board.state', kind: 'board.kind', find: 'board.find' } as const;
/** Which period the board is of, as long as the ledger is of one. */
export const boardPeriod = (period: PeriodCode): string => `board.period.${period}`;
export const REPORT_PART = 'report.part';
export const VERIFY = { kind: 'verify.kind', words: 'verify.words' } as const;
