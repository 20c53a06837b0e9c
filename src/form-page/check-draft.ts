import type { FormPageData } from '../app/papers/form-page-data';
import type { CalendarDate } from '../base/calendar';
import type { OfficeCharge } from '../ledger/units/offices';
import { checkReturn } from '../returns/check-return';
import type { Finding, ReturnContext } from '../returns/checked-return';
import { typedWorkbook } from '../returns/typed/typed-form';
import { typedForm, type Draft } from './draft';

/** The check that the form will meet when it comes in: the same one, over what the page knows of the ledger. */
export function checkDraft(data: FormPageData, draft: Draft, today: CalendarDate): readonly Finding[] {
  const workbook = typedWorkbook(typedForm(data.content, draft), data.file);
  return checkReturn(workbook, contextOf(data, today)).findings;
}

/** The day of the check: today, but of a sample the day on which its returns are due. */
function dayOfCheck({ content, issuedOn }: FormPageData, today: CalendarDate): CalendarDate {
  if (content.sample) return content.due;
  return today < issuedOn ? issuedOn : today;
}

function contextOf(data: FormPageData, today: CalendarDate): ReturnContext {
  const { content, place } = data;
  const { measures, unit } = content;
  const known = new Map(measures.map((measure) => [measure.no, measure]));
  const charge: OfficeCharge = {
    office: unit,
    assignments: measures.flatMap(({ no, units, deadline }) =>
      units.map((one) => ({ measure: no, unit: one, deadline })),
    ),
  };
  return {
    plan: {
      id: content.plan,
      title: content.title,
      years: content.years,
      measures,
      sections: [],
      remarks: [],
      headings: [],
      rest: [],
      text: '',
    },
    directory: { units: [], groups: [] },
    place,
    offices: () => [charge],
    period: content.period,
    hasLedger: true,
    asOf: dayOfCheck(data, today),
    lastReport: (measure) => known.get(measure)?.last ?? undefined,
    sentBack: (measure) => known.get(measure)?.sentBack ?? undefined,
    isClosed: () => false,
  };
}
