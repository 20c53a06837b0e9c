import { defaultSettings } from '../../ledger/ledger';
import { parsePeriod } from '../../ledger/period';
import type { LedgerSettings, OfficeSettings } from '../../ledger/records';
import type { RawSheet, RawValue, RawWorkbook } from '../../base/raw-sheet';
import { SCHEMA_VERSION } from '../tabs/hidden-tabs';
import { LedgerFormatError } from './ledger-format-error';
import { cellAt, cellDate, cellText, sheetNamed, tableRows } from './raw-table';
import { readWeights } from '../figures/scores-tab';
import { SETTING_HEADERS, settingRow } from '../tabs/settings-tab';
import { OFFICE_WORD, TAB } from '../words';

/** A year typed where the day belongs is the number of a day in 1905. */
const FIRST_AS_OF = '1950-01-01';
const LAST_AS_OF = '2199-12-31';
/** Ten years; the drop-down asks for one at most, but a pasted value passes it by. */
const MOST_DAYS = 3_650;

function isDays(value: RawValue | null, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MOST_DAYS;
}

function badValue(row: number): LedgerFormatError {
  return new LedgerFormatError('damaged', TAB.settings, row, `B${row}`);
}

/** 设置, with the weights of 考核. @throws LedgerFormatError */
export function readSettings(
  workbook: RawWorkbook,
  identity: { readonly sample: boolean; readonly schema: number },
): LedgerSettings {
  const sheet = sheetNamed(workbook, TAB.settings);
  if (sheet === undefined) throw new LedgerFormatError('damaged', TAB.settings);
  const value = (key: Parameters<typeof settingRow>[0]) => cellAt(sheet, settingRow(key), 2);
  const asOf = cellDate(value('asOf'), workbook.date1904);
  if (asOf === null || asOf < FIRST_AS_OF || asOf > LAST_AS_OF) throw badValue(settingRow('asOf'));
  const period = parsePeriod(cellText(value('period')));
  if (period === undefined) throw badValue(settingRow('period'));
  const defaults = defaultSettings(asOf, period);
  const days = (key: 'dueSoonDays' | 'returnWithinDays' | 'slowStartDays'): number => {
    const found = value(key) ?? (identity.schema < SCHEMA_VERSION ? defaults[key] : null);
    if (!isDays(found, 0)) throw badValue(settingRow(key));
    return found;
  };
  return {
    ...defaults,
    dueSoonDays: days('dueSoonDays'),
    returnWithinDays: days('returnWithinDays'),
    slowStartDays: days('slowStartDays'),
    weights: readWeights(workbook) ?? defaults.weights,
    office: readOffice(sheet, defaults.office),
    sample: identity.sample,
  };
}

/** The rows of the office by their names: workbooks have them only since these rows came. */
function readOffice(sheet: RawSheet, defaults: OfficeSettings): OfficeSettings {
  const { item, value } = SETTING_HEADERS;
  const rows = tableRows(sheet, [item, value], false) ?? [];
  const rowOf = (key: keyof OfficeSettings) => rows.find((row) => row.text(item).trim() === OFFICE_WORD[key]);
  const text = (key: keyof OfficeSettings) => rowOf(key)?.text(value).trim() ?? '';
  const days = rowOf('replyWithinDays');
  const replyWithinDays = days?.value(value) ?? defaults.replyWithinDays;
  if (!isDays(replyWithinDays, 1)) throw badValue(days?.row ?? 0);
  return {
    name: text('name'),
    letterWord: text('letterWord'),
    contact: text('contact'),
    phone: text('phone'),
    replyWithinDays,
  };
}
