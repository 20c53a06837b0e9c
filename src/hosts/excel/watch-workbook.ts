import { inExcelOnItsOwn } from './run';

/** Cells were changed, sheets came or went, another sheet came to the front. */
export type WorkbookChange = 'cells' | 'sheets' | 'front';

/**
 * Tells of what happens in the workbook until the returned function is called. What the product itself writes is told
 * of too where Excel does not say who did it (before ExcelApi 1.14).
 * @throws ExcelHostError
 */
export async function watchWorkbook(
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const tell = (change: WorkbookChange) => (event: object) => {
    const isOurs = 'triggerSource' in event && event.triggerSource === 'ThisLocalAddin';
    if (!isOurs) listener(change);
    return Promise.resolve();
  };
  const handlers = await inExcelOnItsOwn(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(tell('cells')),
      worksheets.onAdded.add(tell('sheets')),
      worksheets.onDeleted.add(tell('sheets')),
      worksheets.onActivated.add(tell('front')),
    ] as const;
    await context.sync();
    return added;
  });
  return async () => {
    for (const handler of handlers) handler.remove();
    await handlers[0].context.sync();
  };
}
