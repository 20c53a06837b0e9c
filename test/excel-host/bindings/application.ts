import { unzipSync } from 'fflate';
import { HostError, invalidArgument } from '../protocol/errors';
import type { ClassModel } from '../protocol/handles';
import { Handle } from '../protocol/handles';
import type { Workbook } from '../model/workbook';
import { oneOf, textOrNull } from './arguments';

const calculationModes = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
const calculationTypes = ['Recalculate', 'Full', 'FullRebuild'] as const;

/** Called with the bytes of `Excel.createWorkbook(base64)`. */
export type OpenWorkbook = (base64: string | null) => void;

export function applicationClasses(openWorkbook: OpenWorkbook) {
  return {
    Application: {
      read: {
        CalculationMode: (workbook) => workbook.calculationMode,
        CalculationState: () => 'Done',
      },
      write: {
        CalculationMode: (workbook, value) => {
          const mode = oneOf(calculationModes, value, 'calculationMode');
          workbook.ensureCalculated();
          workbook.calculationMode = mode;
        },
      },
      call: {
        Calculate: (workbook, [type]) => {
          oneOf(calculationTypes, type, 'calculationType');
          workbook.recalculate();
        },
        SuspendApiCalculationUntilNextSync: (workbook) => {
          workbook.ensureCalculated();
          workbook.calculationSuspended = true;
        },
        SuspendScreenUpdatingUntilNextSync: () => undefined,
        CreateWorkbook: (workbook, [given]) => {
          const base64 = textOrNull(given, 'base64File');
          const { opensCopies } = workbook.behaviour;
          if (opensCopies === 'none') throw new HostError('GeneralException', 'no workbook is opened');
          if (opensCopies === 'noMacros' && base64 !== null && hasMacros(base64))
            throw invalidArgument('macros');
          return new Handle('WorkbookCreated', base64);
        },
      },
    } satisfies ClassModel<Workbook>,
    WorkbookCreated: {
      read: { Id: () => 'created' },
      call: { Open: (base64) => openWorkbook(base64) },
    } satisfies ClassModel<string | null>,
  };
}

function hasMacros(base64: string): boolean {
  const parts = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')), {
    filter: ({ name }) => name === '[Content_Types].xml',
  });
  return Object.values(parts).some((part) => new TextDecoder().decode(part).includes('macroEnabled'));
}
