import { verify } from '../../ledger/change/acts';
import { assignmentKey } from '../../ledger/units/assignments';
import { logged, takeHandEdits } from '../../ledger/change/changes';
import { takeNotes } from '../../ledger/change/take-notes';
import { entriesInForce } from '../../ledger/entries';
import type { Ledger } from '../../ledger/ledger';
import type { RawWorkbook } from '../../base/raw-sheet';
import { statesShown } from '../../sheets/reading/drawn';
import { findHandEdits, type RefusedEdit, type VerdictEdit } from '../../sheets/reading/hand-edits';
import { beforeInterruption } from '../../sheets/reading/late-edits';
import { VERIFICATION_WORD } from '../../sheets/words';

export interface EditedLedger {
  readonly ledger: Ledger;
  /** Entries added: an edit of a measure with several units adds one for each. */
  readonly taken: number;
  readonly refused: readonly RefusedEdit[];
}

/**
 * Takes in what was typed into the ledger tab before anything writes it anew. An edit that cannot be understood is not
 * guessed at: its text goes into the log, so that writing the tab loses nothing.
 */
export function takeInHandEdits(workbook: RawWorkbook, ledger: Ledger, at: string): EditedLedger {
  const before = beforeInterruption(workbook, ledger.plan);
  const first = before === undefined ? { ledger, taken: 0, refused: [] } : takeTyped(before, ledger, at);
  const second = takeTyped(workbook, first.ledger, at);
  return {
    ledger: second.ledger,
    taken: first.taken + second.taken,
    refused: [...first.refused, ...second.refused],
  };
}

function takeTyped(workbook: RawWorkbook, ledger: Ledger, at: string): EditedLedger {
  const { state, earlier } = statesShown(workbook, ledger);
  const found = findHandEdits(workbook, ledger.plan, state, earlier);
  const reported = takeHandEdits(ledger, found.edits, at);
  const verified = takeVerdicts(reported.ledger, found.verdicts, at);
  const written = takeNotes(verified.ledger, found.notes, at);
  const refused = [...found.refused, ...verified.refused];
  const noted = refused.reduce(
    (state, { cell, value }) => logged(state, 'handEditRefused', `${cell}：${value}`, at),
    written.ledger,
  );
  const taken = reported.added.length + verified.taken + written.added.length;
  return { ledger: noted, taken, refused };
}

/** Why a claim was sent back cannot be told in a cell of 核实状态. */
const HAND_REASON = '在台账中手工标记';

/** A verdict typed into a row holds for each of its units that has reported; where none has there is nothing to verify. */
function takeVerdicts(ledger: Ledger, edits: readonly VerdictEdit[], at: string): EditedLedger {
  const inForce = entriesInForce(ledger.entries);
  const acts = edits.map((edit) => ({
    edit,
    verdicts: edit.units
      .filter((unit) => inForce.has(assignmentKey(edit.measure, unit)))
      .map((unit) => ({
        measure: edit.measure,
        unit,
        verification: edit.verification,
        reason: edit.verification === 'sentBack' ? HAND_REASON : '',
      })),
  }));
  const acted = verify(
    ledger,
    acts.flatMap(({ verdicts }) => verdicts),
    ledger.settings.asOf,
    at,
  );
  return {
    ledger: acted.ledger,
    taken: acted.added.length,
    refused: acts
      .filter(({ verdicts }) => verdicts.length === 0)
      .map(({ edit: { cell, measure, verification } }) => ({
        cell,
        measure,
        value: VERIFICATION_WORD[verification],
      })),
  };
}
