import { officeNamed } from '../../app/wording/name-units';
import { groupReminderText, reminderText } from '../../app/papers/reminder-texts';
import { officesOfPeriod } from '../../ledger/units/offices';
import { remindersFor } from '../../ledger/figures/reminders';
import { EXIT } from '../command-error';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { dateOption, periodOption } from '../options';
import { namingUnits } from '../named-units';

export interface RemindersOptions {
  readonly period: string;
  readonly asOf?: string;
  readonly unit?: readonly string[];
}

/** `reminders`: who has not returned, who has to correct, what falls due, as messages to paste; nothing is written. */
export async function remindersCommand(
  context: CommandContext,
  ledgerPath: string,
  options: RemindersOptions,
): Promise<number> {
  const { io } = context;
  const period = periodOption(options.period);
  const asOf = options.asOf === undefined ? undefined : dateOption(options.asOf);
  const { ledger: current } = (await openLedgerFile(io, ledgerPath)).opened;
  const ledger = asOf === undefined ? current : { ...current, settings: { ...current.settings, asOf } };
  const charges = officesOfPeriod(ledger, period);
  const wanted = namingUnits(() => options.unit?.map((name) => officeNamed(ledger, charges, name)));
  const all = remindersFor(ledger, period);
  const offices = all.offices.filter(({ office }) => wanted?.includes(office) ?? true);
  const group = groupReminderText(all);
  const document = {
    period,
    asOf: all.asOf,
    due: all.due,
    reminders: offices.map((reminder) => ({ ...reminder, text: reminderText(reminder, all) })),
    group,
  };
  const texts = document.reminders.map(({ text }) => text);
  printResult(context, document, wanted === undefined ? spaced([group, ...texts]) : spaced(texts));
  return EXIT.done;
}

/** A blank line between messages, so that each can be marked and copied. */
function spaced(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => (index === 0 ? [text] : ['', text]));
}
