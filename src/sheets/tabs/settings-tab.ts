import type { LedgerSettings, OfficeSettings } from '../../ledger/records';
import type {
  CellContent,
  DefinedName,
  RangeFormat,
  RangeValidation,
  SheetBlueprint,
} from '../../base/blueprint';
import { MEMBER_WORD } from './directory-tab';
import { tableSheet, tableTab } from './table-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range } from '../tab-builder';
import { COLOR, FORMAT, landscape } from '../theme';
import { NAME, OFFICE_WORD, SAMPLE_MARK, TAB } from '../words';

type SettingKey = keyof typeof NAME;
type OfficeKey = keyof OfficeSettings;

/** Rows of the settings tab, from `FIRST_ROW` down; each value is a named cell. */
const SETTINGS: readonly { readonly key: SettingKey; readonly hint: string }[] = [
  { key: 'asOf', hint: '逾期、临期都按这一天计算' },
  { key: 'period', hint: '年度写 2017，季度写 2017Q3，月份写 2017-09' },
  { key: 'dueSoonDays', hint: '距完成时限不超过这些天的，为临期' },
  { key: 'returnWithinDays', hint: '报送期结束后这些天内报送的，为按时' },
  { key: 'slowStartDays', hint: '距完成时限不足这些天仍未启动的，亮黄灯' },
];

/** Below them what the papers say of the office that issues them. */
const OFFICE: readonly { readonly key: OfficeKey; readonly hint: string }[] = [
  { key: 'name', hint: '督办单、商请函、通报和退回通知的发文机关和落款' },
  { key: 'letterWord', hint: '文号中“督〔2018〕1号”之前的部分' },
  { key: 'contact', hint: '写在文后附注中；空着时公文里留出待填处' },
  { key: 'phone', hint: '写在文后附注中；空着时公文里留出待填处' },
  { key: 'replyWithinDays', hint: '要求在发文后这些天内反馈，遇周末顺延' },
];

const SAMPLE_LABEL = '示例数据';

interface SettingRow {
  readonly label: string;
  readonly value: CellContent;
  readonly hint: string;
}

/** 设置, column by column; its rows are identified by 项目. */
export const SETTING_TABLE = tableTab<SettingRow>()(TAB.settings, undefined, {
  item: { header: '项目', width: 22, write: ({ label }) => label, read: 'text', identifies: true },
  value: {
    header: '取值',
    width: 30,
    format: FORMAT.centered,
    write: ({ value }) => value,
    read: 'text',
    typed: true,
  },
  hint: { header: '说明', width: 56, write: ({ hint }) => hint, read: 'drawn' },
});

/** Where the product itself puts a setting. */
export function settingRow(key: SettingKey): number {
  return FIRST_ROW + SETTINGS.findIndex((setting) => setting.key === key);
}

function officeRow(key: OfficeKey): number {
  return FIRST_ROW + SETTINGS.length + OFFICE.findIndex((setting) => setting.key === key);
}

function settingContent(key: SettingKey, settings: LedgerSettings): CellContent {
  return key === 'asOf' ? { date: settings.asOf } : settings[key];
}

const VALUE = SETTING_TABLE.at('value');
const valueCell = (row: number) => range(row, VALUE, row, VALUE);

/** 设置: the figures the formulas use, and the office as its papers name it. */
export function settingsTab(settings: LedgerSettings): SheetBlueprint {
  const items: SettingRow[] = [
    ...SETTINGS.map(({ key, hint }) => ({ label: NAME[key], value: settingContent(key, settings), hint })),
    ...OFFICE.map(({ key, hint }) => ({ label: OFFICE_WORD[key], value: settings.office[key], hint })),
  ];
  if (settings.sample) {
    items.push({ label: SAMPLE_LABEL, value: MEMBER_WORD, hint: '本工作簿由示例生成，数据均为虚构' });
  }
  const rows = items.map((item) => SETTING_TABLE.cells(item));
  const base = tableSheet(SETTING_TABLE, rows, {
    title: `设置${settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: plainSubtitle(settings, '改动后，台账和汇总中的公式随即更新'),
    sample: settings.sample,
  });
  return {
    ...base,
    formats: [...base.formats, ...inputFormats()],
    validations: [
      ...(['dueSoonDays', 'returnWithinDays', 'slowStartDays'] as const).map((key) =>
        wholeDays(settingRow(key), NAME[key], 0),
      ),
      wholeDays(officeRow('replyWithinDays'), OFFICE_WORD.replyWithinDays, 1),
    ],
    print: landscape('A4', TAB.settings, { from: 1, to: HEADER_ROW }),
  };
}

/** A telephone number is text: its leading nought counts. */
function inputFormats(): readonly RangeFormat[] {
  const text = { numberFormat: '@' };
  return [
    { range: SETTING_TABLE.body('value', officeRow('replyWithinDays')), format: { fill: COLOR.inputFill } },
    { range: valueCell(settingRow('asOf')), format: FORMAT.date },
    { range: valueCell(settingRow('period')), format: text },
    { range: range(officeRow('name'), VALUE, officeRow('phone'), VALUE), format: text },
  ];
}

function wholeDays(row: number, name: string, least: number): RangeValidation {
  const wanted = `${least} 到 365 的整数。`;
  return {
    range: valueCell(row),
    rule: { kind: 'wholeNumber', min: least, max: 365 },
    prompt: { title: name, text: `请填 ${wanted}` },
    error: { title: `${name}有误`, text: `应为 ${wanted}` },
  };
}

export function settingNames(): readonly DefinedName[] {
  return SETTINGS.map(({ key }) => ({
    name: NAME[key],
    sheet: TAB.settings,
    range: valueCell(settingRow(key)),
  }));
}
