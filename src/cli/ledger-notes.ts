import { describeCorrection, describeCorrections } from '../app/wording/describe-corrections';
import { refusedEdits } from '../app/runner/refused-edits';
import type { Correction } from '../sheets/layout/corrections';
import type { Translate } from '../locales/translate';
import type { CommandContext } from './io';
import type { LedgerFile } from './ledger-file';

/** What a command found in the workbook that it changed: what was typed there, and what of ours had been changed. */
export interface LedgerNotes {
  /** For the JSON document. */
  readonly document: {
    readonly handEdits: number;
    readonly handEditsRefused: number;
    readonly corrections: readonly CorrectionDocument[];
  };
  /** Sentences, for the end of the result in words. */
  readonly words: readonly string[];
}

type CorrectionDocument = Correction & { readonly message: string };

/** To be asked for once the file has been changed. */
export function ledgerNotes({ t }: CommandContext, file: LedgerFile): LedgerNotes {
  const { opened } = file;
  const corrections = [...refusedEdits(opened), ...file.corrections()];
  return {
    document: {
      handEdits: opened.taken,
      handEditsRefused: opened.refused.length,
      corrections: corrections.map((one) => correctionDocument(one, t)),
    },
    words: describeCorrections(corrections, t),
  };
}

function correctionDocument(correction: Correction, t: Translate): CorrectionDocument {
  return { ...correction, message: describeCorrection(correction, t) };
}
