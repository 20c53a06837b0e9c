import fc from 'fast-check';
import { must } from '../../../src/base/invariant';
import { assignmentRows } from '../../../src/ledger/figures/assignment-rows';
import { summarise } from '../../../src/ledger/figures/summary';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import { layOutPivot as layOut } from '../../../src/base/pivots/pivot-layout';
import { pivotSource, type PivotSource, type PivotValue } from '../../../src/base/pivots/pivot-source';
import { pivotCachePart, pivotTablePart } from '../../../src/hosts/file/writing/pivots/pivot-parts';
import type { CellContent, PivotBlueprint, SheetBlueprint } from '../../../src/base/blueprint';
import { randomLedger } from '../../ledger/random-ledger';
import { threePeriods } from '../../ledger/three-periods';
import { hasLibreOffice, LIBRE_OFFICE_TIMEOUT, recalculateWithLibreOffice } from '../../support/libre-office';
import { openXmlErrors } from '../../support/open-xml';
import { hasOpenpyxl, runOpenpyxl } from '../../support/openpyxl';
import { plainSheet, plainWorkbook, range } from '../../support/sheet-blueprint';
import { unzipped, zipped } from '../../support/unzipped';
import { withPart } from '../../guest/package-edits';
import { date, richWorkbook } from './rich-workbook';

const files = createWorkbookFiles();
const byPinyin = new Intl.Collator('zh-Hans-CN', { numeric: true }).compare;

function layOutPivot(...[pivot, source]: [PivotBlueprint, PivotSource]) {
  return layOut(pivot, source, byPinyin);
}

function entries(rows: readonly (readonly CellContent[])[]): SheetBlueprint {
  return plainSheet('填报明细', {
    cells: [['单位', '状态', '计数', '备注'], ...rows],
    tables: [
      { name: '填报', range: range(1, 1, rows.length + 1, 4), style: 'TableStyleMedium2', banded: false },
    ],
  });
}

const PIVOT: PivotBlueprint = {
  name: '透视',
  sourceTable: '填报',
  filters: [],
  rowTotals: true,
  rows: ['单位'],
  columns: ['状态'],
  values: [{ field: '计数', caption: '填报数', summarize: 'sum', numberFormat: '0' }],
  anchor: { row: 3, column: 2 },
};

const ROWS: readonly (readonly CellContent[])[] = [
  ['市编办', '已完成', 1, 'a'],
  ['市财政局', '推进中', { formula: 'IF(TRUE,1,0)', result: 1 }, null],
  ['市编办', '推进中', 1, ''],
  ['市编办', '已完成', 0, 'b'],
  ['市财政局', '已完成', null, 'c'],
];

function grid(pivot: Partial<PivotBlueprint>, rows = ROWS): readonly (readonly CellContent[])[] {
  const source = pivotSource([entries(rows)], '填报');
  return layOutPivot({ ...PIVOT, ...pivot }, source).grid;
}

