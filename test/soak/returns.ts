import { fillForm } from '../../src/app/demo/fill-form';
import type { CalendarDate } from '../../src/base/calendar';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';
import type { Report } from '../../src/ledger/records';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { formMeasures } from '../../src/sheets/tabs/form-measures';
import { period as periodCode } from '../ledger/builders';
import { dayAfter, type Dice } from './dice';
import type { Claim, Model, ModelReturn, Said } from './model';

const files = createWorkbookFiles();

/** A return as it comes in, and what the model knows of it. */
export interface Returned {
  readonly known: ModelReturn;
  readonly bytes: Uint8Array;
}

const CLAIMS = ['done', 'done', 'inProgress', 'inProgress', 'inProgress', 'notStarted', 'ongoing'] as const;
const FAULTS = ['no status', 'no date', 'a day to come'] as const;

let serial = 0;

function saidBy(dice: Dice, asOf: string): Said {
  serial += 1;
  const status: Claim = dice.pick(CLAIMS);
  const isDone = status === 'done';
  return {
    status,
    percent: isDone ? 100 : status === 'notStarted' ? 0 : 10 + dice.below(80),
    completedOn: isDone ? dayAfter(asOf, -dice.below(500)) : null,
    progress: `第${serial}次报告：已开展调研并形成初稿`,
    problems: status === 'notStarted' ? '人员不足，正在协调' : '',
    evidence: isDone ? `市政府第${serial}号文件` : '',
  };
}

function spoilt(said: Said, dice: Dice, asOf: string): Said {
  switch (dice.pick(FAULTS)) {
    case 'no status':
      return { ...said, status: null };
    case 'no date':
      return { ...said, status: 'done', percent: 100, completedOn: null };
    case 'a day to come':
      return { ...said, status: 'done', percent: 100, completedOn: dayAfter(asOf, 1 + dice.below(400)) };
  }
}

/** What an office sends: a form of the ledger as it is, filled in, now and then with a fault in a row. */
export async function sendReturn(
  ledger: Ledger,
  model: Model,
  office: string,
  period: string,
  dice: Dice,
): Promise<Returned> {
  const rows = model.measures
    .filter(({ units }) => units.includes(office))
    .map(({ key, no }) => {
      const said = saidBy(dice, model.asOf);
      const isSound = !dice.happens(6);
      return { no, key, isSound, said: isSound ? said : spoilt(said, dice, model.asOf) };
    });
  return fill(ledger, office, period, rows);
}

type Row = ModelReturn['rows'][number] & { readonly no: number };

/** What was closed in a period before stands at the foot of the form, and is not asked again. */
async function fill(ledger: Ledger, office: string, period: string, said: readonly Row[]): Promise<Returned> {
  serial += 1;
  const asked = new Set(formMeasures(ledger, office, periodCode(period)).map(({ no }) => no));
  const rows = said.filter(({ no }) => asked.has(no));
  const reports = new Map(
    rows.map(({ no, said }) => [no, { ...said, nextSteps: '', remark: '' } as unknown as Report]),
  );
  const form = fillForm(formWorkbook(ledger, office, periodCode(period)), reports, {
    preparedBy: '王建国',
    reviewedBy: '李晓燕',
    phone: `0724-${2_300_000 + (serial % 90_000)}`,
    preparedOn: ledger.settings.asOf satisfies CalendarDate,
  });
  const name = `${office}_${period}_${serial}.xlsx`;
  return { known: { name, office, period, rows }, bytes: await files.write(form) };
}

/** Another file that says the same: an office that sends its form once more, with another telephone number. */
export function sendAgain(ledger: Ledger, model: Model, { known }: Returned): Promise<Returned> {
  const numbers = new Map(model.measures.map(({ key, no }) => [key, no]));
  const rows = known.rows.map((row) => ({ ...row, no: numbers.get(row.key) ?? 0 }));
  return fill(ledger, known.office, known.period, rows);
}
