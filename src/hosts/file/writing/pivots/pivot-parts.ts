import { largestOf } from '../../../../base/extremes';
import { rangeAddress } from '../../../../base/raw-sheet';
import { GRAND_TOTAL, type PivotLayout, type PivotValue } from './pivot-layout';
import { SPREADSHEET_NAMESPACE, XML_HEAD, xmlElement } from '../package/xml-text';

/** Excel 2010 and later, and WPS, refresh what this version wrote. */
const VERSIONS = { createdVersion: 6, updatedVersion: 6, minRefreshableVersion: 3 };
const CACHE_VERSIONS = { createdVersion: 6, refreshedVersion: 6, minRefreshableVersion: 3 };

/**
 * The pivotTable part, laid out in full: rows, columns and place are those of the cells written beside it, so that a
 * refresh overwrites exactly them.
 */
export function pivotTablePart(layout: PivotLayout, cacheId: string): string {
  const { pivot, columnField } = layout;
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
        itemPrintTitles: 1,
        ...VERSIONS,
        indent: 0,
        compact: 0,
        compactData: 0,
        multipleFieldFilters: 0,
      },
      [
        location(layout),
        fields(layout),
        xmlElement('rowFields', { count: 1 }, [xmlElement('field', { x: layout.rowField })]),
        itemList('rowItems', layout.rowItems.length, true),
        ...(columnField === undefined
          ? valueColumns(layout)
          : itemColumns(columnField, layout.columnItems.length)),
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

function location({ pivot, grid, columnField }: PivotLayout): string {
  const { row, column } = pivot.anchor;
  const ref = rangeAddress({
    top: row,
    left: column,
    bottom: row + grid.length - 1,
    right: column + largestOf(grid.map((cells) => cells.length)) - 1,
  });
  const severalValues = columnField === undefined && pivot.values.length > 1;
  return xmlElement('location', {
    ref,
    firstHeaderRow: severalValues ? 0 : 1,
    firstDataRow: columnField === undefined ? 1 : 2,
    firstDataCol: 1,
  });
}

function fields(layout: PivotLayout): string {
  const { source, rowField, rowItems, columnField, columnItems, valueFields } = layout;
  return xmlElement(
    'pivotFields',
    { count: source.headers.length },
    source.headers.map((_, index) => {
      const dataField = valueFields.includes(index) ? 1 : undefined;
      const common = { compact: 0, outline: 0, showAll: 0 };
      if (index === rowField) return axisField('axisRow', rowItems.length, { dataField, ...common });
      if (index === columnField) return axisField('axisCol', columnItems.length, { dataField, ...common });
      return xmlElement('pivotField', { dataField, ...common });
    }),
  );
}

function axisField(axis: string, count: number, rest: Readonly<Record<string, number | undefined>>): string {
  const entries = Array.from({ length: count }, (_, x) => xmlElement('item', { x }));
  const list = xmlElement('items', { count: count + 1 }, [...entries, xmlElement('item', { t: 'default' })]);
  return xmlElement('pivotField', { axis, ...rest }, [list]);
}

/** The lines of an axis: one for each item, then the grand total. The first of each kind leaves its index out. */
function itemList(name: 'rowItems' | 'colItems', count: number, grand: boolean): string {
  const lines = Array.from({ length: count }, (_, v) =>
    xmlElement('i', {}, [xmlElement('x', { v: v === 0 ? undefined : v })]),
  );
  if (grand) lines.push(xmlElement('i', { t: 'grand' }, [xmlElement('x', {})]));
  return xmlElement(name, { count: lines.length }, lines);
}

function itemColumns(field: number, count: number): readonly string[] {
  return [
    xmlElement('colFields', { count: 1 }, [xmlElement('field', { x: field })]),
    itemList('colItems', count, true),
  ];
}

/** Several values stand side by side under the pseudo field −2; a single one has a column of no items. */
function valueColumns({ pivot }: PivotLayout): readonly string[] {
  if (pivot.values.length === 1) return [xmlElement('colItems', { count: 1 }, [xmlElement('i', {})])];
  const columns = pivot.values.map((_, index) =>
    xmlElement('i', { i: index === 0 ? undefined : index }, [
      xmlElement('x', { v: index === 0 ? undefined : index }),
    ]),
  );
  return [
    xmlElement('colFields', { count: 1 }, [xmlElement('field', { x: -2 })]),
    xmlElement('colItems', { count: columns.length }, columns),
  ];
}

function dataFields({ pivot, valueFields, source }: PivotLayout): string {
  return xmlElement(
    'dataFields',
    { count: pivot.values.length },
    pivot.values.map(({ caption, summarize }, index) =>
      xmlElement('dataField', {
        // Excel refuses a value named like a column; a trailing space tells them apart.
        name: source.headers.includes(caption) ? `${caption} ` : caption,
        fld: valueFields[index],
        subtotal: summarize === 'count' ? 'count' : undefined,
        baseField: 0,
        baseItem: 0,
      }),
    ),
  );
}

/** The pivotCacheDefinition part: no records are kept, Excel reads the table again when the file is opened. */
export function pivotCachePart(layout: PivotLayout): string {
  const { source, pivot, rowField, columnField } = layout;
  const cacheFields = source.headers.map((name, index) => {
    const items =
      index === rowField ? layout.rowItems : index === columnField ? layout.columnItems : undefined;
    const values = items ?? [...new Set(source.rows.map((row) => row[index] ?? null))];
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
