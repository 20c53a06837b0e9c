import type { Argument, ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { intersect } from '../model/address';
import { ensureAllowed } from '../model/protection';
import {
  changeValidation,
  noValidation,
  readAlert,
  readPrompt,
  readRule,
  validationOf,
  validationTypes,
  type Validation,
} from '../model/validation';
import { booleanOf, type Areas } from './arguments';

/** The validation all blocks share, or undefined. */
function sharedValidation({ sheet, rects }: Areas): Validation | undefined {
  const all = rects.map((rect) => validationOf(sheet, rect));
  const [first] = all;
  return all.every((validation) => JSON.stringify(validation) === JSON.stringify(first)) ? first : undefined;
}

function change({ sheet, rects }: Areas, make: (old: Validation) => Validation): void {
  ensureAllowed(sheet, 'never');
  for (const rect of rects) changeValidation(sheet, rect, make);
}

function ruleJson({ rule }: Validation): Json {
  return rule ? { [rule.kind]: rule.settings } : {};
}

/** `None` without any, `Inconsistent` when only some cells have one, `MixedCriteria` when they differ. */
function typeOf(areas: Areas): string {
  const validation = sharedValidation(areas);
  if (validation) return validation.rule ? validationTypes[validation.rule.kind] : 'None';
  const touching = areas.sheet.validations.filter((area) =>
    areas.rects.some((rect) => intersect(area.rect, rect)),
  );
  return new Set(touching.map((area) => JSON.stringify(area.validation))).size > 1
    ? 'MixedCriteria'
    : 'Inconsistent';
}

export const dataValidationClasses = {
  DataValidation: {
    read: {
      Type: typeOf,
      Rule: (areas) => {
        const validation = sharedValidation(areas);
        return validation ? ruleJson(validation) : null;
      },
      Prompt: (areas) => ({ ...(sharedValidation(areas) ?? noValidation).prompt }),
      ErrorAlert: (areas) => ({ ...(sharedValidation(areas) ?? noValidation).errorAlert }),
      IgnoreBlanks: (areas) => sharedValidation(areas)?.ignoreBlanks ?? null,
    },
    write: {
      Rule: (areas, value: Argument) => {
        const rule = readRule(value);
        change(areas, (old) => ({ ...old, rule }));
      },
      Prompt: (areas, value) => {
        const prompt = readPrompt(value);
        change(areas, (old) => ({ ...old, prompt }));
      },
      ErrorAlert: (areas, value) => {
        const errorAlert = readAlert(value);
        change(areas, (old) => ({ ...old, errorAlert }));
      },
      IgnoreBlanks: (areas, value) => {
        const ignoreBlanks = booleanOf(value, 'ignoreBlanks');
        change(areas, (old) => ({ ...old, ignoreBlanks }));
      },
    },
    call: { Clear: (areas) => change(areas, () => noValidation) },
  } satisfies ClassModel<Areas>,
};
