import { accessDenied } from '../protocol/errors';
import type { ClassModel, ClassTable } from '../protocol/handles';

/** Methods that change something; every setter does. */
const CHANGING =
  /^(?:Add|Apply|Clear|Convert|Copy|Delete|Fill|Freeze|Group|Insert|Merge|Move|Protect|Refresh|Remove|Replace|Resize|Set|Unfreeze|Unmerge|Unprotect|AutoFit)/i;

/**
 * The classes, with members refused by AccessDenied, as Learn has it for what is not allowed.
 * @param isRefused Asked with “Worksheet.Delete”, and whether that changes the workbook.
 */
export function refusing(
  classes: ClassTable,
  isRefused: (member: string, changes: boolean) => boolean,
): ClassTable {
  const guard = <Args extends unknown[], Result>(
    type: string,
    members: Readonly<Record<string, (...args: Args) => Result>> = {},
    changes: (name: string) => boolean,
  ) =>
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        (...args: Args): Result => {
          if (isRefused(`${type}.${name}`, changes(name))) throw accessDenied(`${type}.${name}`);
          return member(...args);
        },
      ]),
    );
  const guarded = (type: string, model: ClassModel<never>): ClassModel<never> => ({
    ...model,
    call: guard(type, model.call, (name) => CHANGING.test(name)),
    write: guard(type, model.write, () => true),
  });
  return Object.fromEntries(Object.entries(classes).map(([type, model]) => [type, guarded(type, model)]));
}
