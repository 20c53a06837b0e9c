import type { PivotBlueprint, SheetBlueprint, WorkbookBlueprint } from '../../../../src/base/blueprint';
import { must } from '../../../../src/base/invariant';
import { FileWorkbookHost } from '../../../../src/hosts/file/file-host';
import { XmlElement } from '../../../../src/hosts/file/patching/xml/xml-element';
import { ledgerAssignments } from '../../../../src/ledger/ledger';
import { ledgerWorkbook } from '../../../../src/sheets/ledger-workbook';
import { TAB } from '../../../../src/sheets/words';
import { threePeriods } from '../../../ledger/three-periods';
import { openXmlErrors } from '../../../support/open-xml';
import { unzipped, zipped, type Parts } from '../../../support/unzipped';
import { foreignWorkbook, OWN_SHEET } from '../foreign-workbook';
import { changedTab, differenceOf, played } from '../patching/differences';

jest.setTimeout(120_000);

/** What a package says of a slicer, put together from all parts that name it. */
interface Slicer {
  readonly name: string;
  readonly field: string;
  readonly pivots: readonly string[];
  /** Texts of the buttons that are pressed, out of the pivot cache. */
  readonly pressed: readonly string[];
  readonly buttons: number;
  /** How often its cache has a name in the workbook, and how often it is drawn. */
  readonly named: { readonly names: number; readonly drawn: number };
}

function partsLike(parts: Parts, pattern: RegExp): readonly XmlElement[] {
  return Object.entries(parts)
    .filter(([name]) => pattern.test(name))
    .map(([name, xml]) => XmlElement.parse(name, xml));
}

function attributes(elements: readonly XmlElement[], name: string): readonly string[] {
  return elements.map((one) => one.attribute(name) ?? '');
}