describe('the cells are those Excel fills in on a refresh', () => {
  test('rows × columns, with totals; items by pinyin', () => {
    expect(grid({})).toEqual([
      ['填报数', '状态', null, null],
      ['单位', '推进中', '已完成', '总计'],
      ['市编办', 1, 1, 2],
      ['市财政局', 1, 0, 1],
      ['总计', 2, 1, 3],
    ]);
  });

  test('a pair that never occurs is blank, not zero', () => {
    expect(grid({}, ROWS.slice(0, 2)).slice(2)).toEqual([
      ['市编办', null, 1, 1],
      ['市财政局', 1, null, 1],
      ['总计', 1, 1, 2],
    ]);
  });

  test('rows alone', () => {
    expect(grid({ columns: [] })).toEqual([
      ['单位', '填报数'],
      ['市编办', 2],
      ['市财政局', 1],
      ['总计', 3],
    ]);
  });

  test('several values side by side; counting leaves blanks out', () => {
    const values = [
      { field: '计数', caption: '合计', summarize: 'sum', numberFormat: '0' },
      { field: '备注', caption: '有备注', summarize: 'count', numberFormat: '0' },
    ] as const;
    expect(grid({ columns: [], values })).toEqual([
      ['单位', '合计', '有备注'],
      ['市编办', 2, 2],
      ['市财政局', 1, 1],
      ['总计', 3, 3],
    ]);
  });

  test('numbers before texts, blanks last and named', () => {
    const rows = [
      [null, 'x', 1, ''],
      ['乙', 'x', 1, ''],
      [10, 'x', 1, ''],
      [9, 'x', 1, ''],
      [true, 'x', 1, ''],
    ] as const;
    expect(grid({ columns: [] }, rows).map(([item]) => item)).toEqual([
      '单位',
      9,
      10,
      '乙',
      true,
      '(空白)',
      '总计',
    ]);
  });

  test('dates and links count as what they show', () => {
    const rows = [[{ date: date('2017-06-30') }, { text: '去', sheet: 'a', cell: 'A1' }, 1, '']] as const;
    expect(grid({}, rows)).toEqual([
      ['填报数', '状态', null],
      ['单位', '去', '总计'],
      [42_916, 1, 1],
      ['总计', 1, 1],
    ]);
  });

  test('the totals of rows, of columns and of all agree', () => {
    const unit = fc.constantFrom('市编办', '市财政局', '市发改委', null);
    const status = fc.constantFrom('已完成', '推进中', null);
    const row = fc.tuple(unit, status, fc.integer({ min: -5, max: 5 }), fc.constant('x'));
    const number = (content: CellContent | undefined): number => (typeof content === 'number' ? content : 0);
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const [, , ...body] = grid({}, rows);
        const totals = body.at(-1) ?? [];
        const all = sum(rows.map(([, , count]) => count));
        expect(number(totals.at(-1))).toBe(all);
        expect(sum(body.slice(0, -1).map((line) => number(line.at(-1))))).toBe(all);
        expect(sum(totals.slice(1, -1).map(number))).toBe(all);
      }),
    );
  });
});

describe('what cannot be laid out is refused', () => {
  test.each<[what: string, pivot: Partial<PivotBlueprint>]>([
    ['no row field', { rows: [] }],
    ['two column fields', { columns: ['状态', '备注'] }],
    ['no value', { values: [] }],
    ['a field the table lacks', { rows: ['科室'] }],
  ])('%s', (_, pivot) => {
    expect(() => grid(pivot)).toThrow(RangeError);
  });

  test('a table the workbook lacks', () => {
    expect(() => pivotSource([entries(ROWS)], '别的')).toThrow('No table named 别的');
  });
});

describe('the parts', () => {
  const layout = (pivot: Partial<PivotBlueprint> = {}, rows = ROWS) =>
    layOutPivot({ ...PIVOT, ...pivot }, pivotSource([entries(rows)], '填报'));

  test('the place is that of the cells', () => {
    expect(pivotTablePart(layout(), '10')).toContain(
      '<location ref="B3:E7" firstHeaderRow="1" firstDataRow="2" firstDataCol="1"/>',
    );
    expect(pivotTablePart(layout({ columns: [] }), '10')).toContain(
      '<location ref="B3:C6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>',
    );
  });

  test('every item has its line, the total too', () => {
    const xml = pivotTablePart(layout(), '10');
    expect(xml).toContain('<rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems>');
    expect(xml).toContain('<items count="3"><item x="0"/><item x="1"/><item t="default"/></items>');
    expect(xml).toContain('<dataField name="填报数" fld="2" baseField="0" baseItem="0" numFmtId="1"/>');
  });

  test('several values are columns of the pseudo field', () => {
    const values = [
      { field: '计数', caption: '合计', summarize: 'sum', numberFormat: '0' },
      { field: '备注', caption: '备注', summarize: 'count', numberFormat: '0' },
    ] as const;
    const xml = pivotTablePart(layout({ columns: [], values }), '10');
    expect(xml).toContain('firstHeaderRow="0" firstDataRow="1"');
    expect(xml).toContain(
      '<colFields count="1"><field x="-2"/></colFields><colItems count="2"><i><x/></i><i i="1"><x v="1"/></i></colItems>',
    );
    // A value called like a column would make Excel call the file damaged.
    expect(xml).toContain('<dataField name="备注 " fld="3" subtotal="count"');
  });

  test('the cache reads the table again when the file is opened, and keeps no records', () => {
    const xml = pivotCachePart([layout()]);
    expect(xml).toContain('saveData="0" refreshOnLoad="1"');
    expect(xml).toContain('<worksheetSource name="填报"/>');
    expect(xml).toContain('<sharedItems count="2"><s v="市编办"/><s v="市财政局"/></sharedItems>');
  });

  test.each<[what: string, column: readonly PivotValue[], kinds: string]>([
    ['texts', ['a', 'b'], '<sharedItems/>'],
    ['texts and blanks', ['a', null], '<sharedItems containsBlank="1"/>'],
    [
      'whole numbers',
      [1, 3],
      '<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="3"/>',
    ],
    [
      'numbers and blanks',
      [1.5, null],
      '<sharedItems containsString="0" containsBlank="1" containsNumber="1" minValue="1.5" maxValue="1.5"/>',
    ],
    [
      'numbers and texts',
      [1, 'a'],
      '<sharedItems containsMixedTypes="1" containsNumber="1" containsInteger="1" minValue="1" maxValue="1"/>',
    ],
    ['long texts', ['长'.repeat(256)], '<sharedItems longText="1"/>'],
  ])('a column of %s says so', (_, column, kinds) => {
    const rows = column.map((value) => ['市编办', '已完成', 1, value]);
    expect(pivotCachePart([layout({}, rows)])).toContain(`<cacheField name="备注" numFmtId="0">${kinds}`);
  });

  test('items of every kind are written', () => {
    const rows = [
      [null, 'a', 1, ''],
      [7, 'a', 1, ''],
      [true, 'a', 1, ''],
      ['<', 'a', 1, ''],
    ] as const;
    expect(pivotCachePart([layout({}, rows)])).toContain('<m/><n v="7"/><b v="1"/><s v="&lt;"/>');
  });
});

