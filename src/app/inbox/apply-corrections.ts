import type { Ledger } from '../../ledger/ledger';
import type { OfferedFinding, ReturnContext } from '../../returns/checked-return';
import { offeredCorrections } from '../../returns/findings/corrections';
import type { WorkbookFiles } from '../../base/workbook-port';
import { recheckFile, type CheckedFile } from './check-file';
import type { Progress, ReturnFile } from './check-returns';
import { withDuplicates } from './duplicates';
import { readInTurn } from './read-in-turn';
import { returnContext } from './return-context';

/** What stands at the moment: the files handed in, and what their check came to. */
export interface CheckedReturns {
  readonly returned: readonly ReturnFile[];
  readonly checked: readonly CheckedFile[];
}

/**
 * Checks one file again with these offered corrections (`offeredCorrections` of its check) made, and gives all the checks with
 * its new one in place. The file itself is never changed. `agreed` is the whole list for that file: fewer take the others back,
 * none gives the first check again. A file that is not there any more, or not the same any more, stays as it was checked.
 */
export async function applyCorrections(
  ledger: Ledger,
  { returned, checked }: CheckedReturns,
  file: CheckedFile,
  agreed: readonly OfferedFinding[],
  files: WorkbookFiles,
): Promise<readonly CheckedFile[]> {
  const again = await recheckHandedIn(file, returned, files, returnContext(ledger), agreed);
  if (again === undefined) return checked;
  return withDuplicates(
    checked.map((one) =>
      one.source === file.source && one.sha256 === file.sha256 ? { ...again, file: one.file } : one,
    ),
  );
}

/** 采用全部可采用的更正: every correction that is offered for any of the files, in the order of the files. */
export async function applyAllCorrections(
  ledger: Ledger,
  { returned, checked }: CheckedReturns,
  files: WorkbookFiles,
  progress: Progress = () => undefined,
): Promise<readonly CheckedFile[]> {
  const context = returnContext(ledger);
  const offering = checked.filter((file) => offeredCorrections(file).length > 0);
  const corrected = new Map<CheckedFile, CheckedFile>();
  const held = readInTurn(returned);
  for (const [index, file] of offering.entries()) {
    await progress(index, offering.length, file.file);
    const agreed = [...file.agreed, ...offeredCorrections(file)];
    const again = await recheckHandedIn(file, held, files, context, agreed);
    if (again !== undefined) corrected.set(file, { ...again, file: file.file });
  }
  return withDuplicates(checked.map((file) => corrected.get(file) ?? file));
}

/** Checks one file among those handed in again; `undefined` when it is not there any more, or not the same any more. */
export async function recheckHandedIn(
  file: CheckedFile,
  returned: readonly ReturnFile[],
  files: WorkbookFiles,
  context: ReturnContext,
  agreed: readonly OfferedFinding[],
): Promise<CheckedFile | undefined> {
  for (const candidate of returned.filter(({ name }) => name === file.source)) {
    const again = await recheckFile(file, await candidate.read(), files, context, agreed);
    if (again !== undefined) return again;
  }
  return undefined;
}