function slicersIn(bytes: Uint8Array): readonly Slicer[] {
  const parts = unzipped(bytes);
  const caches = partsLike(parts, /^xl\/slicerCaches\//u);
  const listed = partsLike(parts, /^xl\/slicers\//u).flatMap((part) => part.elements('slicer'));
  const drawings = partsLike(parts, /^xl\/drawings\/drawing/u)
    .map(String)
    .join('');
  const pivotCaches = partsLike(parts, /^xl\/pivotCache\/pivotCacheDefinition/u);
  const workbook = XmlElement.parse('', must(parts['xl/workbook.xml'], 'workbook'));
  const names = workbook.first('definedNames')?.elements() ?? [];
  return listed.map((slicer) => {
    const name = must(slicer.attribute('name'), 'name');
    const cache = must(
      caches.find((one) => one.attribute('name') === slicer.attribute('cache')),
      'the cache of a slicer',
    );
    const tabular = must(cache.first('data')?.first('tabular'), 'items of a slicer');
    const number = must(tabular.attribute('pivotCacheId'), 'number of a pivot cache');
    const pivotCache = must(
      pivotCaches.find((one) => String(one).includes(`pivotCacheId="${number}"`)),
      'the pivot cache of a slicer',
    );
    const field = cache.attribute('sourceName') ?? '';
    const fields = must(pivotCache.first('cacheFields'), 'fields').elements('cacheField');
    const shared = must(
      fields.find((one) => one.attribute('name') === field)?.first('sharedItems'),
      'items of a field',
    );
    const items = must(tabular.first('items'), 'items').elements('i');
    expect(items).toHaveLength(shared.elements().length);
    const values = attributes(shared.elements(), 'v');
    return {
      name,
      field,
      pivots: attributes(must(cache.first('pivotTables'), 'pivots').elements(), 'name'),
      pressed: items
        .filter((item) => item.attribute('s') === '1')
        .map((item) => must(values[Number(item.attribute('x'))], 'item')),
      buttons: items.length,
      named: {
        names: names.filter((one) => one.attribute('name') === cache.attribute('name') && one.text === '#N/A')
          .length,
        drawn: drawings.split(`/slicer" name="${name}"`).length - 1,
      },
    };
  });
}

const book = ledgerWorkbook(threePeriods());

function sheetOf({ sheets }: WorkbookBlueprint): SheetBlueprint {
  return must(
    sheets.find(({ name }) => name === TAB.pivot),
    TAB.pivot,
  );
}

async function written(blueprint: WorkbookBlueprint, into?: Uint8Array): Promise<Uint8Array> {
  const host = into === undefined ? FileWorkbookHost.create() : await FileWorkbookHost.open(into, 'L.xlsx');
  await host.write(blueprint);
  return host.toBytes();
}

const OURS = ['单位透视_单位', '单位透视_期别', '单位透视_报送期'];
const ALL = ['UnitStatusPivot', 'UnitMeasurePivot', 'SectionStatusPivot', 'UnitPeriodPivot'];

test('units, ages and periods have buttons, which filter every PivotTable that shows the same of them', async () => {
  const bytes = await written(book);
  const units = new Set(ledgerAssignments(threePeriods()).map(({ unit }) => unit)).size;
  const once = { names: 1, drawn: 1 };
  expect(slicersIn(bytes)).toEqual([
    expect.objectContaining({ name: '单位透视_单位', field: '单位', pivots: ALL, named: once }),
    {
      name: '单位透视_期别',
      field: '期别',
      pivots: ALL.slice(0, 3),
      pressed: ['本期'],
      buttons: 2,
      named: once,
    },
    expect.objectContaining({
      name: '单位透视_报送期',
      field: '报送期',
      pivots: ALL,
      buttons: 3,
      named: once,
    }),
  ]);
  const [unit, , period] = slicersIn(bytes);
  expect(unit?.pressed).toHaveLength(unit?.buttons ?? -1);
  expect(unit?.buttons).toBe(units);
  expect([...(period?.pressed ?? [])].sort()).toEqual(['2017Q3', '2017Q4', '2018Q1']);
  expect(await openXmlErrors(bytes)).toEqual([]);
});

test('they lie where no PivotTable of theirs reaches, however many states and periods there are', () => {
  const { pivots, merges } = sheetOf(book);
  const titles = Math.max(...merges.map(({ bottom }) => bottom));
  const [first] = pivots;
  const { slicers = [], anchor, filters } = must(first, 'first pivot');
  expect(slicers).toHaveLength(3);
  const filterColumns = anchor.column + 1;
  const next = Math.min(...pivots.slice(1).map((pivot) => pivot.anchor.column));
  for (const { place } of slicers) {
    expect(filters.length).toBeGreaterThan(0);
    expect(place.top).toBeGreaterThan(titles);
    expect(place.bottom).toBeLessThan(anchor.row);
    expect(place.left).toBeGreaterThan(filterColumns);
    expect(place.right).toBeLessThan(next);
  }
  const places = slicers.map(({ place }) => place);
  expect(places.every(({ left }, at) => at === 0 || left > must(places[at - 1], 'place').right)).toBe(true);
});

/** A change of 单位透视 that takes PivotTables out and puts others in. */
async function changed(
  bytes: Uint8Array,
  pivots: { readonly removed: readonly PivotBlueprint[]; readonly added: readonly PivotBlueprint[] },
): Promise<Uint8Array> {
  return played(bytes, differenceOf([changedTab(TAB.pivot, { pivots })]));
}

test('a PivotTable that goes is not named by a slicer any more; one that filters nothing goes with the last', async () => {
  const bytes = await written(book);
  const { pivots } = sheetOf(book);
  const period = pivots.filter(({ name }) => name === 'UnitPeriodPivot');
  const fewer = await changed(bytes, { removed: period, added: [] });
  expect(slicersIn(fewer).map((slicer) => slicer.pivots)).toEqual(Array(3).fill(ALL.slice(0, 3)));
  expect(await openXmlErrors(fewer)).toEqual([]);
  const none = await changed(bytes, { removed: pivots, added: [] });
  expect(slicersIn(none)).toEqual([]);
  const rest = Object.entries(unzipped(none)).filter(
    ([name, xml]) => name !== 'xl/styles.xml' && /slicer|切片器/iu.test(xml),
  );
  expect(rest.map(([name]) => name)).toEqual([]);
  expect(await openXmlErrors(none)).toEqual([]);
  const again = await changed(none, { removed: [], added: pivots });
  expect(slicersIn(again).map(({ name }) => name)).toEqual(OURS);
  expect(await openXmlErrors(again)).toEqual([]);
});

test('a slicer of a PivotTable that only a chart shows, on no sheet, stays', async () => {
  const parts = unzipped(await written(book));
  const name = 'xl/slicerCaches/slicerCache1.xml';
  const onNoSheet = must(parts[name], name).replaceAll(/tabId="\d+"/gu, 'tabId="4294967295"');
  const { pivots } = sheetOf(book);
  const period = pivots.filter((pivot) => pivot.name === 'UnitPeriodPivot');
  const after = unzipped(
    await changed(zipped({ ...parts, [name]: onNoSheet }), { removed: period, added: [] }),
  );
  expect(after[name]).toBe(onNoSheet);
});

test('figures that are new leave the slicers byte for byte', async () => {
  const bytes = await written(book);
  const { pivots } = sheetOf(book);
  const before = unzipped(bytes);
  const after = unzipped(await changed(bytes, { removed: pivots, added: pivots }));
  const names = Object.keys(before).filter((name) => /slicer|drawing/u.test(name));
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) expect([name, after[name]]).toEqual([name, before[name]]);
});

test('a tab that is gone comes back with its slicers, though the file still names the old ones', async () => {
  const parts = unzipped(await written(book));
  const workbook = must(parts['xl/workbook.xml'], 'workbook');
  const without = workbook.replace(/<sheet name="单位透视"[^>]*\/>/u, '');
  expect(without).not.toBe(workbook);
  const gone = zipped({ ...parts, 'xl/workbook.xml': without });
  const difference = { ...differenceOf([]), tabs: [{ kind: 'draw' as const, sheet: sheetOf(book) }] };
  const again = await played(gone, difference);
  expect(slicersIn(again).map(({ name, pivots }) => [name, pivots.length])).toEqual([
    ['单位透视_单位', 4],
    ['单位透视_期别', 3],
    ['单位透视_报送期', 4],
  ]);
});

test('in a workbook of the clerk’s they stand beside slicers of the clerk’s own, which stay', async () => {
  const own = book.sheets.filter(({ name }) => name === TAB.pivot || name === TAB.pivotSource);
  const clerks = await written({
    ...book,
    names: [],
    sheets: own.map((sheet) => ({ ...sheet, name: `我的${sheet.name}` })),
  });
  const both = await written(book, clerks);
  const found = slicersIn(both);
  expect(found.map(({ name }) => name).toSorted()).toEqual(
    OURS.flatMap((name) => [name, `${name} 1`]).toSorted(),
  );
  expect(found.every(({ named }) => named.names === 1 && named.drawn === 1)).toBe(true);
  expect(await openXmlErrors(both)).toEqual([]);
});

test('old tabs of ours in a workbook of the clerk’s take their slicers with them', async () => {
  const before = await written(book, await foreignWorkbook());
  const after = await written(book, before);
  expect(slicersIn(after).map(({ name }) => name)).toEqual(OURS);
  expect(Object.keys(unzipped(after)).filter((name) => name.startsWith('xl/slicerCaches/'))).toHaveLength(3);
  expect(unzipped(after)['xl/workbook.xml']).toContain(OWN_SHEET);
  expect(await openXmlErrors(after)).toEqual([]);
});
