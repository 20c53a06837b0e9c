import { unitNamed } from '../../app/wording/name-units';
import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/changes/take-hand-edits';
import { ActError, applyForExtension, decideExtension, verify, type Acted } from '../../ledger/change/acts';
import { assignmentKey, responsibleUnits } from '../../ledger/units/assignments';
import { entriesInForce } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import type { Verification } from '../../ledger/records';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
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
  return act(context, path, options, (ledger, { units, on, at }) => {
    const measure = Number(options.measure);
    const inForce = entriesInForce(ledger.entries);
    const reported = units.filter((unit) => inForce.has(assignmentKey(measure, unit)));
    const concerned = options.unit === undefined && reported.length > 0 ? reported : units;
    const reason = options.reason ?? '';
    return verify(
      ledger,
      concerned.map((unit) => ({ measure, unit, verification, reason })),
      on,
      at,
    );
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
  return act(context, path, options, (ledger, { units: [unit, other], on, at }) => {
    if (unit === undefined || other !== undefined) {
      throw new CommandError('cli.error.whichUnit', { measure: options.measure });
    }
    const target = { measure: Number(options.measure), unit };
    if (decide !== undefined) return decideExtension(ledger, target, { decision: decide, reason }, on, at);
    return applyForExtension(ledger, { ...target, newDeadline: dateOption(to ?? ''), reason }, on, at);
  });
}

interface ActScene {
  /** The measure's units, or the one that is named. */
  readonly units: readonly string[];
  readonly on: ReturnType<typeof dateOption>;
  readonly at: string;
}

async function act(
  context: CommandContext,
  path: string,
  options: ActOptions,
  work: (ledger: Ledger, scene: ActScene) => Acted,
): Promise<number> {
  const { io, t } = context;
  const { host, book } = await openLedgerFile(io, path);
  const at = io.now().instant;
  const { ledger } = takeInHandEdits(await host.read(), book.ledger, at);
  const measure = measureOption(options.measure, ledger.plan);
  const owing = responsibleUnits(measure, ledger.directory);
  const candidates = ledger.directory.units.filter(({ name }) => owing.includes(name));
  const units = namingUnits(() =>
    options.unit === undefined ? owing : [unitNamed(ledger, candidates, options.unit)],
  );
  const on = options.on === undefined ? ledger.settings.asOf : dateOption(options.on);
  const acted = entered(() => work(ledger, { units, on, at }));
  await saveLedger(host, acted.ledger, book.findings, book.foreignSheets);
  await writeOutputs(io, [{ path: options.out, bytes: await host.toBytes() }], { keepExisting: false });
  const document = { batch: acted.batch, entries: acted.added, file: options.out };
  printResult(context, document, [
    ...acted.ledger.log.filter(({ batch }) => batch === acted.batch).map(({ detail }) => detail),
    t('cli.act.done', { count: acted.added.length, file: options.out }),
  ]);
  return EXIT.done;
}

function entered(work: () => Acted): Acted {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const { code, target, deadline } = error;
    throw new CommandError(`act.${code}`, { ...target, deadline: deadline ?? '' });
  }
}
