import { DEFAULT_WEIGHTS, defaultSettings } from '../../ledger/ledger';
import { parsePeriod } from '../../ledger/period';
import type { AssessmentWeights, LedgerSettings, OfficeSettings } from '../../ledger/records';
import type { RawWorkbook } from '../../base/raw-sheet';
import { SCHEMA_VERSION } from '../tabs/hidden-tabs';
import { SETTING_TABLE } from '../tabs/settings-tab';
import { WEIGHT_TABLE } from '../figures/scores-tab';
import type { TableTab } from '../tabs/table-tab';
import { damaged } from './ledger-format-error';
import { sheetNamed } from './raw-table';
import { readTable, type ReadRow } from './read-table';
import { NAME, OFFICE_WORD, WEIGHT_NAME } from '../words';

/** A year typed where the day belongs is the number of a day in 1905. */
const FIRST_AS_OF = '1950-01-01';
const LAST_AS_OF = '2199-12-31';
/** Ten years: whoever means more days than that means something else. */
const MOST_DAYS = 3_650;

type Line = ReadRow<'item' | 'value' | 'hint'>;

/** 设置, with the weights of 考核: each row by its label, wherever it stands. @throws LedgerFormatError */
export function readSettings(
  workbook: RawWorkbook,
  identity: { readonly sample: boolean; readonly schema: number },
): LedgerSettings {
  const isOld = identity.schema < SCHEMA_VERSION;
  const lines = labelled(workbook, SETTING_TABLE);
  const lineOf = (label: string) =>
    lines.get(label) ?? damaged('row-missing', { sheet: SETTING_TABLE.name, name: label });
  const asOfLine = lineOf(NAME.asOf);
  const periodLine = lineOf(NAME.period);
  const asOf = asOfLine.date('value') ?? asOfLine.unreadable('value');
  if (asOf < FIRST_AS_OF || asOf > LAST_AS_OF) asOfLine.unreadable('value');
  const period = parsePeriod(periodLine.text('value').trim()) ?? periodLine.unreadable('value');
  const defaults = defaultSettings(asOf, period);
  const days = (key: 'dueSoonDays' | 'returnWithinDays' | 'slowStartDays'): number => {
    const line = isOld ? lines.get(NAME[key]) : lineOf(NAME[key]);
    return line === undefined
      ? defaults[key]
      : (wholeDays(line, 0) ?? (isOld ? defaults[key] : line.unreadable('value')));
  };
  return {
    ...defaults,
    dueSoonDays: days('dueSoonDays'),
    returnWithinDays: days('returnWithinDays'),
    slowStartDays: days('slowStartDays'),
    weights: readWeights(workbook, isOld),
    office: readOffice(lines, defaults.office),
    sample: identity.sample,
  };
}

/** Rows of a tab by their labels. @throws LedgerFormatError where one label stands twice */
function labelled(
  workbook: RawWorkbook,
  table: TableTab<never, 'item' | 'value' | 'hint'>,
): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const line of readTable(workbook, table)) {
    const label = line.text('item').trim();
    if (lines.has(label)) damaged('row-twice', { sheet: table.name, row: line.row, name: label });
    lines.set(label, line);
  }
  return lines;
}

/** `null` for an empty cell. @throws LedgerFormatError for anything but a whole number of days */
function wholeDays(line: Line, least: number): number | null {
  const days = line.number('value');
  const isSound = days === null || (Number.isInteger(days) && days >= least && days <= MOST_DAYS);
  return isSound ? days : line.unreadable('value');
}

/** Details of the office. Workbooks of earlier versions do not have these rows. */
function readOffice(lines: ReadonlyMap<string, Line>, defaults: OfficeSettings): OfficeSettings {
  const text = (key: keyof OfficeSettings) => lines.get(OFFICE_WORD[key])?.text('value').trim() ?? '';
  const days = lines.get(OFFICE_WORD.replyWithinDays);
  return {
    name: text('name'),
    letterWord: text('letterWord'),
    contact: text('contact'),
    phone: text('phone'),
    replyWithinDays: (days && wholeDays(days, 1)) ?? defaults.replyWithinDays,
  };
}

/** The weights as the clerk left them. @throws LedgerFormatError for one that is gone or no number from 0 to 100 */
function readWeights(workbook: RawWorkbook, isOld: boolean): AssessmentWeights {
  if (isOld && sheetNamed(workbook, WEIGHT_TABLE.name) === undefined) return DEFAULT_WEIGHTS;
  const wanted = new Set(Object.values(WEIGHT_NAME));
  const lines = new Map<string, Line>();
  for (const line of readTable(workbook, WEIGHT_TABLE)) {
    const label = line.text('item').trim();
    if (!wanted.has(label)) continue;
    if (lines.has(label)) damaged('row-twice', { sheet: WEIGHT_TABLE.name, row: line.row, name: label });
    lines.set(label, line);
  }
  const read = (weight: keyof AssessmentWeights): number => {
    const label = WEIGHT_NAME[weight];
    const line = lines.get(label) ?? damaged('row-missing', { sheet: WEIGHT_TABLE.name, name: label });
    const value = line.number('value');
    return value !== null && value >= 0 && value <= 100 ? value : line.unreadable('value');
  };
  return {
    onTime: read('onTime'),
    late: read('late'),
    overdue: read('overdue'),
    lateReturn: read('lateReturn'),
    sentBack: read('sentBack'),
  };
}
