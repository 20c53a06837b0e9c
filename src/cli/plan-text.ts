import { basename } from 'node:path';
import issuedPlan from '../../seeds/000_a65ed4e6259fe44e.txt';
import { planFaultKey } from '../app/wording/plan-fault';
import { readPlanDocument } from '../app/plan-reading/read-plan-document';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandContext } from './io';

/** Reads the plan in `file`, or the one issued, with `parse`; a file that holds no plan is one sentence. */
export async function planText<T>(
  { io, t }: CommandContext,
  file: string | undefined,
  parse: (text: string) => T | Promise<T>,
): Promise<T> {
  if (file === undefined) return parse(issuedPlan);
  const bytes = await inputFile(io, file).read();
  try {
    const { text, encoding } = readPlanDocument(bytes, basename(file));
    const parsed = await parse(text);
    if (encoding !== null) io.stderr(`${t('cli.plan.encoding', { file, encoding })}\n`);
    return parsed;
  } catch (error) {
    const reason = planFaultKey(error);
    throw reason === undefined ? error : new CommandError('cli.error.planFault', { file, reason: t(reason) });
  }
}