describe('filters, folds, shares and orders', () => {
  const share = {
    field: '计数',
    caption: '占比',
    summarize: 'sum',
    numberFormat: '0%',
    shareOfRow: true,
  } as const;

  test('only the rows of what is chosen count; an item that is not there chooses nothing', () => {
    expect(grid({ filters: [{ field: '状态', item: '推进中' }], columns: [] })).toEqual([
      ['单位', '填报数'],
      ['市编办', 1],
      ['市财政局', 1],
      ['总计', 2],
    ]);
    expect(grid({ filters: [{ field: '状态', item: '别的' }] })).toEqual(grid({}));
  });

  test('several values stand side by side under each item, a share is one of its row, totals may be left out', () => {
    const values = [...PIVOT.values, share];
    expect(grid({ values })).toEqual([
      [null, '状态', null, null, null, null, null],
      [null, '推进中', null, '已完成', null, '总计 填报数', '总计 占比'],
      ['单位', '填报数', '占比', '填报数', '占比', null, null],
      ['市编办', 1, 0.5, 1, 0.5, 2, 1],
      ['市财政局', 1, 1, 0, 0, 1, 1],
      ['总计', 2, 2 / 3, 1, 1 / 3, 3, 1],
    ]);
    expect(grid({ values, rowTotals: false }).map((line) => line.length)).toEqual([5, 5, 5, 5, 5, 5]);
  });

  test('of several row fields the first has lines, sorted by a value, the largest first', () => {
    const values = [
      ...PIVOT.values,
      { field: '计数', caption: '平均', summarize: 'average', numberFormat: '0' },
    ] as const;
    const rows = [...ROWS, ['市财政局', '推进中', 4, 'd']] as const;
    expect(grid({ rows: ['单位', '状态'], columns: [], values, sortBy: '填报数' }, rows)).toEqual([
      ['行标签', '填报数', '平均'],
      ['市财政局', 5, 2.5],
      ['市编办', 2, 2 / 3],
      ['总计', 7, 1.4],
    ]);
  });
});

