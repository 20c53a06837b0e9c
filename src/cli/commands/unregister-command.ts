import { must } from '../../base/invariant';
import { fullNumber } from '../../documents/letters/letter-parts';
import { LETTER_WORD, letterNumber, lettersIssued } from '../../ledger/letters';
import type { LetterEntry } from '../../ledger/records';
import { CommandError, EXIT } from '../command-error';
import { writeOutputs } from '../files';
import { printResult, type CommandContext } from '../io';
import { openLedgerFile } from '../ledger-file';
import { ledgerNotes } from '../ledger-notes';

export interface UnregisterOptions {
  /** Its number as on the paper, or kind and number as the log has it. */
  readonly letter: string;
  /** Those registered together with it as well. */
  readonly together?: boolean;
  readonly out: string;
}

/** Of these so many are named, the latest. */
const NAMED = 5;

function titleOf(letter: LetterEntry): string {
  return `${LETTER_WORD[letter.letter]}${letterNumber(letter)}`;
}

/**
 * `unregister`: a letter that was registered and never went out gives its number back. Letters that were registered together are
 * one entry of the log, and go together or not at all.
 */
export async function unregisterCommand(
  context: CommandContext,
  path: string,
  { letter, together = false, out }: UnregisterOptions,
): Promise<number> {
  const { io, t } = context;
  const file = await openLedgerFile(io, path);
  const issued = lettersIssued(file.opened.ledger);
  const wanted = letter.replaceAll(/\s/gu, '');
  const known = [...new Set(issued.map(titleOf))];
  const { office } = file.opened.ledger.settings;
  const named = issued.find((one) => [titleOf(one), fullNumber(office, one.letter, one)].includes(wanted));
  if (named === undefined) {
    const letters = known.slice(-NAMED).join('、');
    throw new CommandError(known.length === 0 ? 'cli.error.noLetters' : 'cli.error.noSuchLetter', {
      letter,
      letters,
    });
  }
  const gone = [...new Set(issued.filter(({ batch }) => batch === named.batch).map(titleOf))];
  const others = gone.filter((one) => one !== titleOf(named));
  if (others.length > 0 && !together)
    throw new CommandError('cli.error.lettersTogether', {
      letter: titleOf(named),
      others: others.join('、'),
    });
  const { ledger } = await file.run('undo', { batches: [named.batch], unsent: true });
  await writeOutputs(io, [{ path: out, bytes: await file.bytes() }], { keepExisting: false });
  const notes = ledgerNotes(context, file);
  const { batch } = must(ledger.log.at(-1), 'the line of the log');
  printResult(context, { batch, letters: gone, ...notes.document, file: out }, [
    t('cli.unregister.done', { letters: gone.join('、'), file: out }),
    ...notes.words,
  ]);
  return EXIT.done;
}
