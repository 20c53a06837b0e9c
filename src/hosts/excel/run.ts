import { rememberRefused } from './diagnosis';
import { asExcelHostError } from './excel-errors';

/**
 * One conversation with Excel. Waits until the user has finished editing a cell; lets go of its ranges at the end.
 * @throws ExcelHostError
 */
export async function inExcel<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    const known = asExcelHostError(error);
    rememberRefused(known);
    throw known;
  }
}
