import { largestOf } from '../../../../base/extremes';
import { rangeAddress } from '../../../../base/raw-sheet';
import type { PivotValueField } from '../../../../base/blueprint';
import { GRAND_TOTAL, type PivotAxis, type PivotLayout } from '../../../../base/pivots/pivot-layout';
import type { PivotValue } from '../../../../base/pivots/pivot-source';
import { SPREADSHEET_NAMESPACE, XML_HEAD, xmlElement } from '../package/xml-text';

/** Excel 2010 and later, and WPS, refresh what this version wrote. */
const VERSIONS = { createdVersion: 6, updatedVersion: 6, minRefreshableVersion: 3 };
const CACHE_VERSIONS = { createdVersion: 6, refreshedVersion: 6, minRefreshableVersion: 3 };
/** Numbers of Excel’s own formats (ECMA-376 part 1, 18.8.30). */
const FORMAT_ID = { '0': 1, '0%': 9 } as const satisfies Record<PivotValueField['numberFormat'], number>;
/** The pseudo field of the values, where several stand side by side: −2 as an unsigned number. */
const VALUES_REFERENCE = 4_294_967_294;

/**
 * The pivotTable part, laid out in full: rows, columns and place are those of the cells written beside it, so that a
 * refresh overwrites exactly them.
 */
export function pivotTablePart(layout: PivotLayout, cacheId: string): string {
  const { pivot, column, filters, rows } = layout;
  const form = isFolded(layout) ? { outline: 1, outlineData: 1 } : { compact: 0, compactData: 0 };
  return (
    XML_HEAD +
    xmlElement(
      'pivotTableDefinition',
      {
        xmlns: SPREADSHEET_NAMESPACE,
        name: pivot.name,
        cacheId,
        applyNumberFormats: 0,
        applyBorderFormats: 0,
        applyFontFormats: 0,
        applyPatternFormats: 0,
        applyAlignmentFormats: 0,
        applyWidthHeightFormats: 0,
        dataCaption: '值',
        grandTotalCaption: GRAND_TOTAL,
        rowGrandTotals: pivot.rowTotals ? undefined : 0,
        itemPrintTitles: 1,
        ...VERSIONS,
        indent: 0,
        ...form,
        multipleFieldFilters: 0,
      },
      [
        location(layout),
        fields(layout),
        fieldList('rowFields', rows),
        rowItems(layout),
        ...(column === undefined ? valueColumns(layout) : itemColumns(layout, column)),
        ...(filters.length === 0 ? [] : [pageFields(layout)]),
        dataFields(layout),
        xmlElement('pivotTableStyleInfo', {
          name: 'PivotStyleLight16',
          showRowHeaders: 1,
          showColHeaders: 1,
          showRowStripes: 0,
          showColStripes: 0,
          showLastColumn: 1,
        }),
      ],
    )
  );
}

/** Several row fields stand in one column, folded up. */
function isFolded({ rows }: PivotLayout): boolean {
  return rows.length > 1;
}

function location({ pivot, grid, column, headLines, filters }: PivotLayout): string {
  const { row, column: left } = pivot.anchor;
  const ref = rangeAddress({
    top: row,
    left,
    bottom: row + grid.length - 1,
    right: left + largestOf(grid.map((cells) => cells.length)) - 1,
  });
  const hasFilters = filters.length > 0;
  return xmlElement('location', {
    ref,
    firstHeaderRow: column === undefined && pivot.values.length > 1 ? 0 : 1,
    firstDataRow: headLines,
    firstDataCol: 1,
    rowPageCount: hasFilters ? filters.length : undefined,
    colPageCount: hasFilters ? 1 : undefined,
  });
}

function fields(layout: PivotLayout): string {
  const { source, rows, column, filters, valueFields } = layout;
  const common = isFolded(layout) ? { showAll: 0 } : { compact: 0, outline: 0, showAll: 0 };
  return xmlElement(
    'pivotFields',
    { count: source.headers.length },
    source.headers.map((_, index) => {
      const dataField = valueFields.includes(index) ? 1 : undefined;
      const rest = { dataField, ...common };
      const level = rows.findIndex(({ field }) => field === index);
      const row = rows[level];
      if (row !== undefined) return rowField(layout, row, level, rest);
      const other = index === column?.field ? column : filters.find(({ field }) => field === index);
      if (other === undefined) return xmlElement('pivotField', rest);
      const axis = other === column ? 'axisCol' : 'axisPage';
      return xmlElement('pivotField', { axis, ...rest }, [itemEntries(layout, other, {})]);
    }),
  );
}

