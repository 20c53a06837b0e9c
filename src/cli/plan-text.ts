import { basename } from 'node:path';
import issuedPlan from '../../seeds/000_a65ed4e6259fe44e.txt';
import { describePlanFault, readPlanDocument } from '../app/read-plan-document';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandContext } from './io';

/** Reads the plan in `file`, or the one issued, with `parse`; a file that holds no plan is one sentence. */
export async function planText<T>(
  { io, t }: CommandContext,
  file: string | undefined,
  parse: (text: string) => T,
): Promise<T> {
  if (file === undefined) return parse(issuedPlan);
  const bytes = await inputFile(io, file).read();
  try {
    return parse(readPlanDocument(bytes, basename(file)));
  } catch (error) {
    const reason = describePlanFault(error, t);
    throw reason === undefined ? error : new CommandError('cli.error.planFault', { file, reason });
  }
}
