import { accessDenied } from '../protocol/errors';
import type { ClassModel, ClassTable } from '../protocol/handles';

/** Methods that change something; every setter does. */
const CHANGING =
  /^(?:Add|Apply|Clear|Convert|Copy|Delete|Fill|Freeze|Group|Insert|Merge|Move|Protect|Refresh|Remove|Replace|Resize|Set|Unfreeze|Unmerge|Unprotect|AutoFit)/i;

/** The classes, with all that changes the workbook refused while it may only be looked at: AccessDenied, as Learn has it for what is not allowed. */
export function refusingChanges(classes: ClassTable, isReadOnly: () => boolean): ClassTable {
  const guard = <Args extends unknown[], Result>(
    members: Readonly<Record<string, (...args: Args) => Result>> = {},
    isRefused: (name: string) => boolean,
  ) =>
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        (...args: Args): Result => {
          if (isRefused(name) && isReadOnly()) throw accessDenied('the workbook is open to be read');
          return member(...args);
        },
      ]),
    );
  const guarded = (model: ClassModel<never>): ClassModel<never> => ({
    ...model,
    call: guard(model.call, (name) => CHANGING.test(name)),
    write: guard(model.write, () => true),
  });
  return Object.fromEntries(Object.entries(classes).map(([type, model]) => [type, guarded(model)]));
}
