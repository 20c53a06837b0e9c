import { readFileSync } from 'node:fs';
import { must } from '../../src/base/invariant';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { applyUseCase } from '../../src/app/runner/run-use-case';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import type { Entry } from '../../src/ledger/records';
import { LEDGER, ledgerRowOf } from '../../src/sheets/tabs/ledger-tab';
import { tabsByNeed } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { SheetGridModel } from '../../src/taskpane/grid/sheet-grid-model';
import { ShownTab } from '../../src/taskpane/grid/shown-tab';
import { cycleFigures } from '../../src/taskpane/screens/home/cycle';
import { AT, day, period, report } from '../../test/ledger/builders';
import { planOf } from '../plan-of';

const FEW = 200;
const MANY = 20_000;
/** The best of so many counts. */
const EDITS = 9;

/** Months of reports, all units in each, until there are so many entries. */
function withEntries(ledger: Ledger, count: number): Ledger {
  const assignments = ledgerAssignments(ledger);
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const { measure, unit } = must(assignments[index % assignments.length], 'an assignment');
    const month = Math.floor(index / assignments.length);
    const code = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return {
      kind: 'report',
      id: index + 1,
      batch: `B${String(month + 1).padStart(4, '0')}`,
      at: AT,
      origin: 'return',
      measure,
      unit,
      period: period(code),
      report: report({ status: 'inProgress', percent: index % 100, progress: '按计划推进' }),
      previousStatus: null,
      file: `${unit}.xlsx`,
      sha256: `${unit} ${code}`,
    };
  });
  return { ...ledger, entries };
}

function edited(ledger: Ledger, edit: number): Ledger {
  const opened = {
    ledger,
    at: AT,
    findings: [],
    foreignSheets: [],
    taken: 0,
    refused: [],
    source: null,
  };
  const edits = [{ row: ledgerRowOf(4 + edit), column: LEDGER.at('percent'), typed: String(41 + edit) }];
  return applyUseCase(opened, 'editCells', { edits }, 'grid').ledger;
}

function look(ledger: Ledger): void {
  const sheet = must(tabsByNeed(ledger).tab(TAB.ledger), TAB.ledger);
  const model = new SheetGridModel(new ShownTab(sheet));
  for (const { at } of model.columns) model.cell(ledgerRowOf(4), at);
  cycleFigures(ledger);
}

/** Milliseconds of processor time that one edit takes, all that follows from it included. */
function editTime(started: Ledger): number {
  let ledger = started;
  look(ledger);
  const times = Array.from({ length: EDITS }, (_, edit) => {
    const begun = process.cpuUsage();
    ledger = edited(ledger, edit);
    look(ledger);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  if (ledger.entries.length !== started.entries.length + EDITS) throw new Error('an edit was not taken');
  return Math.min(...times);
}

const seed = buildLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'), {
  asOf: day('2017-09-30'),
  at: AT,
});
const large = buildLedger(planOf(MANY), { asOf: day('2023-05-31'), at: AT });
const few = editTime(withEntries(seed, FEW));
for (const [words, ledger] of [
  [`${MANY} entries of 140 measures`, withEntries(seed, MANY)],
  [`${MANY} entries of ${MANY} measures`, withEntries(large, MANY)],
] as const) {
  const taken = editTime(ledger);
  const ratio = (taken / few).toFixed(1);
  process.stdout.write(
    `one cell edited, ${words}: ${ratio} × that of ${FEW} entries (${Math.round(taken)} ms)\n`,
  );
}
