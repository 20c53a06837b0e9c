import { invalidArgument, itemNotFound, NotModelledError } from '../protocol/errors';
import { Handle, type Argument, type ClassModel, shown } from '../protocol/handles';
import {
  addConditionalFormat,
  conditionalFormatsOf,
  deleteConditionalFormat,
  type ConditionalFormat,
  type ConditionalStyle,
} from '../model/conditional';
import { checkFormula } from '../model/interpret';
import { ensureAllowed } from '../model/protection';
import { booleanOf, colorOf, integerOf, textOf, type Areas } from './arguments';
import { rangeAreasHandle, rangeHandle } from './handles';

function ruleHandle(rule: ConditionalFormat): Handle<ConditionalFormat> {
  return new Handle('ConditionalFormat', rule);
}

function rulesOf({ sheet, rects }: Areas): ConditionalFormat[] {
  return conditionalFormatsOf(sheet, rects);
}

function move(rule: ConditionalFormat, priority: number): void {
  const rules = rule.sheet.conditionalFormats;
  if (priority < 0 || priority >= rules.length) throw invalidArgument('priority');
  rules.splice(rules.indexOf(rule), 1);
  rules.splice(priority, 0, rule);
}

const collection = {
  call: {
    Add: ({ sheet, rects }, [type]) => {
      if (type !== 'Custom') throw new NotModelledError(`conditional format ${shown(type)}`);
      return ruleHandle(addConditionalFormat(sheet, rects));
    },
    ClearAll: (areas) => {
      for (const rule of rulesOf(areas)) deleteConditionalFormat(rule);
    },
    GetCount: (areas) => rulesOf(areas).length,
    GetItemAt: (areas, [index]) => {
      const rule = rulesOf(areas)[integerOf(index, 'index')];
      if (!rule) throw itemNotFound('conditional format');
      return ruleHandle(rule);
    },
    GetItemOrNullObject: (areas, [id]) => {
      const rule = rulesOf(areas).find((candidate) => candidate.id === id);
      return rule ? ruleHandle(rule) : null;
    },
  },
  items: (areas) => rulesOf(areas).map(ruleHandle),
  item: ({ sheet }, id) => {
    const rule = sheet.conditionalFormats.find((candidate) => candidate.id === id);
    if (!rule) throw itemNotFound('conditional format');
    return ruleHandle(rule);
  },
} satisfies ClassModel<Areas>;

const conditionalFormat = {
  read: {
    Id: (rule) => rule.id,
    Type: () => 'Custom',
    Priority: (rule) => rule.sheet.conditionalFormats.indexOf(rule),
    StopIfTrue: (rule) => rule.stopIfTrue,
  },
  write: {
    Priority: (rule, value) => move(rule, integerOf(value, 'priority')),
    StopIfTrue: (rule, value) => {
      rule.stopIfTrue = booleanOf(value, 'stopIfTrue');
    },
  },
  navigate: {
    Custom: (rule) => new Handle('CustomConditionalFormat', rule),
    CustomOrNullObject: (rule) => new Handle('CustomConditionalFormat', rule),
  },
  call: {
    Delete: deleteConditionalFormat,
    GetRange: ({ sheet, rects }) => {
      const [rect, ...others] = rects;
      if (!rect || others.length > 0) throw itemNotFound('a single range');
      return rangeHandle(sheet, rect);
    },
    GetRangeOrNullObject: ({ sheet, rects }) => {
      const [rect, ...others] = rects;
      return rect && others.length === 0 ? rangeHandle(sheet, rect) : null;
    },
    GetRanges: ({ sheet, rects }) => rangeAreasHandle(sheet, rects),
  },
} satisfies ClassModel<ConditionalFormat>;

const rule = {
  read: { Formula: (target) => target.formula },
  write: {
    Formula: (target, value) => {
      ensureAllowed(target.sheet, 'never');
      const formula = textOf(value, 'formula');
      target.formula = `=${checkFormula(formula.startsWith('=') ? formula.slice(1) : formula)}`;
    },
  },
} satisfies ClassModel<ConditionalFormat>;

function setter<Key extends keyof ConditionalStyle>(
  key: Key,
  read: (value: Argument) => ConditionalStyle[Key],
) {
  return (target: ConditionalFormat, value: Argument): void => {
    ensureAllowed(target.sheet, 'never');
    target.format[key] = read(value);
  };
}

export const conditionalFormatClasses = {
  ConditionalFormatCollection: collection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: {
    navigate: {
      Rule: (target) => new Handle('ConditionalFormatRule', target),
      Format: (target) => new Handle('ConditionalRangeFormat', target),
    },
  } satisfies ClassModel<ConditionalFormat>,
  ConditionalFormatRule: rule,
  ConditionalRangeFormat: {
    read: { NumberFormat: ({ format }) => format.numberFormat },
    write: { NumberFormat: setter('numberFormat', (value) => textOf(value, 'numberFormat')) },
    navigate: {
      Fill: (target) => new Handle('ConditionalRangeFill', target),
      Font: (target) => new Handle('ConditionalRangeFont', target),
    },
  } satisfies ClassModel<ConditionalFormat>,
  ConditionalRangeFill: {
    read: { Color: ({ format }) => format.fill },
    write: { Color: setter('fill', (value) => colorOf(value, 'fill color')) },
    call: {
      Clear: ({ format }) => {
        format.fill = null;
      },
    },
  } satisfies ClassModel<ConditionalFormat>,
  ConditionalRangeFont: {
    read: {
      Color: ({ format }) => format.fontColor,
      Bold: ({ format }) => format.bold,
      Italic: ({ format }) => format.italic,
      Underline: ({ format }) => format.underline,
      Strikethrough: ({ format }) => format.strikethrough,
    },
    write: {
      Color: setter('fontColor', (value) => colorOf(value, 'font color')),
      Bold: setter('bold', (value) => booleanOf(value, 'bold')),
      Italic: setter('italic', (value) => booleanOf(value, 'italic')),
      Underline: setter('underline', (value) => textOf(value, 'underline')),
      Strikethrough: setter('strikethrough', (value) => booleanOf(value, 'strikethrough')),
    },
  } satisfies ClassModel<ConditionalFormat>,
};
