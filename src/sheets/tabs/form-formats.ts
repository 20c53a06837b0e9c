import type { CellFormat, ConditionalFormat, RangeFormat } from '../../base/blueprint';
import { LACKS_COMPLETION_DATE } from '../../ledger/stated-rules';
import type { FormField } from '../../returns/locate/form-columns';
import { ruleCondition } from '../rules';
import { range } from '../tab-builder';
import { COLOR, FORMAT } from '../theme';
import { FORM_FIRST_ROW, FORM_HEADER_ROW, FORM_LINE, type FormLayout } from './form-layout';
import type { FormContent } from './form-measures';

const FORMATS: Readonly<Partial<Record<FormField, CellFormat>>> = {
  measure: FORMAT.count,
  deadline: FORMAT.date,
  claimedStatus: FORMAT.centered,
  percent: { numberFormat: '0', horizontal: 'center' },
  completedOn: FORMAT.date,
};

/** The looks of a form: what is the plan's in grey, what is the unit's in yellow. */
export function formFormats(content: FormContent, layout: FormLayout): readonly RangeFormat[] {
  return [
    { range: layout.line(FORM_LINE.title), format: { ...FORMAT.title, size: 16 } },
    { range: layout.line(FORM_LINE.head), format: { ...FORMAT.subtitle, size: 11, color: COLOR.ink } },
    { range: layout.line(FORM_LINE.hint), format: FORMAT.subtitle },
    { range: range(FORM_HEADER_ROW, 1, FORM_HEADER_ROW, layout.width), format: FORMAT.header },
    { range: layout.rows(1), format: { ...FORMAT.body, fill: COLOR.lockedFill } },
    { range: layout.rows(layout.open), format: { fill: COLOR.inputFill } },
    ...layout.columns.flatMap(({ field }) => {
      const format = FORMATS[field];
      return format === undefined ? [] : [{ range: layout.body(field), format }];
    }),
    ...lastFormats(content, layout),
    ...closedFormats(layout),
    ...layout.foot.flatMap(({ label, cell, takes }): RangeFormat[] => [
      { range: label, format: { horizontal: 'right', vertical: 'middle', bold: true } },
      {
        range: cell,
        format: {
          border: COLOR.line,
          horizontal: 'left',
          vertical: 'middle',
          ...(takes === 'pen' ? {} : { fill: COLOR.inputFill }),
          ...(takes === 'date' ? { numberFormat: 'yyyy-mm-dd' } : {}),
        },
      },
    ]),
  ];
}

/** What is known from before is grey; what was sent back stands out, in words and in colour. */
function lastFormats({ measures }: FormContent, layout: FormLayout): readonly RangeFormat[] {
  const column = layout.columnOf('last');
  if (column === 0) return [];
  return [
    { range: layout.body('last'), format: { color: COLOR.muted, size: 9 } },
    ...measures.flatMap(({ sentBack }, index): RangeFormat[] => {
      const row = FORM_FIRST_ROW + index;
      return sentBack === null
        ? []
        : [{ range: range(row, column, row, column), format: { color: COLOR.overdueInk } }];
    }),
  ];
}

function closedFormats(layout: FormLayout): readonly RangeFormat[] {
  const { closedHeading, lastClosedRow, width } = layout;
  if (closedHeading === undefined) return [];
  const under = (field: FormField) => {
    const column = layout.columnOf(field);
    return range(closedHeading + 1, column, lastClosedRow, column);
  };
  return [
    {
      range: layout.line(closedHeading),
      format: { bold: true, color: COLOR.titleInk, fill: COLOR.totalFill, vertical: 'middle' },
    },
    {
      range: range(closedHeading + 1, 1, lastClosedRow, width),
      format: { ...FORMAT.body, color: COLOR.muted, fill: COLOR.lockedFill },
    },
    ...(['measure', 'deadline', 'claimedStatus', 'completedOn'] as const).map((field) => ({
      range: under(field),
      format: FORMATS[field] ?? {},
    })),
  ];
}

/** A completion without its date shows before the form is sent. */
export function dateOwed(layout: FormLayout): ConditionalFormat {
  return {
    range: layout.body('completedOn'),
    condition: ruleCondition(LACKS_COMPLETION_DATE, {
      status: layout.columnOf('claimedStatus'),
      completedOn: layout.columnOf('completedOn'),
    }),
    format: { fill: COLOR.overdueFill },
  };
}
