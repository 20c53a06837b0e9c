import { HostError } from '../protocol/errors';
import type { ClassModel, ClassTable } from '../protocol/handles';

/**
 * What Excel refuses while another workbook is in front of this one, and with which code, as the table of
 * learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting has it. Setters bear the names they have on the wire.
 */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Chart: { Activate: 'GeneralException' },
  Range: { Select: 'GeneralException' },
  Table: { ClearFilters: 'GeneralException' },
  Workbook: {
    GetActiveCell: 'InvalidSelection',
    GetSelectedRange: 'InvalidSelection',
    GetSelectedRanges: 'InvalidSelection',
  },
  Worksheet: {
    Activate: 'GeneralException',
    Delete: 'InvalidSelection',
    Gridlines: 'GeneralException',
    Headings: 'GeneralException',
  },
  WorksheetCollection: { Add: 'GeneralException' },
  WorksheetFreezePanes: {
    FreezeAt: 'GeneralException',
    FreezeColumns: 'GeneralException',
    FreezeRows: 'GeneralException',
    GetLocationOrNullObject: 'GeneralException',
    Unfreeze: 'GeneralException',
  },
};

/** The classes, with these members refused while the workbook is not in front. */
export function refusingBehindAnother(
  classes: ClassTable,
  isBehind: (member: string) => boolean,
): ClassTable {
  const refuse = (member: string, code: string): void => {
    if (isBehind(member)) throw new HostError(code, 'Another workbook is in front');
  };
  return Object.fromEntries(
    Object.entries(classes).map(([type, model]) => {
      const codes = REFUSED[type];
      return [
        type,
        codes === undefined ? model : guarded(model, codes, (name, code) => refuse(`${type}.${name}`, code)),
      ];
    }),
  );
}

function guarded(
  model: ClassModel<never>,
  codes: Readonly<Record<string, string>>,
  refuse: (name: string, code: string) => void,
): ClassModel<never> {
  const first = <Args extends unknown[], Result>(
    members: Readonly<Record<string, (...args: Args) => Result>> = {},
  ) =>
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        (...args: Args): Result => {
          const code = codes[name];
          if (code !== undefined) refuse(name, code);
          return member(...args);
        },
      ]),
    );
  return { ...model, call: first(model.call), write: first(model.write) };
}
