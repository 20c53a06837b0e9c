import { Command, CommanderError } from 'commander';
import { translator, type Locale, type MessageKey, type Translate } from '../locales/translate';
import { CommandError, EXIT } from './command-error';
import { extendCommand, verifyCommand, type ExtendOptions, type VerifyOptions } from './commands/acts';
import { collectCommand, type CollectOptions } from './commands/collect';
import { demoCommand, type DemoOptions } from './commands/demo';
import { formsCommand, type FormsOptions } from './commands/forms';
import { initCommand, type InitOptions } from './commands/init';
import { lettersCommand, type LettersOptions } from './commands/letters';
import { planCommand } from './commands/plan';
import { remindersCommand, type RemindersOptions } from './commands/reminders';
import { reviseCommand, type ReviseOptions } from './commands/revise';
import { scoresCommand } from './commands/scores';
import { summaryCommand, type SummaryOptions } from './commands/summary';
import { validateCommand, type ValidateOptions } from './commands/validate';
import type { CommandContext, CommandIo } from './io';

/** Runs one command line (without node and script). Gives the exit code; nothing is thrown at the user. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const t = translator(localeOf(args));
  let exitCode: number = EXIT.done;
  const program = buildProgram(io, t, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageFault(error, io, t);
    io.stderr(`${error instanceof CommandError ? t(error.key, error.values) : unexpected(error, t)}\n`);
    return EXIT.usage;
  }
}

/** The language is needed before the command line is understood: its errors are in it too. */
function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1] ?? '';
  return at >= 0 && value.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

function unexpected(error: unknown, t: Translate): string {
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return t('cli.error.unexpected', { detail: detail ?? '' });
}

const USAGE_SENTENCES: Readonly<Record<string, MessageKey>> = {
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.optionMissingArgument': 'cli.usage.missingValue',
  'commander.excessArguments': 'cli.usage.excessArguments',
};

function usageFault(error: CommanderError, io: CommandIo, t: Translate): number {
  if (error.exitCode === 0) return EXIT.done;
  const key = USAGE_SENTENCES[error.code];
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  io.stderr(`${t(key ?? 'cli.usage.noCommand', { word })}\n`);
  return EXIT.usage;
}

