import { must } from '../../base/invariant';
import type { Ledger } from '../../ledger/ledger';
import { officesOfPeriod } from '../../ledger/units/offices';
import type { PeriodCode } from '../../ledger/records';
import { formWorkbook } from '../../sheets/tabs/form';
import { UNFINISHED } from '../../sheets/words';
import type { LiveWorkbook, WorkbookFiles } from '../../base/workbook-port';
import { issueForms, noteIssued } from './issue-forms';
import { officeNamed } from '../wording/name-units';
import { MOST_CHARACTERS, safeSheetNames } from '../wording/safe-sheet-names';
import type { OpenedLedger } from '../runner/open-ledger';
import type { Revision } from '../runner/use-case';

export interface IssuedTabs extends Revision {
  readonly issued: readonly { readonly office: string; readonly sheet: string }[];
  /** Offices whose tab is there already: it may hold what they filled in, so it is left as it is. */
  readonly kept: readonly string[];
}

/** Less what a form's tab is called by until it is whole. */
const MAX_NAME = MOST_CHARACTERS - UNFINISHED.length;

export interface IssueTabsInput {
  /** Default: the ledger's. */
  readonly period?: PeriodCode;
  /** Names or short names; default: every office that owes a report. */
  readonly offices?: readonly string[];
}

/** 下发 as tabs of the ledger workbook, one an office, where a download is not to be had. @throws UnknownUnitError */
export function issueTabs(
  { ledger, foreignSheets, at }: OpenedLedger,
  { period = ledger.settings.period, offices: asked }: IssueTabsInput,
): IssuedTabs {
  const charges = officesOfPeriod(ledger, period);
  const offices = charges.map(({ office }) => office);
  const wanted = asked?.map((name) => officeNamed(ledger, charges, name)) ?? offices;
  const owing = offices.filter((office) => wanted.includes(office));
  // “市编办_2017Q3”.
  const names = safeSheetNames(owing, { end: `_${period}`, most: MAX_NAME });
  const named = owing.map((office, index) => ({ office, sheet: must(names[index], `tab of ${office}`) }));
  const taken = new Set(foreignSheets.map((name) => name.toLowerCase()));
  const fresh = named.filter(({ sheet }) => !taken.has(sheet.toLowerCase()));
  const kept = named.filter((tab) => !fresh.includes(tab)).map(({ office }) => office);
  // The first sheet is the form; the tab does without the hidden one: its head and its hidden keys say whose it is.
  const tabs = fresh.flatMap(({ office, sheet }) =>
    formWorkbook(ledger, office, period)
      .sheets.slice(0, 1)
      .map((form) => ({ ...form, name: sheet, workingName: `${UNFINISHED}${sheet}` })),
  );
  const noted = fresh.length === 0 ? ledger : noteIssued(ledger, period, fresh.length, at);
  return { ledger: noted, tabs, kept, issued: fresh };
}

/** 下发 of one form as a workbook in a window of its own, for the clerk to save or send. @throws UnknownUnitError */
export async function openForm(
  live: LiveWorkbook,
  ledger: Ledger,
  files: WorkbookFiles,
  options: { readonly period: PeriodCode; readonly unit: string },
): Promise<void> {
  const { period, unit } = options;
  for (const { bytes } of await issueForms(ledger, files, { period, offices: [unit] }))
    await live.openCopy(bytes);
}
