import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { boardOf, sentBackOn, stateCounts, type BoardLine } from '../../app/inbox/board';
import { gather } from '../../app/inbox/gather';
import type { ReadsPlans } from '../../app/inbox/holds-plan';
import { EMPTY_INBOX, withArrival, type Inbox } from '../../app/inbox/inbox';
import { createWorkbookFiles } from '../../hosts/file/workbook-files';
import type { Ledger } from '../../ledger/ledger';
import { checkThreads } from '../check-threads';
import { CommandError, EXIT } from '../command-error';
import { everyFile } from '../files';
import { fileDocument } from '../json-documents';
import { pacedProgress, printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { planReader } from '../plan-text';
import { watchFolder } from '../watch-folder';

export interface InboxOptions {
  readonly watch?: boolean;
}

/**
 * `inbox`: how each office stands by what is in a folder, as the board shows it; with `--watch` again whenever something is saved into
 * it, until the command is ended. Nothing is written.
 */
export async function inboxCommand(
  context: CommandContext,
  ledgerPath: string,
  folder: string,
  { watch = false }: InboxOptions,
): Promise<number> {
  const { io } = context;
  const absolute = resolve(io.cwd, folder);
  const info = await stat(absolute).catch(() => undefined);
  if (info?.isDirectory() !== true) throw new CommandError('cli.error.noFolder', { folder });
  const show = async (): Promise<boolean> => {
    const { opened } = await openLedgerFile(io, ledgerPath);
    const inbox = await inboxOf(context, opened.ledger, folder);
    return tell(context, opened.ledger, inbox);
  };
  let hasFaults = await show();
  if (!watch) return hasFaults ? EXIT.findings : EXIT.done;
  io.stderr(`${context.t('cli.inbox.watching', { folder })}\n`);
  await watchFolder(absolute, io.stopped, async () => {
    hasFaults = await show();
  });
  return hasFaults ? EXIT.findings : EXIT.done;
}

async function inboxOf(context: CommandContext, ledger: Ledger, folder: string): Promise<Inbox> {
  const { io } = context;
  const returned = await everyFile(io, folder);
  const pool = checkThreads(ledger, returned.length, io.script);
  const plans = planReader(io);
  const readPlan: ReadsPlans = (request) => plans.ask(request);
  try {
    const reading = { files: createWorkbookFiles(), progress: pacedProgress(context), pool, readPlan };
    const files = await gather(ledger, EMPTY_INBOX, returned, reading);
    return withArrival(EMPTY_INBOX, { handedIn: [], files, at: io.now().minute, isSheet: false });
  } finally {
    pool?.close();
    plans.stop();
  }
}

function tell(context: CommandContext, ledger: Ledger, { items }: Inbox): boolean {
  const { t } = context;
  const { period } = ledger.settings;
  const lines = boardOf(ledger, period, items, []);
  const counts = stateCounts(lines);
  printResult(
    context,
    { period, counts, offices: lines.map((line) => lineDocument(context, ledger, line)) },
    [
      ...lines.map((line) => lineWords(context, line)),
      ...items.flatMap(({ kind, checked: { file } }) =>
        kind === 'ledger' || kind === 'plan' ? [t(`cli.inbox.stray.${kind}`, { file })] : [],
      ),
      t('cli.inbox.done', { ...counts, files: items.length }),
    ],
  );
  return lines.some(({ state }) => state === 'faulty');
}

function lineDocument({ t }: CommandContext, ledger: Ledger, line: BoardLine) {
  return {
    office: line.office,
    state: line.state,
    files: line.items.map((item) => ({
      ...fileDocument(item.checked, item.checked.file, t),
      kind: item.kind,
      sentBackOn: sentBackOn(ledger, item),
    })),
    papers: line.papers.map(({ kind, checked, measures }) => ({ kind, file: checked.file, measures })),
    kept: line.kept.map(({ kind, file, on, sha256 }) => ({ kind, file, on, sha256 })),
  };
}

function lineWords({ t }: CommandContext, line: BoardLine): string {
  const files = [...line.items.map(({ checked }) => checked), ...line.papers.map(({ checked }) => checked)];
  return t('cli.inbox.line', {
    state: t(`pane.board.state.${line.state}`),
    office: line.office ?? t('pane.board.unknown'),
    files: files.map(({ file }) => file).join(t('pane.listComma')),
    count: files.length,
    findings: line.items.reduce(
      (sum, { checked }) => sum + checked.findings.filter(({ severity }) => severity !== 'corrected').length,
      0,
    ),
  });
}
