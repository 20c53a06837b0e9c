import type { CalendarDate } from '../../base/calendar';
import { must } from '../../base/invariant';
import type { WorkbookFiles } from '../../base/workbook-port';
import type { Ledger } from '../../ledger/ledger';
import { officesOn } from '../../ledger/units/offices';
import { confirmations, type Confirmation } from '../../sheets/confirmation/confirmation-view';
import {
  CONFIRMATION_SHEET,
  confirmationWorkbook,
  confirmationsWorkbook,
} from '../../sheets/confirmation/confirmation-workbook';
import type { Progress } from '../inbox/check-returns';
import { officeNamed } from '../wording/name-units';
import { safeFileName } from '../wording/safe-file-name';
import { safeSheetNames } from '../wording/safe-sheet-names';

/** Which offices are asked to confirm. */
export interface PagesOptions {
  /** Names or short names; default: every office in charge of anything on the ledger's day. */
  readonly offices?: readonly string[];
  readonly progress?: Progress;
}

/** An office's page, and where it is. */
export interface UnitPage {
  readonly office: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly measures: readonly number[];
}

export interface UnitPageFile extends UnitPage {
  readonly bytes: Uint8Array;
}

export interface UnitPagesFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly UnitPage[];
}

/** Nobody is in charge of anything on the day: there is no page to make. */
export class NoPagesError extends Error {
  override readonly name = 'NoPagesError';
}

/**
 * 生成全部单位页 as workbooks, one an office, to be sent to it and to come back confirmed.
 * @throws UnknownUnitError, NoPagesError before anything is made
 */
export async function unitPageFiles(
  ledger: Ledger,
  files: WorkbookFiles,
  options: PagesOptions = {},
): Promise<readonly UnitPageFile[]> {
  const asked = askedOf(ledger, options.offices);
  const made: UnitPageFile[] = [];
  for (const [index, one] of asked.entries()) {
    await options.progress?.(index, asked.length, one.office);
    const fileName = pageFileName(one.office, ledger.settings.asOf);
    const bytes = await files.write(confirmationWorkbook(ledger, one));
    made.push({ ...pageOf(one, fileName, CONFIRMATION_SHEET), bytes });
  }
  return made;
}

/** The same as one workbook with a tab an office, to be printed in one go. @throws as `unitPageFiles` */
export async function unitPagesWorkbook(
  ledger: Ledger,
  files: WorkbookFiles,
  options: PagesOptions = {},
): Promise<UnitPagesFile> {
  const asked = askedOf(ledger, options.offices);
  const fileName = boundPagesName(ledger.settings.asOf);
  const names = safeSheetNames(asked.map(({ office }) => office));
  const pages = asked.map((one, index) => ({
    asked: one,
    sheet: must(names[index], `tab of ${one.office}`),
  }));
  return {
    fileName,
    bytes: await files.write(confirmationsWorkbook(ledger, pages)),
    pages: pages.map((page) => pageOf(page.asked, fileName, page.sheet)),
  };
}

function askedOf(ledger: Ledger, names: readonly string[] | undefined): readonly Confirmation[] {
  const charges = officesOn(ledger, ledger.settings.asOf);
  if (charges.length === 0) throw new NoPagesError();
  const wanted = names && new Set(names.map((name) => officeNamed(ledger, charges, name)));
  return confirmations(ledger).filter(({ office }) => wanted?.has(office) ?? true);
}

function pageOf({ office, assignments }: Confirmation, fileName: string, sheet: string): UnitPage {
  const measures = [...new Set(assignments.map(({ assignment }) => assignment.measure))];
  return { office, fileName, sheet, measures: measures.toSorted((a, b) => a - b) };
}

/** “市财政局_2017-09-30_反馈确认单.xlsx”. */
function pageFileName(office: string, asOf: CalendarDate): string {
  return safeFileName(`${office}_${asOf}_反馈确认单.xlsx`);
}

/** “2017-09-30_反馈确认单.zip”. */
export function packedPagesName(asOf: CalendarDate): string {
  return `${asOf}_反馈确认单.zip`;
}

/** “2017-09-30_全部单位页.xlsx”. */
function boundPagesName(asOf: CalendarDate): string {
  return `${asOf}_全部单位页.xlsx`;
}