/** What Excel is known to repair a workbook for, or to refuse it. */
function faultsOf(table: string, cache: string): readonly string[] {
  const count = (xml: string, tag: string) => xml.split(new RegExp(`<${tag}[ >/]`)).length - 1;
  const fields = cache.split('<cacheField ').slice(1);
  const names = fields.map((field) => /^name="([^"]*)"/.exec(field)?.[1] ?? '');
  const items = fields.map((field) => count(field, '[nsbm]'));
  const pivotFields = table.slice(table.indexOf('<pivotFields'), table.indexOf('</pivotFields>'));
  const each = pivotFields.split('<pivotField ').slice(1);
  const captions = [...table.matchAll(/<dataField name="([^"]*)"/g)].map(([, name = '']) => name);
  const lists = [...`${table}${cache}`.matchAll(/<(\w+) count="(\d+)"[^>]*>(.*?)<\/\1>/gs)];
  return [
    ...(each.length === fields.length ? [] : ['a field of the cache without one of the table']),
    ...each.flatMap((field, at) => {
      const places = [...field.matchAll(/<item (?:sd="0" )?x="(\d+)"/g)].map(([, x]) => Number(x));
      const isWhole = places.length === 0 || new Set(places).size === items[at];
      return isWhole && places.every((x) => x < (items[at] ?? 0)) ? [] : [`items of ${names[at] ?? ''}`];
    }),
    ...[...table.matchAll(/<pageField fld="(\d+)" item="(\d+)"/g)].flatMap(([, field, item]) =>
      Number(item) < (items[Number(field)] ?? 0) ? [] : [`a choice that is not there`],
    ),
    ...captions.filter((caption) => names.includes(caption)),
    ...(new Set(captions).size === captions.length ? [] : ['two values of one name']),
    ...lists.flatMap(([, tag = '', said = '', inside = '']) => {
      const child: Readonly<Record<string, string>> = {
        rowItems: 'i',
        colItems: 'i',
        items: 'item',
        pageFields: 'pageField',
        dataFields: 'dataField',
        rowFields: 'field',
        colFields: 'field',
        cacheFields: 'cacheField',
        sharedItems: '[nsbm]',
      };
      const of = child[tag];
      return of === undefined || count(inside, of) === Number(said) ? [] : [`${tag} says ${said}`];
    }),
  ];
}

