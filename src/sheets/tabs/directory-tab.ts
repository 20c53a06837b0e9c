import { dateContent } from '../cell-contents';
import type { Ledger } from '../../ledger/ledger';
import type { Split, Unit, UnitGroup } from '../../ledger/records';
import type { RangeValidation, SheetBlueprint } from '../../base/blueprint';
import { tableSheet, tableTab, type TableColumn, type TableTab } from './table-tab';
import { plainSubtitle } from '../subtitle';
import { FIRST_ROW, HEADER_ROW, range } from '../tab-builder';
import { FORMAT, landscape } from '../theme';
import { SAMPLE_MARK, TAB } from '../words';

export const MEMBER_WORD = '是';
export const LIST_SEPARATOR = '、';

/** 单位目录 without its groups, column by column. */
const UNITS = {
  name: { header: '单位', width: 24, write: ({ name }) => name, read: 'text', identifies: true },
  shortNames: {
    header: '简称',
    width: 32,
    write: ({ shortNames }) => shortNames.join(LIST_SEPARATOR),
    read: 'text',
  },
  successor: {
    header: '承接单位',
    width: 26,
    write: ({ successor }) => successor?.name ?? null,
    read: 'text',
  },
  from: {
    header: '承接日期',
    width: 13,
    format: FORMAT.date,
    write: ({ successor }) => dateContent(successor?.from ?? null),
    read: 'date',
  },
  splits: { header: '部分措施另由', width: 26, write: ({ splits }) => splitsText(splits), read: 'text' },
  contact: { header: '联系人及电话', width: 30, write: ({ contact }) => contact, read: 'text' },
} as const satisfies Readonly<Record<string, TableColumn<Unit>>>;

export type UnitColumn = keyof typeof UNITS | `group ${string}`;

/** 单位目录 with a column for each group the plan names, under the group's own name. */
export function unitsTable(groups: readonly UnitGroup[]): TableTab<Unit, UnitColumn> {
  const membership = groups.map(({ name, members }): [string, TableColumn<Unit>] => [
    `group ${name}`,
    {
      header: name,
      width: 14,
      format: FORMAT.centered,
      write: (unit) => (members.includes(unit.name) ? MEMBER_WORD : null),
      read: 'text',
    },
  ]);
  const columns: Record<string, TableColumn<Unit>> = { ...UNITS, ...Object.fromEntries(membership) };
  return tableTab<Unit>()<UnitColumn>(
    TAB.units,
    'UnitsTable',
    columns as Record<UnitColumn, TableColumn<Unit>>,
  );
}

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
  const table = unitsTable(groups);
  const rows = units.map((unit) => table.cells(unit));
  const membership = range(FIRST_ROW, Object.keys(UNITS).length + 1, HEADER_ROW + rows.length, table.width);
  return {
    ...tableSheet(table, rows, {
      title: `单位目录${ledger.settings.sample ? SAMPLE_MARK : ''}`,
      subtitle: plainSubtitle(
        ledger.settings,
        `简称之间用“${LIST_SEPARATOR}”分隔；属于某一类单位的，在该列填“${MEMBER_WORD}”；部分措施另由其他单位承接的，写“单位：序号、序号”`,
      ),
      sample: ledger.settings.sample,
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
