/** The names of states of screens that other screens set too, on the way to what a figure of theirs counts. */
export const BOARD = { state: 'board.state', kind: 'board.kind', find: 'board.find' } as const;
export const REPORT_PART = 'report.part';
export const VERIFY = { kind: 'verify.kind', words: 'verify.words' } as const;
