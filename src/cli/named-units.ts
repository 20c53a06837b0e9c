import { UnknownUnitError } from '../app/wording/name-units';
import { CommandError } from './command-error';

/** A name that is no unit becomes a sentence with those that are near; any other error stays. */
export function unitFault(error: unknown): unknown {
  if (!(error instanceof UnknownUnitError)) return error;
  return new CommandError('cli.error.unknownUnit', {
    unit: error.unit,
    known: error.suggestions.join('、'),
    knownGiven: error.suggestions.length > 0 ? 'yes' : 'no',
  });
}

/** Looks units up by name. @throws CommandError for a name that is none */
export function namingUnits<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw unitFault(error);
  }
}