function buildProgram(io: CommandIo, t: Translate, finish: (code: number) => void): Command {
  const program = new Command('ledger');
  const context = (): CommandContext => ({ io, t, json: program.opts<{ json?: boolean }>().json === true });
  program
    .description(t('cli.help.program'))
    .option('--json', t('cli.help.json'))
    .option('--lang <zh|en>', t('cli.help.lang'))
    .helpOption('-h, --help', t('cli.help.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => helpTitle(title, t) });

  const wiring: Wiring = {
    command: (usage, help) =>
      program.command(usage).description(t(help)).helpOption('-h, --help', t('cli.help.help')),
    context,
    finish,
    t,
  };
  addPlanCommands(wiring);
  addCycleCommands(wiring);
  addPaperCommands(wiring);
  return program;
}

/** What a command is wired up with. */
interface Wiring {
  readonly command: (usage: string, help: MessageKey) => Command;
  readonly context: () => CommandContext;
  readonly finish: (code: number) => void;
  readonly t: Translate;
}

/** An option that may be given several times. */
function paths(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** A plan, and the ledger made of it. */
function addPlanCommands({ command, context, finish, t }: Wiring): void {
  command('plan [file]', 'cli.help.plan').action(async (file: string | undefined) => {
    finish(await planCommand(context(), file));
  });
  command('init', 'cli.help.init')
    .requiredOption('--out <L.xlsx>', t('cli.help.out'))
    .option('--plan <FILE>', t('cli.help.planFile'))
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .option('--period <P>', t('cli.help.period'))
    .option('--force', t('cli.help.force'))
    .action(async (options: InitOptions) => {
      finish(await initCommand(context(), options));
    });
  command('revise <ledger>', 'cli.help.revise')
    .requiredOption('--plan <FILE>', t('cli.help.revisedPlan'))
    .requiredOption('--out <L2.xlsx>', t('cli.help.out'))
    .action(async (ledger: string, options: ReviseOptions) => {
      finish(await reviseCommand(context(), ledger, options));
    });
}

/** 下发, 回收, 汇总. */
function addCycleCommands({ command, context, finish, t }: Wiring): void {
  command('forms <ledger>', 'cli.help.forms')
    .requiredOption('--period <P>', t('cli.help.period'))
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--unit <NAME>', t('cli.help.unit'), paths)
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: FormsOptions) => {
      finish(await formsCommand(context(), ledger, options));
    });
  command('validate <files...>', 'cli.help.validate')
    .requiredOption('--ledger <L.xlsx>', t('cli.help.ledger'))
    .option('--marked <DIR>', t('cli.help.marked'))
    .option('--force', t('cli.help.force'))
    .action(async (files: string[], options: ValidateOptions) => {
      finish(await validateCommand(context(), files, options));
    });
  command('collect <ledger> <files...>', 'cli.help.collect')
    .requiredOption('--out <L2.xlsx>', t('cli.help.out'))
    .option('--choose <FILE>', t('cli.help.choose'), paths)
    .action(async (ledger: string, files: string[], options: CollectOptions) => {
      finish(await collectCommand(context(), ledger, files, options));
    });
  command('summary <ledger>', 'cli.help.summary')
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .option('--period <P>', t('cli.help.earlierPeriod'))
    .option('--out <L2.xlsx>', t('cli.help.out'))
    .action(async (ledger: string, options: SummaryOptions) => {
      finish(await summaryCommand(context(), ledger, options));
    });
  command('demo', 'cli.help.demo')
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--seed <N>', t('cli.help.seed'))
    .option('--force', t('cli.help.force'))
    .action(async (options: DemoOptions) => {
      finish(await demoCommand(context(), options));
    });
}

/** What the office sends out. */
function addPaperCommands({ command, context, finish, t }: Wiring): void {
  command('letters <ledger>', 'cli.help.letters')
    .requiredOption('--out <DIR>', t('cli.help.outFolder'))
    .option('--as-of <DATE>', t('cli.help.asOfLedger'))
    .option('--out-ledger <L2.xlsx>', t('cli.help.outLedger'))
    .option('--circular', t('cli.help.circular'))
    .option('--force', t('cli.help.force'))
    .action(async (ledger: string, options: LettersOptions) => {
      finish(await lettersCommand(context(), ledger, options));
    });
  command('reminders <ledger>', 'cli.help.reminders')
    .requiredOption('--period <P>', t('cli.help.period'))
    .option('--unit <NAME>', t('cli.help.unit'), paths)
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .action(async (ledger: string, options: RemindersOptions) => {
      finish(await remindersCommand(context(), ledger, options));
    });
  command('scores <ledger>', 'cli.help.scores')
    .option('--as-of <DATE>', t('cli.help.asOf'))
    .action(async (ledger: string, options: { asOf?: string }) => {
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
      finish(await verifyCommand(context(), ledger, options));
    });
  actCommand('extend <ledger>', 'cli.help.extend')
    .option('--to <DATE>', t('cli.help.to'))
    .option('--decide <approved|refused>', t('cli.help.decide'))
    .action(async (ledger: string, options: ExtendOptions) => {
      finish(await extendCommand(context(), ledger, options));
    });
}

function helpTitle(title: string, t: Translate): string {
  const keys: Readonly<Record<string, MessageKey>> = {
    'Usage:': 'cli.help.titleUsage',
    'Arguments:': 'cli.help.titleArguments',
    'Options:': 'cli.help.titleOptions',
    'Commands:': 'cli.help.titleCommands',
    'Global Options:': 'cli.help.titleOptions',
  };
  const key = keys[title];
  return key === undefined ? title : t(key);
}
