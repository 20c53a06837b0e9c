import { cellAddress, type RawWorkbook } from '../../src/base/raw-sheet';

const HEADERS = {
  no: '序号',
  status: '填报状态',
  completedOn: '完成日期',
  verification: '核实状态',
} as const;
type Column = keyof typeof HEADERS;

export type LedgerCells = Readonly<Record<Exclude<Column, 'no'>, string>>;

/** Where the cells of a measure's row stand in 台账. */
export function addressesOf(workbook: RawWorkbook, no: number): LedgerCells {
  const { columns, rows } = ledgerTable(workbook);
  const row = rows.find(({ cells }) => cells.get(columns.no) === no)?.row;
  if (row === undefined) throw new Error(`no row of measure ${no}`);
  const at = (column: Column) => cellAddress(row, columns[column]);
  return { status: at('status'), completedOn: at('completedOn'), verification: at('verification') };
}

/** What 台账 shows of every measure, in the workbook's words; a day as it is written there. */
export function shownIn(workbook: RawWorkbook): readonly (LedgerCells & { readonly no: number })[] {
  const { columns, rows } = ledgerTable(workbook);
  return rows.flatMap(({ cells }) => {
    const no = cells.get(columns.no);
    const text = (column: Column) => String(cells.get(columns[column]) ?? '');
    if (typeof no !== 'number') return [];
    const serial = cells.get(columns.completedOn);
    const completedOn =
      typeof serial === 'number'
        ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        : text('completedOn').slice(0, 10);
    return [{ no, status: text('status'), completedOn, verification: text('verification') }];
  });
}

/** The rows of 台账, by what stands in their columns. */
function ledgerTable(workbook: RawWorkbook) {
  const sheet = workbook.sheets.find(({ name }) => name === '台账');
  const rows = (sheet?.rows ?? []).map(({ row, cells }) => ({
    row,
    cells: new Map(cells.map(({ column, value }) => [column, value])),
  }));
  const header = rows.find(({ cells }) => [...cells.values()].includes(HEADERS.no));
  const columnOf = (name: string) => [...(header?.cells ?? [])].find(([, value]) => value === name)?.[0] ?? 0;
  const columns = {
    no: columnOf(HEADERS.no),
    status: columnOf(HEADERS.status),
    completedOn: columnOf(HEADERS.completedOn),
    verification: columnOf(HEADERS.verification),
  };
  return { columns, rows: rows.filter(({ row }) => row > (header?.row ?? 0)) };
}
