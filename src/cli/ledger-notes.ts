import { describeRepair, describeRepairs } from '../app/wording/describe-repairs';
import { refusedEdits } from '../app/runner/refused-edits';
import type { Repair } from '../sheets/layout/repairs';
import type { Translate } from '../locales/translate';
import type { CommandContext } from './io';
import type { LedgerFile } from './ledger-file';

/**
 * What a command found in the workbook that it changed: what was typed there, and which cells of the product had been
 * changed.
 */
export interface LedgerNotes {
  /** For the JSON document. */
  readonly document: {
    readonly handEdits: number;
    readonly handEditsRefused: number;
    readonly repairs: readonly RepairDocument[];
  };
  /** Sentences, for the end of the result in words. */
  readonly words: readonly string[];
}

type RepairDocument = Repair & { readonly message: string };

/** To be asked for once the file has been changed. */
export function ledgerNotes({ t }: CommandContext, file: LedgerFile): LedgerNotes {
  const { opened } = file;
  const repairs = [...refusedEdits(opened), ...file.repairs()];
  return {
    document: {
      handEdits: opened.taken,
      handEditsRefused: opened.refused.length,
      repairs: repairs.map((one) => repairDocument(one, t)),
    },
    words: describeRepairs(repairs, t),
  };
}

function repairDocument(repair: Repair, t: Translate): RepairDocument {
  return { ...repair, message: describeRepair(repair, t) };
}
