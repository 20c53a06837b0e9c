import { checkReturns, type CheckedFile } from '../app/inbox/check-returns';
import { createWorkbookFiles } from '../hosts/file/workbook-files';
import type { Ledger } from '../ledger/ledger';
import { checkThreads } from './check-threads';
import type { InputFile } from './files';
import { pacedProgress, type CommandContext } from './io';

/** Checks returned files, in threads where there are many. */
export async function checkFiles(
  context: CommandContext,
  ledger: Ledger,
  returned: readonly InputFile[],
): Promise<readonly CheckedFile[]> {
  const pool = checkThreads(ledger, returned.length, context.io.script);
  try {
    return await checkReturns(ledger, returned, createWorkbookFiles(), pacedProgress(context), pool);
  } finally {
    pool?.close();
  }
}

/** For each check the file it came from: an archive answers with several, all named after it. */
export function inputsOf(
  checked: readonly CheckedFile[],
  returned: readonly InputFile[],
): readonly (InputFile | undefined)[] {
  let at = -1;
  return checked.map(({ file, source }) => {
    const goesOn = file !== source && returned[at]?.name === source;
    if (!goesOn) at = returned.findIndex(({ name }, index) => index > at && name === source);
    return returned[at];
  });
}
