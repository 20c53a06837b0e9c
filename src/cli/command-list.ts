import type { Command } from 'commander';
import type { MessageKey, Translate } from '../locales/translate';
import type { ExtendOptions, VerifyOptions } from './commands/acts-commands';
import type { CollectOptions } from './commands/collect-command';
import type { DemoOptions } from './commands/demo-command';
import type { ExportOptions } from './commands/export-command';
import type { FormsOptions } from './commands/forms-command';
import type { InboxOptions } from './commands/inbox-command';
import type { InitOptions } from './commands/init-command';
import type { HandDownOptions, ReportUpOptions } from './commands/level-commands';
import type { LettersOptions } from './commands/letters-command';
import type { QueryOptions } from './commands/query-command';
import type { RemindersOptions } from './commands/reminders-command';
import type { ReportOptions } from './commands/report-command';
import type { RestoreOptions } from './commands/restore-command';
import type { ReviseOptions } from './commands/revise-command';
import type { SummaryOptions } from './commands/summary-command';
import type { UnitPagesOptions } from './commands/unit-pages-command';
import type { UnregisterOptions } from './commands/unregister-command';
import type { ValidateOptions } from './commands/validate-command';
import type { CommandContext } from './io';

/** What every command needs to be entered; what a command itself needs is loaded when it is asked for. */
export interface Registry {
  readonly command: (usage: string, help: MessageKey) => Command;
  readonly context: () => CommandContext;
  /** Told the exit code. */
  readonly finish: (code: number) => void;
  readonly t: Translate;
}

/** For an option that may be given several times. */
function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** A plan becomes a ledger. */
export function addLedgerCommands({ command, context, finish, t }: Registry): void {
  command('plan [file]', 'cli.help.plan').action(async (file: string | undefined) => {
    const { planCommand } = await import('./commands/plan-command');
    finish(await planCommand(context(), file));
  });
  command('init', 'cli.help.init')
    .requiredOption('--out <L.xlsx>', t('cli.help.out'))
    .option('--plan <FILE>', t('cli.help.planFile'))
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .option('--period <P>', t('cli.help.period'))
    .option('--force', t('cli.help.force'))
    .action(async (options: InitOptions) => {
      const { initCommand } = await import('./commands/init-command');
      finish(await initCommand(context(), options));
    });
  command('revise <ledger>', 'cli.help.revise')
    .requiredOption('--plan <FILE>', t('cli.help.revisedPlan'))
    .requiredOption('--out <L2.xlsx>', t('cli.help.out'))
    .action(async (ledger: string, options: ReviseOptions) => {
      const { reviseCommand } = await import('./commands/revise-command');
      finish(await reviseCommand(context(), ledger, options));
    });
  command('demo', 'cli.help.demo')
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--seed <N>', t('cli.help.seed'))
    .option('--force', t('cli.help.force'))
    .action(async (options: DemoOptions) => {
      const { demoCommand } = await import('./commands/demo-command');
      finish(await demoCommand(context(), options));
    });
}

