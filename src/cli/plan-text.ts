import issuedPlan from '../../seeds/000_a65ed4e6259fe44e.txt';
import { PlanParseError } from '../plan/errors';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandIo } from './io';

/** Reads the plan in `file`, or the one issued, with `parse`; a text that is no plan is one sentence. */
export async function planText<T>(
  io: CommandIo,
  file: string | undefined,
  parse: (text: string) => T,
): Promise<T> {
  const text = file === undefined ? issuedPlan : decoded(await inputFile(io, file).read(), file);
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof PlanParseError) throw new CommandError('cli.error.notPlan', { file: file ?? '' });
    throw error;
  }
}

/** UTF-8, or GBK where the bytes are not UTF-8: what Windows Notepad saved in these offices for years. */
function decoded(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) throw new CommandError('cli.error.notText', { file });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
