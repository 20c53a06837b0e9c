import { LEDGER_PARTS } from '../../sheets/ledger-tabs';
import type { Ledger } from '../../ledger/ledger';
import type { Translate } from '../../locales/translate';
import { addDays, type CalendarDate } from '../../base/calendar';
import { periodStart, quarterOf } from '../../ledger/period';
import { checkReturn } from '../../returns/check-return';
import { IDENTITY_SHEET } from '../../returns/whose/form-identity';
import type { RawWorkbook } from '../../base/raw-sheet';
import type { Finding } from '../../returns/checked-return';
import { isLedgerWorkbook } from '../../sheets/reading/read-ledger';
import { TAB } from '../../sheets/words';
import type { ActiveSheet, CellMark, LiveWorkbook } from '../../base/workbook-port';
import { buildLedger } from '../changes/build-ledger';
import { openLedger } from '../runner/open-ledger';
import type { CheckedFile } from './check-returns';
import { returnContext } from './return-context';
import { describeFinding } from '../wording/describe-finding';
import { fileDigest } from '../../base/file-digest';

export interface ActiveSheetCheck {
  readonly sheet: string;
  readonly checked: CheckedFile;
  /** Whether the cells at fault are marked on the sheet; a protection that Excel will not lift keeps them unmarked. */
  readonly marked: boolean;
  /** Whether it was held against a ledger of this workbook, so that it can be taken in; else against the plan alone. */
  readonly inLedger: boolean;
}

/** The sheet in front is one of the ledger's own tabs: there is nothing of a unit's to check. */
export class OwnTabError extends Error {
  override readonly name = 'OwnTabError';
  constructor(readonly sheet: string) {
    super(sheet);
  }
}

export interface CheckActiveOptions {
  /** The plan to hold a return against when this workbook is no ledger. */
  readonly planText: string;
  readonly today: CalendarDate;
  /** In local time to the minute. */
  readonly at: string;
  /** The language of the notes. */
  readonly words: Translate;
}

/**
 * 校验当前表: checks the sheet in front as a unit's return, a form opened in Excel or a tab of the ledger workbook, and
 * marks its faults in place. Four round trips.
 * @throws OwnTabError, LedgerFormatError
 */
export async function checkActiveSheet(
  live: LiveWorkbook,
  options: CheckActiveOptions,
): Promise<ActiveSheetCheck> {
  const active = await live.readActive([...LEDGER_PARTS, [{ tab: IDENTITY_SHEET }]]);
  const inLedger = isLedgerWorkbook(active.workbook);
  if (inLedger && Object.values<string>(TAB).includes(active.sheet)) throw new OwnTabError(active.sheet);
  const ledger = inLedger
    ? openLedger(active.workbook, { at: options.at }).ledger
    : ledgerToCheckAgainst(options);
  const checked = checkOn(active, ledger, inLedger);
  const marked = await live.mark(active, marksOf(checked.findings, active.sheet, options.words));
  return { sheet: active.sheet, checked, marked, inLedger };
}

/** Nothing in a form opened alone says what is being collected; returns come after their period's end. */
function ledgerToCheckAgainst({ planText, today, at }: CheckActiveOptions): Ledger {
  const period = quarterOf(addDays(periodStart(quarterOf(today)), -1));
  return buildLedger(planText, { asOf: today, period, at });
}

/** The digest of a tab is computed from its content, so that importing the same tab twice changes nothing. */
function checkOn({ sheet, workbook }: ActiveSheet, ledger: Ledger, inLedger: boolean): CheckedFile {
  const seen = new Set(inLedger ? [sheet] : [sheet, IDENTITY_SHEET]);
  const alone: RawWorkbook = {
    ...workbook,
    file: inLedger ? sheet : workbook.file,
    sheets: workbook.sheets.filter(({ name }) => seen.has(name)),
  };
  const sha256 = fileDigest(new TextEncoder().encode(JSON.stringify(alone.sheets)));
  return { ...checkReturn(alone, returnContext(ledger, inLedger)), sha256, source: alone.file };
}

/** One mark a cell, with all its faults in words; what was only put into form is no fault. */
function marksOf(findings: readonly Finding[], sheet: string, words: Translate): readonly CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const finding of findings) {
    const { severity, where } = finding;
    if (severity === 'corrected' || where.sheet !== sheet || where.cell === '') continue;
    const { message, suggestion } = describeFinding(finding, words);
    const before = marks.get(where.cell);
    const note = `${before === undefined ? '' : `${before.note}\n`}${message}\n${suggestion}`;
    const isError = severity === 'error' || before?.severity === 'error';
    marks.set(where.cell, { sheet, cell: where.cell, severity: isError ? 'error' : 'warning', note });
  }
  return [...marks.values()];
}