/** Forms go out and come back. */
export function addReturnCommands({ command, context, finish, t }: Registry): void {
  command('forms <ledger>', 'cli.help.forms')
    .requiredOption('--period <P>', t('cli.help.period'))
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--unit <NAME>', t('cli.help.unit'), repeated)
    .option('--html', t('cli.help.html'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: FormsOptions) => {
      const { formsCommand } = await import('./commands/forms-command');
      finish(await formsCommand(context(), ledger, options));
    });
  command('validate <files...>', 'cli.help.validate')
    .requiredOption('--ledger <L.xlsx>', t('cli.help.ledger'))
    .option('--marked <DIR>', t('cli.help.marked'))
    .option('--force', t('cli.help.force'))
    .action(async (files: string[], options: ValidateOptions) => {
      const { validateCommand } = await import('./commands/validate-command');
      finish(await validateCommand(context(), files, options));
    });
  command('collect <ledger> <files...>', 'cli.help.collect')
    .requiredOption('--out <L2.xlsx>', t('cli.help.out'))
    .option('--choose <FILE>', t('cli.help.choose'), repeated)
    .option('--match <PLACE>', t('cli.help.match'), repeated)
    .action(async (ledger: string, files: string[], options: CollectOptions) => {
      const { collectCommand } = await import('./commands/collect-command');
      finish(await collectCommand(context(), ledger, files, options));
    });
  command('inbox <ledger> <folder>', 'cli.help.inbox')
    .option('--watch', t('cli.help.watch'))
    .action(async (ledger: string, folder: string, options: InboxOptions) => {
      const { inboxCommand } = await import('./commands/inbox-command');
      finish(await inboxCommand(context(), ledger, folder, options));
    });
  command('summary <ledger>', 'cli.help.summary')
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .option('--period <P>', t('cli.help.earlierPeriod'))
    .option('--out <L2.xlsx>', t('cli.help.out'))
    .action(async (ledger: string, options: SummaryOptions) => {
      const { summaryCommand } = await import('./commands/summary-command');
      finish(await summaryCommand(context(), ledger, options));
    });
}

/** Between a ledger and those of the places above and below it. */
export function addLevelCommands({ command, context, finish, t }: Registry): void {
  command('hand-down <ledger>', 'cli.help.handDown')
    .requiredOption('--to <PLACE>', t('cli.help.toPlace'))
    .requiredOption('--out <F.xlsx>', t('cli.help.outPlan'))
    .requiredOption('--out-ledger <L2.xlsx>', t('cli.help.rememberingLedger'))
    .option('--measures <NOS>', t('cli.help.measures'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: HandDownOptions) => {
      const { handDownCommand } = await import('./commands/level-commands');
      finish(await handDownCommand(context(), ledger, options));
    });
  command('report-up <ledger>', 'cli.help.reportUp')
    .requiredOption('--period <P>', t('cli.help.period'))
    .requiredOption('--out <F.xlsx>', t('cli.help.outReportUp'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: ReportUpOptions) => {
      const { reportUpCommand } = await import('./commands/level-commands');
      finish(await reportUpCommand(context(), ledger, options));
    });
}

/** What follows the returns: reminders, assessment, verification, extensions. */
export function addFollowThroughCommands({ command, context, finish, t }: Registry): void {
  command('reminders <ledger>', 'cli.help.reminders')
    .requiredOption('--period <P>', t('cli.help.period'))
    .option('--unit <NAME>', t('cli.help.unit'), repeated)
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .action(async (ledger: string, options: RemindersOptions) => {
      const { remindersCommand } = await import('./commands/reminders-command');
      finish(await remindersCommand(context(), ledger, options));
    });
  command('scores <ledger>', 'cli.help.scores')
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .action(async (ledger: string, options: { asOf?: string }) => {
      const { scoresCommand } = await import('./commands/scores-command');
      finish(await scoresCommand(context(), ledger, options));
    });
  const actCommand = (usage: string, help: MessageKey) =>
    command(usage, help)
      .requiredOption('--measure <NO>', t('cli.help.measure'))
      .option('--unit <NAME>', t('cli.help.actUnit'))
      .option('--reason <TEXT>', t('cli.help.reason'))
      .option('--on <DATE>', t('cli.help.on'))
      .requiredOption('--out <L2.xlsx>', t('cli.help.out'));
  actCommand('verify <ledger>', 'cli.help.verify')
    .requiredOption('--as <closed|sent-back|pending>', t('cli.help.as'))
    .action(async (ledger: string, options: VerifyOptions) => {
      const { verifyCommand } = await import('./commands/acts-commands');
      finish(await verifyCommand(context(), ledger, options));
    });
  actCommand('extend <ledger>', 'cli.help.extend')
    .option('--to <DATE>', t('cli.help.to'))
    .option('--decide <approved|refused>', t('cli.help.decide'))
    .action(async (ledger: string, options: ExtendOptions) => {
      const { extendCommand } = await import('./commands/acts-commands');
      finish(await extendCommand(context(), ledger, options));
    });
}

