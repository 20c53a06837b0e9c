import { join } from 'node:path';
import { makeDemo } from '../../app/demo/make-demo';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import { EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { seedOption } from '../options';
import { issuedPlanText } from '../plan-text';

export interface DemoOptions {
  readonly out: string;
  readonly seed?: string;
  readonly force?: boolean;
}

const DEFAULT_SEED = '2017';

/** `demo`: a ledger and 33 filled forms of one period, marked as sample data; the same seed gives the same files. */
export async function demoCommand(context: CommandContext, options: DemoOptions): Promise<number> {
  const { io, t } = context;
  const seed = seedOption(options.seed ?? DEFAULT_SEED);
  const demo = await makeDemo(issuedPlanText(), createWorkbookFiles(), {
    seed,
    progress: pacedProgress(context),
  });
  const ledger = join(options.out, demo.ledger.fileName);
  const returns = demo.returns.map(({ fileName, bytes }) => ({
    path: join(options.out, 'returns', fileName),
    bytes,
  }));
  await writeOutputs(io, [{ path: ledger, bytes: demo.ledger.bytes }, ...returns], {
    keepExisting: options.force !== true,
  });
  const document = {
    ledger,
    returns: returns.map(({ path }) => path),
    period: demo.period,
    asOf: demo.asOf,
  };
  printResult(context, document, [
    t('cli.demo.done', { ledger, count: returns.length, folder: join(options.out, 'returns') }),
    t('cli.demo.next', { ledger, folder: join(options.out, 'returns') }),
  ]);
  return EXIT.done;
}
