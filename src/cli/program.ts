import { Command, CommanderError } from 'commander';
import { ledgerFault } from '../app/wording/ledger-fault';
import { translator, type Locale, type MessageKey, type Translate } from '../locales/translate';
import { CommandError, EXIT } from './command-error';
import {
  addFollowThroughCommands,
  addLedgerCommands,
  addLevelCommands,
  addPaperCommands,
  addReturnCommands,
  addTableCommands,
  type Registry,
} from './command-list';
import type { CommandContext, CommandIo, OutsideIo } from './io';
import { useNodeCompression } from './node/node-compression';
import { SeenFiles } from './storing/seen-files';
import { LedgerChangedError } from './storing/write-outputs';

/** Each go that comes to nothing means that another run got its change in, so a few suffice. */
const MOST_GOES = 12;

/**
 * Runs one command line (without node and script). Gives the exit code; nothing is thrown at the user. Where its ledger was
 * changed by somebody else between reading and writing, the whole command is done again on what is there now: until the
 * files are written it has said and changed nothing.
 */
export async function run(args: readonly string[], io: OutsideIo): Promise<number> {
  useNodeCompression();
  const t = translator(localeOf(args));
  for (let go = 1; ; go += 1) {
    try {
      return await runOnce(args, { ...io, seen: new SeenFiles() }, t);
    } catch (error) {
      if (!(error instanceof LedgerChangedError)) throw error;
      const { file } = error;
      io.stderr(`${t(go < MOST_GOES ? 'cli.changedMeanwhile' : 'cli.error.keepsChanging', { file })}\n`);
      if (go === MOST_GOES) return EXIT.usage;
    }
  }
}

async function runOnce(args: readonly string[], io: CommandIo, t: Translate): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(io, t, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof LedgerChangedError) throw error;
    if (error instanceof CommanderError) return usageFault(error, io, t);
    io.stderr(`${error instanceof CommandError ? commandSentence(error, t) : unexpected(error, t)}\n`);
    return EXIT.usage;
  }
}

function commandSentence({ key, values, file }: CommandError, t: Translate): string {
  const sentence = t(key, values);
  return file === undefined ? sentence : t('cli.error.ofFile', { file, sentence });
}

/** The language is needed before the command line is understood: its errors are in it too. */
function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1] ?? '';
  return at >= 0 && value.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

function unexpected(error: unknown, t: Translate): string {
  const known = ledgerFault(error);
  if (known !== undefined) return t(...known);
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
  const context = (): CommandContext => {
    const { json = false, acceptEdits = false } = program.opts<{ json?: boolean; acceptEdits?: boolean }>();
    return { io: { ...io, acceptEdits }, t, json };
  };
  program
    .description(t('cli.help.program'))
    .option('--json', t('cli.help.json'))
    .option('--lang <zh|en>', t('cli.help.lang'))
    .option('--accept-edits', t('cli.help.acceptEdits'))
    .helpOption('-h, --help', t('cli.help.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => helpTitle(title, t) });

  const command: Registry['command'] = (usage, help) =>
    program.command(usage).description(t(help)).helpOption('-h, --help', t('cli.help.help'));
  const registry: Registry = { command, context, finish, t };
  addLedgerCommands(registry);
  addReturnCommands(registry);
  addFollowThroughCommands(registry);
  addLevelCommands(registry);
  addPaperCommands(registry);
  addTableCommands(registry);
  return program;
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
