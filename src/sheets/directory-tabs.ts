import type { Ledger } from '../ledger/ledger';
import type { LedgerSettings, Split } from '../ledger/types';
import type { CellContent, DefinedName, RangeValidation, SheetBlueprint } from './blueprint';
import { dateContent } from './ledger-tab';
import { plainSubtitle } from './subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from './tab-builder';
import { COLOR, FORMAT, landscape } from './theme';
import { NAME, SAMPLE_MARK, TAB } from './words';

export const UNIT_COLUMNS: readonly TabColumn[] = [
  { header: '单位', width: 24 },
  { header: '简称', width: 32 },
  { header: '承接单位', width: 26 },
  { header: '承接日期', width: 13, format: FORMAT.date },
  { header: '部分措施另由', width: 26 },
  { header: '联系人及电话', width: 30 },
];

export const MEMBER_WORD = '是';
export const LIST_SEPARATOR = '、';

/** “市市场监管局：12、15；市发改委：3”. */
function splitsText(splits: readonly Split[]): string {
  return splits.map(({ office, measures }) => `${office}：${measures.join(LIST_SEPARATOR)}`).join('；');
}

/** Reads what `splitsText` writes, and what a clerk types in its place; a part that names no measure is passed over. */
export function readSplits(text: string): readonly Split[] {
  return text.split(/[；;\n]/u).flatMap((part): Split[] => {
    const [, office = '', numbers = ''] = /^\s*(.+?)\s*[：:]\s*(.+)$/u.exec(part) ?? [];
    const measures = [...numbers.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
    return office === '' || measures.length === 0 ? [] : [{ office, measures }];
  });
}

/** 单位目录: every lead unit, its names, successor and contact; one more column for each group the plan names. */
export function unitsTab(ledger: Ledger): SheetBlueprint {
  const { units, groups } = ledger.directory;
  const rows = units.map((unit): CellContent[] => [
    unit.name,
    unit.shortNames.join(LIST_SEPARATOR),
    unit.successor?.name ?? null,
    dateContent(unit.successor?.from ?? null),
    splitsText(unit.splits),
    unit.contact,
    ...groups.map((group) => (group.members.includes(unit.name) ? MEMBER_WORD : null)),
  ]);
  const membership = range(
    FIRST_ROW,
    UNIT_COLUMNS.length + 1,
    HEADER_ROW + rows.length,
    UNIT_COLUMNS.length + groups.length,
  );
  return {
    ...titledTable({
      name: TAB.units,
      title: `单位目录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        `简称之间用“${LIST_SEPARATOR}”分隔；属于某一类单位的，在该列填“${MEMBER_WORD}”；部分措施另由其他单位承接的，写“单位：序号、序号”`,
      ),
      sample: ledger.settings.sample,
      columns: [
        ...UNIT_COLUMNS,
        ...groups.map((group) => ({ header: group.name, width: 14, format: FORMAT.centered })),
      ],
      rows,
      table: 'UnitsTable',
    }),
    validations: groups.length === 0 ? [] : [membershipRule(membership)],
    print: landscape('A4', TAB.units, { from: 1, to: HEADER_ROW }),
  };
}

function membershipRule(target: RangeValidation['range']): RangeValidation {
  return {
    range: target,
    rule: { kind: 'list', values: [MEMBER_WORD] },
    prompt: { title: '是否属于', text: `属于这一类单位的填“${MEMBER_WORD}”，否则留空。` },
    error: { title: '填写有误', text: `只能填“${MEMBER_WORD}”或留空。` },
  };
}

type SettingKey = keyof typeof NAME;

/** Rows of the settings tab, from `FIRST_ROW` down; each value is a named cell. */
const SETTINGS: readonly { readonly key: SettingKey; readonly hint: string }[] = [
  { key: 'asOf', hint: '逾期、临期都按这一天计算' },
  { key: 'period', hint: '年度写 2017，季度写 2017Q3，月份写 2017-09' },
  { key: 'dueSoonDays', hint: '距完成时限不超过这些天的，为临期' },
  { key: 'returnWithinDays', hint: '报送期结束后这些天内报送的，为按时' },
  { key: 'slowStartDays', hint: '距完成时限不足这些天仍未启动的，亮黄灯' },
];

export const SAMPLE_LABEL = '示例数据';

export function settingRow(key: SettingKey): number {
  return FIRST_ROW + SETTINGS.findIndex((setting) => setting.key === key);
}

function settingContent(key: SettingKey, settings: LedgerSettings): CellContent {
  return key === 'asOf' ? { date: settings.asOf } : settings[key];
}

/** 设置: the figures the formulas use. */
export function settingsTab(settings: LedgerSettings): SheetBlueprint {
  const cell = (key: SettingKey) => range(settingRow(key), 2, settingRow(key), 2);
  const rows: CellContent[][] = SETTINGS.map(({ key, hint }) => [
    NAME[key],
    settingContent(key, settings),
    hint,
  ]);
  if (settings.sample) rows.push([SAMPLE_LABEL, MEMBER_WORD, '本工作簿由示例生成，数据均为虚构']);
  const base = titledTable({
    name: TAB.settings,
    title: `设置${settings.sample ? SAMPLE_MARK : ''}`,
    subtitle: plainSubtitle(settings, '改动后，台账和汇总中的公式随即更新'),
    sample: settings.sample,
    columns: [
      { header: '项目', width: 22 },
      { header: '取值', width: 18, format: FORMAT.centered },
      { header: '说明', width: 48 },
    ],
    rows,
  });
  const wholeDays = (key: SettingKey): RangeValidation => ({
    range: cell(key),
    rule: { kind: 'wholeNumber', min: 0, max: 365 },
    prompt: { title: NAME[key], text: '请填 0 到 365 的整数。' },
    error: { title: `${NAME[key]}有误`, text: '应为 0 到 365 的整数。' },
  });
  return {
    ...base,
    formats: [
      ...base.formats,
      { range: range(FIRST_ROW, 2, settingRow('slowStartDays'), 2), format: { fill: COLOR.inputFill } },
      { range: cell('asOf'), format: FORMAT.date },
      { range: cell('period'), format: { numberFormat: '@' } },
    ],
    validations: (['dueSoonDays', 'returnWithinDays', 'slowStartDays'] as const).map(wholeDays),
    print: landscape('A4', TAB.settings, { from: 1, to: HEADER_ROW }),
  };
}

export function settingNames(): readonly DefinedName[] {
  return SETTINGS.map(({ key }) => ({
    name: NAME[key],
    sheet: TAB.settings,
    range: range(settingRow(key), 2, settingRow(key), 2),
  }));
}
