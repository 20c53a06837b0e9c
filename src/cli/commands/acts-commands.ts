import { unitNamed } from '../../app/wording/name-units';
import { ActError, type Acted } from '../../ledger/change/acts';
import { assignmentKey, responsibleUnits } from '../../ledger/units/assignments';
import { entriesInForce } from '../../ledger/entries';
import type { Verification } from '../../ledger/records';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile, type LedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';
import { dateOption, measureOption } from '../options';
import { namingUnits } from '../named-units';

interface ActOptions {
  readonly out: string;
  readonly measure: string;
  readonly unit?: string;
  readonly reason?: string;
  /** The day of the act; default: the ledger's as-of date. */
  readonly on?: string;
}

export interface VerifyOptions extends ActOptions {
  readonly as: string;
}

const VERDICTS: Readonly<Record<string, Verification>> = {
  closed: 'closed',
  'sent-back': 'sentBack',
  pending: 'pending',
};

/** `verify`: what the office found a claim to be worth. Without `--unit` of all units that reported on the measure. */
export function verifyCommand(
  context: CommandContext,
  path: string,
  options: VerifyOptions,
): Promise<number> {
  const verification = VERDICTS[options.as];
  if (verification === undefined) throw new CommandError('cli.error.badVerdict', { value: options.as });
  return act(context, path, options, ({ opened: { ledger }, run }, { units, on }) => {
    const measure = Number(options.measure);
    const inForce = entriesInForce(ledger.entries);
    const reported = units.filter((unit) => inForce.has(assignmentKey(measure, unit)));
    const concerned = options.unit === undefined && reported.length > 0 ? reported : units;
    const reason = options.reason ?? '';
    const verdicts = concerned.map((unit) => ({ measure, unit, verification, reason }));
    return run('verify', { verdicts, on });
  });
}

export interface ExtendOptions extends ActOptions {
  readonly to?: string;
  readonly decide?: string;
}

/** `extend`: applies for a later deadline with `--to`, or decides on the application with `--decide`. */
export function extendCommand(
  context: CommandContext,
  path: string,
  options: ExtendOptions,
): Promise<number> {
  const { to, decide, reason = '' } = options;
  if ((to === undefined) === (decide === undefined)) throw new CommandError('cli.error.extendWhat');
  if (decide !== undefined && decide !== 'approved' && decide !== 'refused') {
    throw new CommandError('cli.error.badDecision', { value: decide });
  }
  return act(context, path, options, ({ run }, { units: [unit, other], on }) => {
    if (unit === undefined || other !== undefined) {
      throw new CommandError('cli.error.whichUnit', { measure: options.measure });
    }
    const target = { measure: Number(options.measure), unit };
    if (decide !== undefined) return run('decideExtension', { target, decision: decide, reason, on });
    const application = { ...target, newDeadline: dateOption(to ?? ''), reason };
    return run('applyForExtension', { application, on });
  });
}

interface ActScene {
  /** The measure's units, or the one that is named. */
  readonly units: readonly string[];
  readonly on: ReturnType<typeof dateOption>;
}

async function act(
  context: CommandContext,
  path: string,
  options: ActOptions,
  work: (file: LedgerFile, scene: ActScene) => Promise<Acted>,
): Promise<number> {
  const { io, t } = context;
  const file = await openLedgerFile(io, path);
  const { ledger } = file.opened;
  const measure = measureOption(options.measure, ledger.plan);
  const owing = responsibleUnits(measure, ledger.directory);
  const candidates = ledger.directory.units.filter(({ name }) => owing.includes(name));
  const units = namingUnits(() =>
    options.unit === undefined ? owing : [unitNamed(ledger, candidates, options.unit)],
  );
  const on = options.on === undefined ? ledger.settings.asOf : dateOption(options.on);
  const acted = await entered(() => work(file, { units, on }));
  await writeOutputs(io, [{ path: options.out, bytes: await file.bytes() }], { keepExisting: false });
  const notes = ledgerNotes(context, file);
  const document = { batch: acted.batch, entries: acted.added, ...notes.document, file: options.out };
  printResult(context, document, [
    ...acted.ledger.log.filter(({ batch }) => batch === acted.batch).map(({ detail }) => detail),
    t('cli.act.done', { count: acted.added.length, file: options.out }),
    ...notes.words,
  ]);
  return EXIT.done;
}

async function entered(work: () => Promise<Acted>): Promise<Acted> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const { code, target, deadline } = error;
    throw new CommandError(`act.${code}`, { ...target, deadline: deadline ?? '' });
  }
}
