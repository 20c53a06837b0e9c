import type { CheckedFile } from '../../src/app/inbox/check-returns';
import type { UseCaseName, Inputs } from '../../src/app/changes/use-case-list';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { scoreUnits } from '../../src/ledger/figures/scores';
import { summarise } from '../../src/ledger/figures/summary';
import { trend } from '../../src/ledger/figures/trend';
import type { Ledger } from '../../src/ledger/ledger';
import type { Repair } from '../../src/sheets/layout/repairs';
import type { Report } from '../../src/ledger/records';
import { day, done, period, report } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { drawIn, runIn } from '../support/ledger-in';

/** A return as the check hands it over, with nothing wrong in it. */
export function checkedReturn(
  office: string,
  code: string,
  rows: readonly (readonly [number, Report])[],
): CheckedFile {
  const file = `${office}.xlsx`;
  return {
    file,
    office,
    period: period(code),
    verdict: 'accepted',
    rows: rows.map(
      ([measure, said]) => ({ measure, report: said, sound: true }) as CheckedFile['rows'][number],
    ),
    findings: [],
    returnedOn: day('2018-04-20'),
    agreed: [],
    sha256: `digest of ${office} ${code}`,
    source: file,
  };
}

export interface Step<Name extends UseCaseName = UseCaseName> {
  readonly name: Name;
  readonly input: Inputs[Name];
}

function step<Name extends UseCaseName>(name: Name, input: Inputs[Name]): Step {
  return { name, input };
}

const SECOND = [
  [5, done('2018-01-05')],
  [7, report({ status: 'ongoing', progress: '每月调度一次' })],
] as const;

/** What is done to a workbook, one after the other: a use case of each kind. */
export const STEPS: readonly Step[] = [
  step('collect', { checked: [checkedReturn('市司法局', '2018Q1', SECOND)] }),
  step('verify', { verdicts: [{ measure: 6, unit: '市财政局', verification: 'closed', reason: '' }] }),
  step('buildSummary', { asOf: day('2018-07-10') }),
  step('undo', { batches: ['B0001'] }),
  step('changeSettings', { dueSoonDays: 45 }),
];

/** The workbook that clerks have before them: three periods are in it. It is drawn once for all tests of a file. */
export function standingWorkbook(): Promise<Uint8Array> {
  standing ??= drawnWorkbook();
  return standing;
}

let standing: Promise<Uint8Array> | undefined;

async function drawnWorkbook(): Promise<Uint8Array> {
  const host = FileWorkbookHost.create();
  await drawIn(host, threePeriods());
  return host.toBytes();
}

/** Everything that is counted; two ledgers with the same figures say the same to whoever reads the reports. */
export function figuresOf(ledger: Ledger): unknown {
  const { entries, submissions, settings } = ledger;
  const told = entries.map((entry) => ({ ...entry, at: '', batch: '' }));
  return [
    summarise(ledger, settings.asOf),
    scoreUnits(ledger),
    trend(ledger).map(({ assignments: _assignments, ...figures }) => figures),
    told,
    submissions.length,
    settings,
  ];
}

export async function runStep(
  bytes: Uint8Array,
  { name, input }: Step,
): Promise<{ bytes: Uint8Array; ledger: Ledger; repairs: readonly Repair[] }> {
  const host = await FileWorkbookHost.open(bytes, '台账.xlsx');
  const { ledger, repairs } = await runIn(host, name, input);
  return { bytes: await host.toBytes(), ledger, repairs };
}
