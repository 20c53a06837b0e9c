import { buildClassTable } from './bindings/class-table';
import { bootExcel } from './boot';
import { Events } from './protocol/events';
import { Reflection } from './protocol/reflection';

/** Members the library sends by names of their own, found in its source. */
const sentOtherwise = new Set([
  'Worksheet.Gridlines',
  'Worksheet.Headings',
  'Workbook.CreateAndOpenWorkbook',
  'PageBreakCollection.GetItemAt',
]);

test('every class and member this host models exists in the genuine library under that name', () => {
  const booted = bootExcel({ excelApi: '1.18' });
  booted.uninstall();
  const reflection = new Reflection(booted.Excel);
  const table = buildClassTable(new Events(() => undefined), () => undefined);
  const unknown: string[] = [];
  for (const [type, model] of Object.entries(table)) {
    const shape = reflection.shapeOf(type);
    if (!shape) unknown.push(type);
    const scalars = new Set(shape?.scalars.values());
    const navigation = new Set(shape?.navigation.values());
    for (const name of Object.keys(model.read ?? {})) if (!scalars.has(name)) unknown.push(`${type}.${name}`);
    for (const name of Object.keys(model.write ?? {}))
      if (!shape?.writable.has(name)) unknown.push(`${type}.${name}`);
    for (const name of Object.keys(model.navigate ?? {}))
      if (!navigation.has(name)) unknown.push(`${type}.${name}`);
    for (const name of Object.keys(model.call ?? {})) {
      if (!reflection.hasMethod(type, name)) unknown.push(`${type}.${name}`);
    }
    for (const name of Object.keys(model.events ?? {})) {
      if (!reflection.hasMethod(type, `_Register${name}`)) unknown.push(`${type}._Register${name}`);
    }
  }
  expect(unknown.filter((name) => !sentOtherwise.has(name))).toEqual([]);
});
