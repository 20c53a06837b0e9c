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
          workbook.touch();
          workbook.calculate();
        },
        SuspendApiCalculationUntilNextSync: (workbook) => {
          workbook.ensureCalculated();
          workbook.calculationSuspended = true;
        },
        SuspendScreenUpdatingUntilNextSync: () => undefined,
        CreateWorkbook: (_, [base64]) => new Handle('WorkbookCreated', textOrNull(base64, 'base64File')),
      },
    } satisfies ClassModel<Workbook>,
    WorkbookCreated: {
      read: { Id: () => 'created' },
      call: { Open: (base64) => openWorkbook(base64) },
    } satisfies ClassModel<string | null>,
  };
}
