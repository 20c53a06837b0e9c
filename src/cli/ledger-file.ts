import { WorkbookFileError } from '../base/file-fault';
import { basename, resolve } from 'node:path';
import type { Inputs, Results, UseCaseName } from '../app/changes/use-case-list';
import { workbookPlace, type LedgerPlace } from '../app/runner/ledger-place';
import type { OpenedLedger } from '../app/runner/open-ledger';
import { runUseCase } from '../app/runner/run-use-case';
import type { Asked } from '../app/runner/use-case';
import { FileWorkbookHost } from '../hosts/file/file-host';
import { PlanParseError } from '../plan/plan-errors';
import type { Repair } from '../sheets/layout/repairs';
import { LedgerFormatError } from '../sheets/reading/ledger-format-error';
import { ledgerFault as faultOfLedger } from '../app/wording/ledger-fault';
import { CommandError } from './command-error';
import { inputFile } from './files';
import type { CommandIo } from './io';

/** A ledger on disk. */
export interface LedgerFile {
  /** The file's own, without its folder. */
  readonly name: string;
  readonly place: LedgerPlace;
  /** With what was typed into it. */
  readonly opened: OpenedLedger;
  readonly asked: Asked;
  /** Changes the ledger in memory. */
  run<Name extends UseCaseName>(name: Name, input: Inputs[Name]): Promise<Results[Name]>;
  /** Cells of the product that somebody had changed in the workbook and that the changes made so far have put right. */
  repairs(): readonly Repair[];
  /** The file as it then is. */
  bytes(): Promise<Uint8Array>;
}

/**
 * Opens a ledger file; anything wrong with it is a sentence that names the file. What was read is remembered: `writeOutputs`
 * replaces the file only while it holds just that.
 */
export async function openLedgerFile(io: CommandIo, path: string): Promise<LedgerFile> {
  const asked = { by: 'command', at: io.now().minute, acceptEdits: io.acceptEdits === true } as const;
  const bytes = await inputFile(io, path).read();
  io.seen.noteLedger(resolve(io.cwd, path), bytes);
  try {
    const host = await FileWorkbookHost.open(bytes, basename(path));
    const repairs: Repair[] = [];
    const place = notingPlace(workbookPlace(host), repairs);
    return {
      name: basename(path),
      place,
      asked,
      repairs: () => repairs,
      opened: await place.look(asked.at),
      run: (name, input) =>
        runUseCase(place, name, input, asked).catch((error: unknown) => {
          throw ledgerFault(error, path);
        }),
      bytes: () => host.toBytes(),
    };
  } catch (error) {
    throw ledgerFault(error, path);
  }
}

/** The same place; what is corrected there is noted. */
function notingPlace(place: LedgerPlace, noted: Repair[]): LedgerPlace {
  return {
    ...place,
    open: async (at) => {
      const { opened, keep } = await place.open(at);
      return {
        opened,
        keep: async (revision, asked) => {
          const kept = await keep(revision, asked);
          noted.push(...kept.repairs);
          return kept;
        },
      };
    },
  };
}

function ledgerFault(error: unknown, file: string): unknown {
  const tooLarge = error instanceof WorkbookFileError ? faultOfLedger(error) : undefined;
  if (tooLarge !== undefined) return new CommandError(...tooLarge, file);
  if (error instanceof WorkbookFileError) return new CommandError('cli.error.notWorkbook', { file });
  if (error instanceof PlanParseError) {
    return ledgerFault(
      new LedgerFormatError('damaged', 'cell-unreadable', { sheet: '_plan', cell: 'A1' }),
      file,
    );
  }
  if (!(error instanceof LedgerFormatError)) return error;
  if (error.code === 'newer-version') return new CommandError('cli.error.newerVersion', { file });
  const sentence = faultOfLedger(error);
  return sentence === undefined
    ? new CommandError('cli.error.notLedger', { file })
    : new CommandError(...sentence, file);
}
