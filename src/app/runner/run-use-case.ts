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
import type { Kept, LedgerPlace } from './ledger-place';
import type { Repair } from '../../sheets/layout/repairs';
import type { OpenedLedger } from './open-ledger';
import { refuseManyEdits } from './many-edits';
import { unlessChanged } from './unless-changed';
import { refusedEdits } from './refused-edits';
import type { Asked } from './use-case';

/** What a use case has made of a ledger, and what was corrected in its workbook on the way. */
export type Outcome<Name extends UseCaseName> = Results[Name] & {
  readonly repairs: readonly Repair[];
};

/**
 * Every change of a ledger, by the command, the pane, the ribbon or the grid: reads it where it is, takes in what was typed
 * there, changes it, writes it; its log says who asked. Nothing is written when the use case throws.
 * @throws LedgerFormatError, and what the use case throws
 */
export async function runUseCase<Name extends UseCaseName>(
  place: LedgerPlace,
  name: Name,
  input: Inputs[Name],
  asked: Asked,
): Promise<Outcome<Name>> {
  return unlessChanged(async () => {
    const { opened, keep } = await place.open(asked.at);
    if (asked.acceptEdits !== true) refuseManyEdits(opened);
    const result = applyUseCase(opened, name, input, asked.by);
    const { ledger, repairs } = await keep(result, asked);
    const kept: Kept = { ledger, repairs: [...refusedEdits(opened), ...repairs] };
    return { ...result, ...kept };
  });
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

/**
 * Makes a new ledger, which takes the place of any ledger that was there before. @throws PlanParseError before anything
 * is written
 */
export async function beginLedger<Name extends BeginningName>(
  place: LedgerPlace,
  name: Name,
  input: BeginningInputs[Name],
  asked: Asked,
): Promise<Ledger> {
  const revision = BEGINNINGS[name](input, asked.at);
  const ledger = withSource(revision.ledger, 0, asked.by);
  await place.begin({ ...revision, ledger }, asked);
  return ledger;
}

/** The log's lines from a place on say who asked. */
function withSource(ledger: Ledger, from: number, source: LogSource): Ledger {
  if (ledger.log.length === from) return ledger;
  const log = ledger.log.map((record, index) => (index < from ? record : { ...record, source }));
  return { ...ledger, log };
}
