import type { RawWorkbook } from '../../src/base/raw-sheet';
import { bootExcel } from '../excel-host/boot';
import type { ModelMeasure } from './model';

const SHEET = '备查';
const KEPT = '勿动';
const COLUMN = 'T';
const HEADER = '领导批示';
/** Measures the clerk has written a remark beside, in a column of their own. */
const REMARKED = [4, 77, 139] as const;
const FIRST_ROW = 4;

/** The workbook with a sheet and a column of the clerk's own. */
export async function withOwnThings(bytes: Uint8Array): Promise<Uint8Array> {
  const { host, uninstall } = bootExcel({ excelApi: '1.14' });
  try {
    host.workbook.behaviour.computesFormulas = false;
    await host.load(bytes, '台账.xlsx');
    host.addSheet(SHEET, [[KEPT, 12.5]]);
    host.user.type(`台账!${COLUMN}${FIRST_ROW - 1}`, HEADER);
    for (const no of REMARKED) host.user.type(`台账!${COLUMN}${FIRST_ROW - 1 + no}`, remarkOf(no));
    return new Uint8Array(await host.save());
  } finally {
    uninstall();
  }
}

function remarkOf(no: number): string {
  return `批示：第${no}项请抓紧`;
}

/** What of it is not there any more, or does not stand beside its measure. */
export function ownThingsGone(
  workbook: RawWorkbook,
  measures: readonly ModelMeasure[],
  begun: readonly ModelMeasure[],
): readonly string[] {
  const cells = (name: string) =>
    (workbook.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) =>
      row.cells.map(({ value }) => value),
    );
  const gone = cells(SHEET).some((row) => row.includes(KEPT) && row.includes(12.5))
    ? []
    : [`the sheet ${SHEET}`];
  for (const no of REMARKED) {
    const now = measures.find(({ key }) => key === begun[no - 1]?.key)?.no;
    const row = cells('台账').find((values) => values.includes(remarkOf(no)));
    if (row === undefined || (now !== undefined && !row.includes(now)))
      gone.push(`the remark on measure ${no}`);
  }
  return gone;
}
