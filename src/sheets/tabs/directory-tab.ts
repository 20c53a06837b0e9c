import type { Ledger } from '../../ledger/ledger';
import type { Split } from '../../ledger/records';
import type { CellContent, RangeValidation, SheetBlueprint } from '../../base/blueprint';
import { dateContent } from './ledger-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range, titledTable, type TabColumn } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, TAB } from '../words';

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
    const colon = part.search(/[：:]/u);
    const office = part.slice(0, Math.max(0, colon)).trim();
    const measures = [...part.slice(colon + 1).matchAll(/\d+/gu)].map(([digits]) => Number(digits));
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