type Attributes = Readonly<Record<string, number | undefined>>;

function rowField(layout: PivotLayout, axis: PivotAxis, level: number, rest: Attributes): string {
  const isSorted = level === 0 && layout.pivot.sortBy !== undefined;
  const isFoldedUp = level === 0 && isFolded(layout);
  const sortType = isSorted ? 'descending' : undefined;
  return xmlElement('pivotField', { axis: 'axisRow', ...rest, sortType }, [
    itemEntries(layout, axis, { sd: isFoldedUp ? 0 : undefined }),
    ...(isSorted ? [sortScope(layout)] : []),
  ]);
}

function itemEntries(layout: PivotLayout, axis: PivotAxis, each: Attributes): string {
  const entries = placesInCache(layout, axis).map((x) => xmlElement('item', { ...each, x }));
  return xmlElement('items', { count: entries.length + 1 }, [
    ...entries,
    xmlElement('item', { t: 'default' }),
  ]);
}

/** By which value the items are sorted. */
function sortScope({ pivot }: PivotLayout): string {
  const place = pivot.values.findIndex(({ caption }) => caption === pivot.sortBy);
  const reference = { field: VALUES_REFERENCE, count: 1, selected: 0 };
  return xmlElement('autoSortScope', {}, [
    xmlElement('pivotArea', { dataOnly: 0, outline: 0, fieldPosition: 0 }, [
      xmlElement('references', { count: 1 }, [
        xmlElement('reference', reference, [xmlElement('x', { v: place })]),
      ]),
    ]),
  ]);
}

/** Of an axis’ items, where the cache has each: it has them by name, whatever the order of the lines. */
function placesInCache({ source }: PivotLayout, { field, items }: PivotAxis): readonly number[] {
  const cached = new Map(cacheItems(source.rows, field).map((value, at) => [value, at]));
  return items.map((value) => cached.get(value) ?? 0);
}

function cacheItems(rows: PivotLayout['source']['rows'], field: number): readonly PivotValue[] {
  return [...new Set(rows.map((row) => row[field] ?? null))];
}

function fieldList(name: 'rowFields' | 'colFields', axes: readonly { readonly field: number }[]): string {
  return xmlElement(
    name,
    { count: axes.length },
    axes.map(({ field }) => xmlElement('field', { x: field })),
  );
}

/** A zero is the default of every number here, and is left out as Excel does. */
function unlessZero(value: number): number | undefined {
  return value === 0 ? undefined : value;
}

function itemLine(place: number): string {
  return xmlElement('x', { v: unlessZero(place) });
}

/** The lines: one for each item that is shown, then the grand total. */
function rowItems({ shownRows }: PivotLayout): string {
  const lines = shownRows.map((place) => xmlElement('i', {}, [itemLine(place)]));
  lines.push(xmlElement('i', { t: 'grand' }, [itemLine(0)]));
  return xmlElement('rowItems', { count: lines.length }, lines);
}

/** The columns: each item that is shown, under it every value; then the totals. */
function itemColumns({ pivot, shownColumns }: PivotLayout, { field }: PivotAxis): readonly string[] {
  const several = pivot.values.length > 1;
  const each = pivot.values.map((_, at) => at);
  const lines = shownColumns.flatMap((place) =>
    each.map((at) =>
      xmlElement('i', { r: at === 0 ? undefined : 1, i: unlessZero(at) }, [
        ...(at === 0 ? [itemLine(place)] : []),
        ...(several ? [itemLine(at)] : []),
      ]),
    ),
  );
  const totals = each.map((at) => xmlElement('i', { t: 'grand', i: unlessZero(at) }, [itemLine(0)]));
  const all = [...lines, ...(pivot.rowTotals ? totals : [])];
  return [
    fieldList('colFields', [{ field }, ...(several ? [{ field: -2 }] : [])]),
    xmlElement('colItems', { count: all.length }, all),
  ];
}

