import { rememberRefused } from './diagnosis';
import { asExcelHostError } from './excel-errors';

type Work<Result> = (context: Excel.RequestContext) => Promise<Result>;

/** Contexts in which nobody is talking to Excel. */
const idle: Excel.RequestContext[] = [];

/**
 * One conversation with Excel. Waits until the user has finished editing a cell. A range is known in the request that asks
 * for it and not in the next one.
 * @throws ExcelHostError
 */
export function inExcel<Result>(work: Work<Result>): Promise<Result> {
  return told(async () => {
    const context = takeIdle() ?? (await untracked());
    const result = await talk(context, work);
    idle.push(context);
    return result;
  });
}

/**
 * One whose context nobody else uses afterwards, so that what was got from it still works.
 * @throws ExcelHostError
 */
export function inExcelOnItsOwn<Result>(work: Work<Result>): Promise<Result> {
  return told(async () => talk(await untracked(), work));
}

async function told<Result>(conversation: () => Promise<Result>): Promise<Result> {
  try {
    return await conversation();
  } catch (error) {
    const known = asExcelHostError(error);
    rememberRefused(known);
    throw known;
  }
}

async function talk<Result>(context: Excel.RequestContext, work: Work<Result>): Promise<Result> {
  const result = await work(context);
  await context.sync();
  return result;
}

/** One of a library that has been loaded anew since is of no use. */
function takeIdle(): Excel.RequestContext | undefined {
  const context = idle.pop();
  return context === undefined || context instanceof Excel.RequestContext ? context : takeIdle();
}

/**
 * While `Excel.run` lasts the library tracks every range, for which it asks Excel twice, also where `untrack` lets go of it.
 * Its context goes on working afterwards, as it was begun, and tracks nothing. To begin one takes a round trip, so it is
 * used again.
 */
function untracked(): Promise<Excel.RequestContext> {
  return Excel.run({ delayForCellEdit: true }, (context) => Promise.resolve(context));
}
