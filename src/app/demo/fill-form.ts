import type { CalendarDate } from '../../base/calendar';
import type { Report } from '../../ledger/records';
import { FORM_COLUMNS, statusWord, type FormField } from '../../returns/locate/form-columns';
import type { CellContent, SheetBlueprint, WorkbookBlueprint } from '../../base/blueprint';
import { parseMeasureKey } from '../../returns/whose/form-identity';
import { must } from '../../base/invariant';
import { FORM_SHEET } from '../../sheets/tabs/form';
import { FORM_HEADER_ROW } from '../../sheets/tabs/form-layout';
import { withFittedRows } from '../../sheets/row-heights';

export interface FormFoot {
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly phone: string;
  readonly preparedOn: CalendarDate;
}

/** Where a column of the form stands, by its header; from 0. */
export function formColumn(cells: readonly (readonly CellContent[])[], field: FormField): number {
  const header = FORM_COLUMNS.find((column) => column.field === field)?.header ?? '';
  return must(cells[FORM_HEADER_ROW - 1], 'the header of the form').indexOf(header);
}

/** The cells of a form as someone at the unit fills them; `reports` by measure. */
export function fillForm(
  form: WorkbookBlueprint,
  reports: ReadonlyMap<number, Report>,
  foot: FormFoot,
): WorkbookBlueprint {
  return onFormSheet(form, (cells) => {
    const keyed = formColumn(cells, 'key');
    for (const row of cells.slice(FORM_HEADER_ROW)) {
      const key = row[keyed];
      const measure = typeof key === 'string' ? parseMeasureKey(key) : undefined;
      const report = measure === undefined ? undefined : reports.get(measure);
      if (report !== undefined) fillRow(row, report, (field) => formColumn(cells, field));
      fillFoot(row, foot);
    }
  });
}

function fillRow(row: CellContent[], report: Report, columnOf: (field: FormField) => number): void {
  const filled: readonly (readonly [FormField, CellContent])[] = [
    ['claimedStatus', report.status === null ? null : statusWord(report.status)],
    ['percent', report.percent],
    ['completedOn', report.completedOn === null ? null : { date: report.completedOn }],
    ['progress', report.progress],
    ['problems', report.problems],
    ['nextSteps', report.nextSteps],
    ['evidence', report.evidence],
    ['remark', report.remark],
  ];
  for (const [field, content] of filled) row[columnOf(field)] = content === '' ? null : content;
}

function fillFoot(row: CellContent[], foot: FormFoot): void {
  const answers: Readonly<Record<string, CellContent>> = {
    '填报人：': foot.preparedBy,
    '审核人：': foot.reviewedBy,
    '联系电话：': foot.phone,
    '填报日期：': { date: foot.preparedOn },
  };
  for (const [at, cell] of row.entries()) {
    const answer = typeof cell === 'string' ? answers[cell] : undefined;
    if (answer !== undefined) row[at + 1] = answer;
  }
}

/** Changes the cells of the form's sheet, in a copy. */
export function onFormSheet(
  form: WorkbookBlueprint,
  change: (cells: CellContent[][]) => void,
): WorkbookBlueprint {
  return {
    ...form,
    sheets: form.sheets.map((sheet): SheetBlueprint => {
      if (sheet.name !== FORM_SHEET) return sheet;
      const cells = sheet.cells.map((row) => [...row]);
      change(cells);
      return withFittedRows({
        ...sheet,
        cells,
        rowHeights: sheet.rowHeights.filter(({ fitted }) => !fitted),
      });
    }),
  };
}
