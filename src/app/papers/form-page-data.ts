import type { CalendarDate } from '../../base/calendar';
import type { Place } from '../../plan/units/place';
import type { FormContent } from '../../sheets/tabs/form-measures';

/** What a form that is a page carries beside its script. */
export interface FormPageData {
  readonly content: FormContent;
  readonly place: Place;
  /** The day of the ledger when the form went out: no clock of a unit's machine is taken to be before it. */
  readonly issuedOn: CalendarDate;
  /** The sentences it can say, by key. */
  readonly messages: Readonly<Record<string, string>>;
  /** The form as a workbook, empty, in base64: what is typed goes into its cells. */
  readonly workbook: string;
  /** Name of the workbook that comes back. */
  readonly file: string;
}

/** The id of the element that holds it. */
export const FORM_DATA_ID = 'form-data';
