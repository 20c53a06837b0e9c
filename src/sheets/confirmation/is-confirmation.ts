import type { RawWorkbook } from '../../base/raw-sheet';
import { CONFIRMATION_TITLE } from '../words';

/** Rows in which the heading still stands when somebody has put a line or two above it. */
const HEAD_ROWS = 5;

/** Whether it is a 反馈确认单, with an answer or without: its table looks like a return and is none. */
export function isConfirmation({ sheets }: RawWorkbook): boolean {
  return sheets.some(({ rows }) =>
    rows.some(
      ({ row, cells }) =>
        row <= HEAD_ROWS &&
        cells.some(({ value }) => typeof value === 'string' && value.startsWith(CONFIRMATION_TITLE)),
    ),
  );
}