describe('单位透视', () => {
  /** Each pivot of a ledger, as lines by their first cell: the figures under their headings. */
  function pivotsOf(ledger: Parameters<typeof ledgerWorkbook>[0]) {
    const drawn = ledgerWorkbook(ledger).sheets;
    return drawn
      .flatMap(({ pivots }) => pivots)
      .map((pivot) => layOutPivot(pivot, pivotSource(drawn, pivot.sourceTable)));
  }

  function lines({ grid: all, headLines }: ReturnType<typeof layOutPivot>) {
    return new Map(all.slice(headLines).map(([name, ...figures]) => [name, figures]));
  }

  test('whatever is in the ledger, its figures are those of 汇总, unit by unit and in all', () => {
    fc.assert(
      fc.property(randomLedger, (ledger) => {
        const [byStatus, byMeasure, bySection] = pivotsOf(ledger).map(lines);
        const [status] = pivotsOf(ledger);
        const heads = status?.grid[1]?.slice(1) ?? [];
        const figure = (name: string, head: string) => {
          const found = byStatus?.get(name)?.[heads.indexOf(head)];
          return typeof found === 'number' ? found : 0;
        };
        const { units } = summarise(ledger);
        for (const {
          unit,
          measures,
          done,
          inProgress,
          notStarted,
          ongoing,
          notReported,
          overdue,
          dueSoon,
        } of units) {
          expect([
            unit,
            ...['总计', '已完成', '推进中', '未启动', '长期坚持', '未填报'].map((head) => figure(unit, head)),
          ]).toEqual([unit, measures, done, inProgress, notStarted, ongoing, notReported]);
          const [owed, isDone, late, soon, , rate] = byMeasure?.get(unit) ?? [];
          expect([unit, owed, isDone, late, soon]).toEqual([unit, measures, done, overdue, dueSoon]);
          if (measures === ongoing) expect(rate).toBeNull();
          else expect(rate).toBeCloseTo(done / (measures - ongoing), 12);
        }
        const all = units.reduce((sum, { measures }) => sum + measures, 0);
        expect(figure('总计', '总计')).toBe(all);
        expect(byMeasure?.get('总计')?.[0]).toBe(all);
        expect(bySection?.get('总计')?.slice(-2)).toEqual([all, 1]);
      }),
      { numRuns: 25 },
    );
  });

  test('period by period it has what was done by then, and the average of what was reported', () => {
    const ledger = threePeriods();
    const layout = pivotsOf(ledger)[3];
    if (layout === undefined) throw new Error('four pivots');
    const rows = assignmentRows(ledger);
    const periods = [...new Set(rows.map(({ period }) => period))].sort();
    expect(layout.grid[1]?.filter((cell) => cell !== null)).toEqual(periods);
    for (const [unit, figures] of lines(layout)) {
      const expected = periods.flatMap((period) => {
        const own = rows.filter((row) => row.period === period && (unit === '总计' || row.unit === unit));
        const percents = own.flatMap(({ percent }) => (percent === null ? [] : [percent]));
        const sum = percents.reduce((one, other) => one + other, 0);
        return [
          own.reduce((all, { counts }) => all + counts.done, 0),
          percents.length === 0 ? null : sum / percents.length,
        ];
      });
      expect([unit, ...figures]).toEqual([unit, ...expected]);
    }
  });

  test('sections stand in the plan’s order, units by how much is overdue', () => {
    const [, byMeasure, bySection] = pivotsOf(threePeriods());
    expect([...lines(must(bySection, 'pivot')).keys()]).toEqual([
      '1.依法全面履行政府职能',
      '2.落实工作责任',
      '总计',
    ]);
    const overdue = [...lines(must(byMeasure, 'pivot')).values()]
      .slice(0, -1)
      .map(([, , late]) => Number(late));
    expect(overdue).toEqual(overdue.toSorted((one, other) => other - one));
    expect(new Set(overdue).size).toBeGreaterThan(1);
  });

  test('nothing in its parts is what Excel repairs a workbook for', () => {
    const [first, ...others] = pivotsOf(threePeriods());
    const cache = pivotCachePart([must(first, 'pivot'), ...others]);
    for (const layout of [must(first, 'pivot'), ...others])
      expect([layout.pivot.name, ...faultsOf(pivotTablePart(layout, '10'), cache)]).toEqual([
        layout.pivot.name,
      ]);
    const table = pivotTablePart(must(first, 'pivot'), '10');
    expect(faultsOf(table.replace('<rowItems count="', '<rowItems count="1'), cache)).toHaveLength(1);
    expect(faultsOf(table.replace('<item x="1"/>', '<item x="0"/>'), cache)).toHaveLength(1);
    expect(faultsOf(table, cache.replace(/<cacheField name="单位".*?<\/cacheField>/, ''))).not.toEqual([]);
  });
});

