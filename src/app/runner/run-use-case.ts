import type { Ledger } from '../../ledger/ledger';
import type { LogSource } from '../../ledger/records';
import {
  BEGINNINGS,
  USE_CASES,
  type BeginningInputs,
  type BeginningName,
  type Inputs,
  type Results,
  type UseCaseName,
} from '../changes/use-case-list';
import type { LedgerPlace } from './ledger-place';
import type { OpenedLedger } from './open-ledger';

/** Who asks for a change, and when. */
export interface Asked {
  readonly by: LogSource;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/**
 * Every change of a ledger, by the command, the pane, the ribbon or the grid: reads it where it is, takes in what was typed
 * there, changes it, writes it; its log says who asked. Nothing is written when the use case throws.
 * @throws LedgerFormatError, and what the use case throws
 */
export async function runUseCase<Name extends UseCaseName>(
  place: LedgerPlace,
  name: Name,
  input: Inputs[Name],
  { by, at }: Asked,
): Promise<Results[Name]> {
  const { opened, keep } = await place.open(at);
  const result = applyUseCase(opened, name, input, by);
  return { ...result, ledger: await keep(result) };
}

/** What a use case makes of a ledger that is open; written nowhere. */
export function applyUseCase<Name extends UseCaseName>(
  opened: OpenedLedger,
  name: Name,
  input: Inputs[Name],
  by: LogSource,
): Results[Name] {
  const result = USE_CASES[name](opened, input);
  return { ...result, ledger: withSource(result.ledger, opened.ledger.log.length, by) };
}

/** A ledger comes to be, in place of whatever ledger was there. @throws PlanParseError before anything is written */
export async function beginLedger<Name extends BeginningName>(
  place: LedgerPlace,
  name: Name,
  input: BeginningInputs[Name],
  { by, at }: Asked,
): Promise<Ledger> {
  const revision = BEGINNINGS[name](input, at);
  const ledger = withSource(revision.ledger, 0, by);
  await place.begin({ ...revision, ledger });
  return ledger;
}

/** The log's lines from a place on say who asked. */
function withSource(ledger: Ledger, from: number, source: LogSource): Ledger {
  if (ledger.log.length === from) return ledger;
  const log = ledger.log.map((record, index) => (index < from ? record : { ...record, source }));
  return { ...ledger, log };
}
