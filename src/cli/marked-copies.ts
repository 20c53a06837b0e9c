import { join } from 'node:path';
import { ownBytes, type CheckedFile } from '../app/inbox/check-file';
import { sendBackAll } from '../app/inbox/send-back';
import { createWorkbookFiles } from '../hosts/file/workbook-files';
import { translator } from '../locales/translate';
import { inputsOf } from './check-files';
import { writeOutputs, type InputFile } from './files';
import type { CommandIo } from './io';

/** What `--marked` adds to a file's document; nothing for a file that is in order. */
export interface MarkedAnswer {
  readonly marked?: string;
  readonly message?: string;
}

/**
 * Writes the marked copies of the files that need an answer into a folder, all or none; of two files of one name the second copy is numbered.
 * @param returned The files that were checked.
 */
export async function writeMarked(
  io: CommandIo,
  folder: string,
  checked: readonly CheckedFile[],
  returned: readonly InputFile[],
  replace: boolean,
): Promise<readonly MarkedAnswer[]> {
  const files = createWorkbookFiles();
  const inputs = inputsOf(checked, returned);
  const original = async (file: CheckedFile) => {
    const handedIn = await inputs[checked.indexOf(file)]?.read();
    return handedIn && ownBytes(file, handedIn, files);
  };
  const backs = await sendBackAll(checked, original, files, translator('zh-CN'));
  const outputs = [...backs.values()].map(({ fileName, bytes }) => ({ path: join(folder, fileName), bytes }));
  await writeOutputs(io, outputs, { keepExisting: !replace });
  return checked.map((file) => {
    const back = backs.get(file);
    return back === undefined ? {} : { marked: join(folder, back.fileName), message: back.message };
  });
}
