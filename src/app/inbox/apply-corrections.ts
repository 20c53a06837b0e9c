import type { Ledger } from '../../ledger/ledger';
import type { OfferedFinding } from '../../returns/checked-return';
import type { WorkbookFiles } from '../../base/workbook-port';
import { recheckFile, type CheckedFile } from './check-file';
import { withDuplicates, type ReturnFile } from './check-returns';
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
  const context = returnContext(ledger);
  for (const candidate of returned.filter(({ name }) => name === file.source)) {
    const again = await recheckFile(file, await candidate.read(), files, context, agreed);
    if (again === undefined) continue;
    return withDuplicates(
      checked.map((one) =>
        one.source === file.source && one.sha256 === file.sha256 ? { ...again, file: one.file } : one,
      ),
    );
  }
  return checked;
}