/** Several values stand side by side under the pseudo field −2; a single one has a column of no items. */
function valueColumns({ pivot }: PivotLayout): readonly string[] {
  if (pivot.values.length === 1) return [xmlElement('colItems', { count: 1 }, [xmlElement('i', {})])];
  const columns = pivot.values.map((_, at) => xmlElement('i', { i: unlessZero(at) }, [itemLine(at)]));
  return [
    fieldList('colFields', [{ field: -2 }]),
    xmlElement('colItems', { count: columns.length }, columns),
  ];
}

function pageFields({ pivot, filters }: PivotLayout): string {
  return xmlElement(
    'pageFields',
    { count: filters.length },
    filters.map(({ field, items }, at) => {
      const item = pivot.filters[at]?.item;
      const place = item === undefined ? -1 : items.indexOf(item);
      return xmlElement('pageField', { fld: field, item: place === -1 ? undefined : place, hier: -1 });
    }),
  );
}

function dataFields({ pivot, valueFields, source }: PivotLayout): string {
  return xmlElement(
    'dataFields',
    { count: pivot.values.length },
    pivot.values.map(({ caption, summarize, numberFormat, shareOfRow }, index) =>
      xmlElement('dataField', {
        // Excel refuses a value named like a column; a trailing space tells them apart.
        name: source.headers.includes(caption) ? `${caption} ` : caption,
        fld: valueFields[index],
        subtotal: summarize === 'sum' ? undefined : summarize,
        showDataAs: shareOfRow === true ? 'percentOfRow' : undefined,
        baseField: 0,
        baseItem: 0,
        numFmtId: FORMAT_ID[numberFormat],
      }),
    ),
  );
}

/**
 * The pivotCacheDefinition part of all pivots over one table: no records are kept, Excel reads the table again when the file is
 * opened. Fields have their items listed where any of the pivots needs them.
 */
export function pivotCachePart(layouts: readonly [PivotLayout, ...PivotLayout[]]): string {
  const [{ source, pivot }] = layouts;
  const listed = new Set(layouts.flatMap(axisFields));
  const cacheFields = source.headers.map((name, index) => {
    const values = cacheItems(source.rows, index);
    const items = listed.has(index) ? values : undefined;
    const shared = xmlElement(
      'sharedItems',
      { ...valueKinds(values), count: items?.length },
      (items ?? []).map(sharedItem),
    );
    return xmlElement('cacheField', { name, numFmtId: 0 }, [shared]);
  });
  return (
    XML_HEAD +
    xmlElement(
      'pivotCacheDefinition',
      { xmlns: SPREADSHEET_NAMESPACE, saveData: 0, refreshOnLoad: 1, ...CACHE_VERSIONS },
      [
        xmlElement('cacheSource', { type: 'worksheet' }, [
          xmlElement('worksheetSource', { name: pivot.sourceTable }),
        ]),
        xmlElement('cacheFields', { count: cacheFields.length }, cacheFields),
      ],
    )
  );
}

function axisFields({ rows, column, filters }: PivotLayout): readonly number[] {
  return [...rows, ...(column === undefined ? [] : [column]), ...filters].map(({ field }) => field);
}

function sharedItem(value: PivotValue): string {
  if (value === null) return '<m/>';
  if (typeof value === 'number') return xmlElement('n', { v: value });
  return typeof value === 'boolean' ? xmlElement('b', { v: Number(value) }) : xmlElement('s', { v: value });
}

/** What a column holds, in the words of CT_SharedItems (ECMA-376 part 1, 18.10.1.90), whose defaults mean text. */
function valueKinds(values: readonly PivotValue[]): Readonly<Record<string, number | undefined>> {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.some((value) => typeof value === 'string' || typeof value === 'boolean');
  const blanks = values.includes(null);
  const hasNumbers = numbers.length > 0;
  return {
    containsSemiMixedTypes: !texts && !blanks && hasNumbers ? 0 : undefined,
    containsString: !texts && hasNumbers ? 0 : undefined,
    containsBlank: blanks ? 1 : undefined,
    containsMixedTypes: texts && hasNumbers ? 1 : undefined,
    containsNumber: hasNumbers ? 1 : undefined,
    containsInteger: hasNumbers && numbers.every(Number.isInteger) ? 1 : undefined,
    minValue: hasNumbers ? numbers.reduce((a, b) => Math.min(a, b)) : undefined,
    maxValue: hasNumbers ? numbers.reduce((a, b) => Math.max(a, b)) : undefined,
    longText: values.some((value) => typeof value === 'string' && value.length > 255) ? 1 : undefined,
  };
}
