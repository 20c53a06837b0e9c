import { extname, join, resolve } from 'node:path';
import { ownBytes, type CheckedFile } from '../app/check-file';
import { needsAnswer, sendBack } from '../app/send-back';
import { createWorkbookFiles } from '../hosts/file/workbook-files';
import { translator } from '../locales/translate';
import { inputsOf } from './check-files';
import { CommandError } from './command-error';
import { writeOutputs, type InputFile, type OutputFile } from './files';
import type { CommandIo } from './io';

/** What `--marked` adds to a file's document; nothing for a file that is in order. */
export interface MarkedAnswer {
  readonly marked?: string;
  readonly message?: string;
}

/**
 * Writes the marked copies of the files that need an answer into a folder, all or none, and never over a returned file;
 * of two files of one name the second copy is numbered.
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
  const chinese = translator('zh-CN');
  const taken = new Set<string>();
  const outputs: OutputFile[] = [];
  const answers: MarkedAnswer[] = [];
  for (const [index, file] of checked.entries()) {
    if (!needsAnswer(file)) {
      answers.push({});
      continue;
    }
    const handedIn = (await inputs[index]?.read()) ?? new Uint8Array();
    const original = (await ownBytes(file, handedIn, files)) ?? new Uint8Array();
    const { bytes, fileName, message } = await sendBack(file, original, files, chinese);
    const path = join(folder, freeName(fileName, taken));
    outputs.push({ path, bytes });
    answers.push({ marked: path, message });
  }
  const kept = new Set(returned.map(({ path }) => resolve(io.cwd, path)));
  const over = outputs.find(({ path }) => kept.has(resolve(io.cwd, path)));
  if (over !== undefined) throw new CommandError('cli.error.overInput', { file: over.path });
  await writeOutputs(io, outputs, { keepExisting: !replace });
  return answers;
}

function freeName(name: string, taken: Set<string>): string {
  const extension = extname(name);
  const stem = name.slice(0, -extension.length);
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem}(${number})${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