describe('in the workbook', () => {
  test('figures stand in the cells, and the parts hang together', async () => {
    const bytes = await files.write(richWorkbook());
    const sheet = (await files.read(bytes, 'x')).sheets.find(({ name }) => name === '单位透视');
    expect(sheet?.rows.map(({ row, cells }) => [row, ...cells.map(({ value }) => value)])).toEqual([
      [1, '单位透视'],
      [3, '项数', '填报状态'],
      [4, '牵头单位', '推进中', '未启动', '已完成', '总计'],
      [5, '市编办', 3, 3, 2, 8],
      [6, '市财政局', 2, 2, 3, 7],
      [7, '市发改委', 2, 3, 2, 7],
      [8, '市政府法制办', 3, 2, 3, 8],
      [9, '总计', 10, 10, 10, 30],
    ]);
    const parts = unzipped(bytes);
    expect(parts['xl/workbook.xml']).toMatch(/<pivotCaches><pivotCache cacheId="10" r:id="rId\d+"\/>/);
    expect(parts['xl/pivotTables/pivotTable1.xml']).toContain('cacheId="10"');
    expect(Object.keys(parts).filter((name) => name.includes('Records'))).toEqual([]);
  });

  test('the PivotTables of one table share a cache, which lists what any of them needs', async () => {
    const parts = unzipped(await files.write(ledgerWorkbook(threePeriods())));
    const ofPivots = Object.keys(parts).filter((name) =>
      /^xl\/pivot(?:Tables|Cache)\/[^/]+\.xml$/.test(name),
    );
    expect(ofPivots.toSorted()).toEqual([
      'xl/pivotCache/pivotCacheDefinition1.xml',
      ...[1, 2, 3, 4].map((number) => `xl/pivotTables/pivotTable${number}.xml`),
    ]);
    expect(parts['xl/workbook.xml']).toMatch(/<pivotCaches><pivotCache [^>]*\/><\/pivotCaches>/);
    const cache = parts['xl/pivotCache/pivotCacheDefinition1.xml'] ?? '';
    for (const field of ['期别', '单位', '部分', '措施', '填报状态', '报送期', '核实状态'])
      expect(cache).toMatch(new RegExp(`<cacheField name="${field}"[^>]*><sharedItems count="`));
  });

  (hasOpenpyxl ? test : test.skip)('openpyxl keeps all of them, and the cache they share', async () => {
    const bytes = await files.write(ledgerWorkbook(threePeriods()));
    const parts = unzipped(await runOpenpyxl('openpyxl.load_workbook(path).save(path)', bytes));
    const named = (pattern: RegExp) => Object.keys(parts).filter((name) => pattern.test(name));
    expect(named(/pivotCacheDefinition\d+\.xml$/)).toEqual(['xl/pivotCache/pivotCacheDefinition1.xml']);
    const tables = named(/pivotTables\/_rels\//);
    expect(tables).toHaveLength(4);
    for (const table of tables) expect(parts[table]).toContain('/xl/pivotCache/pivotCacheDefinition1.xml');
    expect(parts['xl/workbook.xml']?.match(/<pivotCache /g)).toHaveLength(1);
  });

  (hasLibreOffice ? test : test.skip)(
    'LibreOffice, which reads the table anew when it opens the file, comes to the same figures',
    async () => {
      const drawn = ledgerWorkbook(threePeriods());
      const bytes = await files.write(drawn);
      const pivots = drawn.sheets.flatMap((sheet) => sheet.pivots);
      const extents = pivots.map((pivot) => layOutPivot(pivot, pivotSource(drawn.sheets, pivot.sourceTable)));
      /** By pivot and first cell the figures of a line, but for totals, which LibreOffice names and places otherwise. */
      const figures = async (of: Uint8Array) => {
        const { sheets } = await files.read(of, 'x');
        const rows = sheets.find(({ name }) => name === '单位透视')?.rows ?? [];
        return extents.flatMap(({ pivot, rows: [axis], figures: columns, grid: all, headLines }) => {
          const left = pivot.anchor.column;
          const items = new Set(all.slice(headLines, -1).map(([name]) => name));
          const shown = rows.flatMap(({ row, cells }) => {
            const at = (column: number) => cells.find((cell) => cell.column === column)?.value;
            const name = at(left);
            if (row < pivot.anchor.row || typeof name !== 'string' || !items.has(name)) return [];
            const values = columns.map((_, index) => {
              const value = at(left + 1 + index);
              return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : null;
            });
            return [[pivot.name, name, ...values]];
          });
          expect([pivot.name, shown.length]).toEqual([pivot.name, axis.items.length]);
          return shown.sort((one, other) => byPinyin(String(one[1]), String(other[1])));
        });
      };
      const spoilt = zipped(
        withPart(unzipped(bytes), '单位透视', (xml) =>
          xml.replaceAll(
            /(<c r="[A-Z]+(?:1[6-9])"(?![^>]* t="s")[^>]*><v>)[\d.]+(<\/v>)/g,
            (_, cell: string, end: string) => `${cell}99${end}`,
          ),
        ),
      );
      const before = await figures(bytes);
      expect(before.length).toBeGreaterThan(12);
      expect(await figures(spoilt)).not.toEqual(before);
      expect(await figures(await recalculateWithLibreOffice(spoilt))).toEqual(before);
    },
    LIBRE_OFFICE_TIMEOUT,
  );

  test('two pivots, of which one has several values, are valid', async () => {
    const second: PivotBlueprint = {
      ...PIVOT,
      name: '透视二',
      columns: [],
      values: [...PIVOT.values, { field: '备注', caption: '有备注', summarize: 'count', numberFormat: '0' }],
      anchor: { row: 20, column: 1 },
    };
    const sheet = plainSheet('透视', { pivots: [PIVOT, second] });
    expect(await openXmlErrors(await files.write(plainWorkbook([sheet, entries(ROWS)])))).toEqual([]);
  });
});
