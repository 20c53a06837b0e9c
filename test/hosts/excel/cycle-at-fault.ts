import { buildLedger } from '../../../src/app/changes/build-ledger';
import { checkReturns, type CheckedFile } from '../../../src/app/inbox/check-returns';
import { workbookPlace } from '../../../src/app/runner/ledger-place';
import { beginLedger } from '../../../src/app/runner/run-use-case';
import type { RawWorkbook } from '../../../src/base/raw-sheet';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import type { Ledger } from '../../../src/ledger/ledger';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { TAB } from '../../../src/sheets/words';
import type { BootedExcel } from '../../excel-host/boot';
import { useExcelFrom } from '../../excel-host/support';
import { AT, day, period, SMALL_PLAN } from '../../ledger/builders';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';
import { memoryFiles } from '../../support/memory-files';

/** A use case as the pane runs it, and what its workbook holds before. */
export interface RunAtFault {
  readonly name: string;
  readonly begins: 'empty' | 'with a return' | 'with an application';
  readonly run: (held: Ledger) => Promise<unknown>;
  /** How many round trips it takes. */
  readonly syncs: number;
}

export const live = new ExcelWorkbookHost();

export const fresh = buildLedger(SMALL_PLAN.text, {
  asOf: day('2017-10-10'),
  period: period('2017Q3'),
  at: AT,
});

/** A return in which each measure is under way. */
async function returnOf(unit: string): Promise<CheckedFile> {
  const form = formWorkbook(fresh, unit, period('2017Q3'));
  const cells = form.sheets[0]?.cells.map((row) => (typeof row[1] === 'number' ? filled(row) : row)) ?? [];
  const [sheet, ...rest] = form.sheets;
  const bytes = await memoryFiles.write({ ...form, sheets: sheet ? [{ ...sheet, cells }, ...rest] : [] });
  const file = { name: `${unit}.xlsx`, read: () => Promise.resolve(bytes) };
  const [checked] = await checkReturns(fresh, [file], memoryFiles);
  if (checked === undefined || checked.rows.length === 0) throw new Error(unit);
  return checked;
}

type FormRow = ReturnType<typeof formWorkbook>['sheets'][number]['cells'][number];

/** Status, percent and progress stand after the deadline. */
function filled(row: FormRow): FormRow {
  return row.map((cell, index) =>
    index === 5 ? '推进中' : index === 6 ? 40 : index === 8 ? '已开展调研，形成初稿' : cell,
  );
}

/** In the workbook of every beginning but the empty one. */
export const first = returnOf('市编办');
/** Comes in by 汇入. */
export const second = returnOf('市委办公室');

export const PROLONGED = {
  measure: 2,
  unit: '市编办',
  newDeadline: day('2018-06-30'),
  reason: '上级方案尚未出台',
};

export function build(): Promise<Ledger> {
  const input = { plan: SMALL_PLAN, asOf: day('2017-10-10'), period: period('2017Q3') };
  return beginLedger(workbookPlace(live), 'build', input, { by: 'pane', at: AT });
}

/** A second run may leave a second line in the log, and `_ledger` the digest of a ledger with it. */
export function withoutLog(workbook: RawWorkbook): RawWorkbook {
  const sheets = workbook.sheets.flatMap((sheet) => {
    if (sheet.name === TAB.log) return [];
    if (sheet.name !== TAB.identity) return [sheet];
    const rows = sheet.rows.filter(({ cells }) => cells[0]?.value !== 'drawn ledger');
    return [{ ...sheet, rows }];
  });
  return { ...workbook, sheets };
}

export interface CycleAtFault {
  readonly excel: () => BootedExcel;
  readonly from: ReturnType<typeof useExcelFrom>['from'];
  /** Puts the workbook as it is before the use case, and gives the ledger the pane holds then. */
  readonly prepared: (useCase: RunAtFault) => Promise<Ledger>;
  /** The workbook the use case leaves when nothing goes wrong. */
  readonly undisturbed: (useCase: RunAtFault) => Promise<RawWorkbook>;
}

/** One Excel for a file of tests whose requests fail. */
export function useCycleAtFault(): CycleAtFault {
  const { excel, from } = useExcelFrom({ excelApi: '1.14' });
  const ends = new Map<string, RawWorkbook>();
  const prepared = ({ begins }: RunAtFault): Promise<Ledger> =>
    from(begins, async () => {
      excel().host.workbook.behaviour.computesFormulas = false;
      if (begins === 'empty') return fresh;
      await drawIn(live, fresh);
      await runIn(live, 'collect', { checked: [await first] });
      if (begins === 'with an application')
        await runIn(live, 'applyForExtension', { application: PROLONGED });
      return (await lookIn(live)).ledger;
    });
  const undisturbed = async (useCase: RunAtFault): Promise<RawWorkbook> => {
    const known = ends.get(useCase.name);
    if (known !== undefined) return known;
    await useCase.run(await prepared(useCase));
    const end = await live.read();
    ends.set(useCase.name, end);
    return end;
  };
  return { excel, from, prepared, undisturbed };
}
