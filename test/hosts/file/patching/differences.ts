import type { ChangedTab, WorkbookDifference } from '../../../../src/base/workbook-difference';
import type { RawCell, RawWorkbook } from '../../../../src/base/raw-sheet';
import { FileWorkbookHost } from '../../../../src/hosts/file/file-host';

const NONE = { removed: [], added: [] } as const;

/** The change of a tab that changes nothing but what the test is about. */
export function changedTab(sheet: string, rest: Partial<ChangedTab> = {}): ChangedTab {
  return {
    kind: 'change',
    sheet,
    insertedRows: [],
    cells: [],
    formats: [],
    details: [],
    rowHeights: [],
    tables: [],
    merges: NONE,
    validations: NONE,
    conditionalFormats: NONE,
    notes: NONE,
    charts: NONE,
    pivots: NONE,
    pageBreaks: NONE,
    ...rest,
  };
}

export function differenceOf(
  tabs: WorkbookDifference['tabs'],
  rest: Partial<WorkbookDifference> = {},
): WorkbookDifference {
  return { tabs, order: [], names: [], title: '', ...rest };
}

/** A workbook after a difference has been played, as bytes. */
export async function played(bytes: Uint8Array, difference: WorkbookDifference): Promise<Uint8Array> {
  const host = await FileWorkbookHost.open(bytes, '台账.xlsx');
  await host.change(difference);
  return host.toBytes();
}

export async function readBack(bytes: Uint8Array): Promise<RawWorkbook> {
  return (await FileWorkbookHost.open(bytes, '台账.xlsx')).read();
}

export function cellAt(
  workbook: RawWorkbook,
  sheet: string,
  row: number,
  column: number,
): RawCell | undefined {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  return found?.rows.find((candidate) => candidate.row === row)?.cells.find((cell) => cell.column === column);
}