/** Official papers. */
export function addPaperCommands({ command, context, finish, t }: Registry): void {
  command('letters <ledger>', 'cli.help.letters')
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--as-of <DATE>', t('cli.help.asOfLedger'))
    .option('--out-ledger <L2.xlsx>', t('cli.help.outLedger'))
    .option('--circular', t('cli.help.circular'))
    .option('--office <NAME>', t('cli.help.office'))
    .option('--word <WORD>', t('cli.help.letterWord'))
    .option('--contact <NAME>', t('cli.help.contact'))
    .option('--phone <NUMBER>', t('cli.help.phone'))
    .option('--reply-days <N>', t('cli.help.replyDays'))
    .option('--copy-to <OFFICES>', t('cli.help.copyTo'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: LettersOptions) => {
      const { lettersCommand } = await import('./commands/letters-command');
      finish(await lettersCommand(context(), ledger, options));
    });
  command('unregister <ledger>', 'cli.help.unregister')
    .requiredOption('--letter <LETTER>', t('cli.help.letter'))
    .option('--together', t('cli.help.together'))
    .requiredOption('--out <L2.xlsx>', t('cli.help.out'))
    .action(async (ledger: string, options: UnregisterOptions) => {
      const { unregisterCommand } = await import('./commands/unregister-command');
      finish(await unregisterCommand(context(), ledger, options));
    });
  command('report <ledger>', 'cli.help.report')
    .requiredOption('--year <Y>', t('cli.help.year'))
    .requiredOption('--out <R.docx>', t('cli.help.outReport'))
    .option('--as-of <DATE>', t('cli.help.asOfLedger'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: ReportOptions) => {
      const { reportCommand } = await import('./commands/report-command');
      finish(await reportCommand(context(), ledger, options));
    });
  command('unit-pages <ledger>', 'cli.help.unitPages')
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--as-of <DATE>', t('cli.help.asOfLedger'))
    .option('--unit <NAME>', t('cli.help.unit'), repeated)
    .option('--one-workbook', t('cli.help.oneWorkbook'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: UnitPagesOptions) => {
      const { unitPagesCommand } = await import('./commands/unit-pages-command');
      finish(await unitPagesCommand(context(), ledger, options));
    });
}

/** Many ledgers as one table, and back. */
export function addTableCommands({ command, context, finish, t }: Registry): void {
  command('export <ledgers...>', 'cli.help.export')
    .requiredOption('--out <F.parquet|F.csv>', t('cli.help.outTable'))
    .option('--force', t('cli.help.force'))
    .action(async (ledgers: string[], options: ExportOptions) => {
      const { exportCommand } = await import('./commands/export-command');
      finish(await exportCommand(context(), ledgers, options));
    });
  command('restore <table>', 'cli.help.restore')
    .requiredOption('--out <L.xlsx>', t('cli.help.out'))
    .option('--ledger <ID>', t('cli.help.tableLedger'))
    .option('--force', t('cli.help.force'))
    .action(async (table: string, options: RestoreOptions) => {
      const { restoreCommand } = await import('./commands/restore-command');
      finish(await restoreCommand(context(), table, options));
    });
  command('query <tables...>', 'cli.help.query')
    .option('--figures <summary|scores|trend|places>', t('cli.help.figures'))
    .option('--sql <FILE>', t('cli.help.sql'))
    .option('--as-of <DATE>', t('cli.help.asOfTables'))
    .action(async (tables: string[], options: QueryOptions) => {
      const { queryCommand } = await import('./commands/query-command');
      finish(await queryCommand(context(), tables, options));
    });
}
