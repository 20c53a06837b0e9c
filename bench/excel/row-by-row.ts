import type { SheetBlueprint, WorkbookBlueprint } from '../../src/base/blueprint';
import { contentValue } from '../../src/base/content-value';

/** What a plain loop does: each tab row by row, one request a row, nothing but the values and formulas. */
export async function writeRowByRow({ sheets }: WorkbookBlueprint): Promise<void> {
  await Excel.run(async (context) => {
    for (const sheet of sheets) context.workbook.worksheets.add(sheet.name);
    await context.sync();
    await sheets.reduce((before, sheet) => before.then(() => writeRows(context, sheet)), Promise.resolve());
  });
}

function writeRows(context: Excel.RequestContext, { name, cells }: SheetBlueprint): Promise<void> {
  return cells.reduce(
    (before, contents, row) =>
      before.then(() => {
        const entries = contents.map((content) =>
          typeof content === 'object' && content !== null && 'formula' in content
            ? `=${content.formula}`
            : (contentValue(content) ?? ''),
        );
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.getRangeByIndexes(row, 0, 1, entries.length).formulas = [entries];
        return context.sync();
      }),
    Promise.resolve(),
  );
}
