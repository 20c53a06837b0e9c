import { basename } from 'node:path';
import issuedPlan from '../../seeds/000_a65ed4e6259fe44e.txt';
import { PlanUnreadError, WorkerPlanReader, type PlanReader } from '../app/plan-reading/plan-reader';
import { parsePlan } from '../plan/parse';
import type { Plan } from '../plan/plan';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandContext } from './io';
import { startPlanThread } from './plan-thread';

/** The plan as issued. */
export function issuedPlanText(): string {
  return issuedPlan;
}

/**
 * The plan in `file`, or the one issued. A file is read in a thread, which is ended when it takes too long.
 * @throws CommandError with one sentence for a file that holds no plan
 */
export async function readPlan({ io, t }: CommandContext, file: string | undefined): Promise<Plan> {
  if (file === undefined) return parsePlan(issuedPlan);
  const bytes = await inputFile(io, file).read();
  const reader = planReader(io);
  try {
    const { plan, encoding } = await reader.ask({ kind: 'file', bytes, name: basename(file) });
    if (encoding !== null) io.stderr(`${t('cli.plan.encoding', { file, encoding })}\n`);
    return plan;
  } catch (error) {
    if (!(error instanceof PlanUnreadError)) throw error;
    throw new CommandError('cli.error.planFault', { file, reason: t(error.fault) });
  } finally {
    reader.stop();
  }
}

/** Reads plans in a thread, which is ended when it takes too long. */
export function planReader({ script }: Pick<CommandContext['io'], 'script'>): PlanReader {
  return new WorkerPlanReader(startPlanThread(script), async () => {
    const { PlanAnswerer } = await import('../app/plan-reading/plan-answers');
    return new PlanAnswerer(false);
  });
}
