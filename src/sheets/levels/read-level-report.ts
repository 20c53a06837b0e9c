import type { RawWorkbook } from '../../base/raw-sheet';
import type { LevelReport } from '../../ledger/levels/levels';
import { parsePeriod } from '../../ledger/period';
import { LedgerFormatError } from '../reading/ledger-format-error';
import { levelRowOf } from '../reading/read-levels';
import { readTable, type ReadRow } from '../reading/read-table';
import { digestOfSheets } from './content-digest';
import { COVER, COVER_WORD, REPORT_PLACES, REPORT_ROWS, REPORT_SIGN, REPORT_VERSION } from './report-tabs';

/** Rows in which the sign still stands when somebody has put a line or two above it. */
const HEAD_ROWS = 5;

/** Why a report cannot be taken for what its place reported. */
export type LevelReportFault = 'changed' | 'newer';

export class LevelReportError extends Error {
  override readonly name = 'LevelReportError';
  constructor(readonly fault: LevelReportFault) {
    super(fault);
  }
}

/** Whether it is a report of a lower place, whole or not: its rows look like a return and are none. */
export function isLevelReport(workbook: RawWorkbook): boolean {
  return signOf(workbook) !== undefined;
}

function signOf({ sheets }: RawWorkbook): string | undefined {
  for (const { rows } of sheets)
    for (const { row, cells } of rows) {
      if (row > HEAD_ROWS) break;
      for (const { value } of cells)
        if (typeof value === 'string' && value.startsWith(REPORT_SIGN)) return value;
    }
  return undefined;
}

/**
 * Reads a report strictly: a cell that says anything else than the ledger it was made from is found by the digest.
 * @throws LevelReportError
 */
export function readLevelReport(workbook: RawWorkbook): {
  readonly report: LevelReport;
  readonly digest: string;
} {
  const version = Number(/版式 ?(\d{1,4})/u.exec(signOf(workbook) ?? '')?.[1]);
  if (version > REPORT_VERSION) throw new LevelReportError('newer');
  try {
    const cover = new Map(readTable(workbook, COVER).map((line) => [line.text('item').trim(), line]));
    const digest = digestOfSheets(workbook.sheets, COVER_WORD.digest);
    const line = (word: string): ReadRow<'item' | 'value' | 'hint'> => {
      const found = cover.get(word);
      if (found === undefined) throw new LevelReportError('changed');
      return found;
    };
    const text = (word: string) => line(word).text('value').trim();
    if (text(COVER_WORD.digest) !== digest) throw new LevelReportError('changed');
    const asOf = line(COVER_WORD.asOf);
    const edition = line(COVER_WORD.edition);
    const period = line(COVER_WORD.period);
    return {
      digest,
      report: {
        place: text(COVER_WORD.place),
        plan: text(COVER_WORD.plan),
        title: text(COVER_WORD.title),
        upperPlan: text(COVER_WORD.upperPlan),
        handDown: text(COVER_WORD.handDown),
        period: parsePeriod(period.text('value')) ?? period.unreadable('value'),
        asOf: asOf.date('value') ?? asOf.unreadable('value'),
        edition: edition.number('value') ?? edition.unreadable('value'),
        places: readTable(workbook, REPORT_PLACES).map((row) => ({
          path: row.text('path'),
          asOf: row.date('asOf'),
          digest: row.text('digest'),
        })),
        rows: readTable(workbook, REPORT_ROWS).map(levelRowOf),
      },
    };
  } catch (error) {
    if (error instanceof LedgerFormatError) throw new LevelReportError('changed');
    throw error;
  }
}
