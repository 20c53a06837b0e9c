import type { PeriodCode } from '../../ledger/records';
import { periodLabel } from '../../ledger/period';
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../../base/raw-sheet';
import { FORM_COLUMNS, type FormField } from '../locate/form-columns';
import { FORM_VERSION, IDENTITY_SHEET, formIdentityRows, measureKey } from '../whose/form-identity';

/** What an office fills in of each measure. */
export type AnswerField = Exclude<FormField, 'key' | 'measure' | 'task' | 'text' | 'deadline' | 'last'>;

/** What it says of itself under the table. */
export const FOOT_LABELS = ['填报人', '审核人', '联系电话', '填报日期'] as const;
export type FootLabel = (typeof FOOT_LABELS)[number];

/** A form as it was typed somewhere else than in a workbook: words, as yet unread. */
export interface TypedForm {
  readonly plan: string;
  readonly unit: string;
  readonly period: PeriodCode;
  readonly rows: readonly TypedRow[];
  readonly foot: Readonly<Partial<Record<FootLabel, string>>>;
}

export interface TypedRow {
  readonly measure: number;
  readonly answers: Readonly<Partial<Record<AnswerField, string>>>;
}

/** The columns an office fills in, in the order of the form. */
export const ANSWER_COLUMNS: readonly { readonly field: AnswerField; readonly header: string }[] =
  FORM_COLUMNS.flatMap(({ field, header, unlocked }) =>
    unlocked ? [{ field: field as AnswerField, header }] : [],
  );

const SHEET = '填报表';

/** The workbook that somebody would have sent who typed the same into the form: it is checked like any other. */
export function typedWorkbook(form: TypedForm, file: string): RawWorkbook {
  const { unit, period, rows, foot } = form;
  const table = [
    [null, `填报单位：${unit}　　报送期：${periodLabel(period)}`],
    FORM_COLUMNS.map(({ header }) => header),
    ...rows.map(({ measure, answers }) =>
      FORM_COLUMNS.map(({ field }) => {
        if (field === 'key') return measureKey(measure);
        return field === 'measure' ? measure : (answers[field as AnswerField] ?? null);
      }),
    ),
    ...FOOT_LABELS.map((word) => [null, `${word}：`, foot[word] ?? null]),
  ];
  const identity = formIdentityRows({ plan: form.plan, unit, period, version: FORM_VERSION });
  return {
    file,
    sheets: [rawSheet(SHEET, 'visible', table), rawSheet(IDENTITY_SHEET, 'veryHidden', identity)],
    date1904: false,
    hasMacros: false,
    hasExternalLinks: false,
  };
}

function rawSheet(
  name: string,
  visibility: RawSheet['visibility'],
  table: readonly (readonly (string | number | null)[])[],
): RawSheet {
  const rows = table.map((contents, index): RawRow => {
    const cells = contents.flatMap((value, at): RawCell[] =>
      value === null || value === '' ? [] : [{ column: at + 1, value }],
    );
    return { row: index + 1, hidden: false, cells };
  });
  return { name, visibility, rows, merges: [] };
}
