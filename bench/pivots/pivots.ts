import { writeFileSync } from 'node:fs';
import { buildLedger } from '../../src/app/changes/build-ledger';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { ledgerAssignments, type Ledger } from '../../src/ledger/ledger';
import type { Entry } from '../../src/ledger/records';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { AT, day, period, report } from '../../test/ledger/builders';
import { planOf } from '../plan-of';

/** One measure in so many is reported on each month, turn by turn: of a file 2,000,000 cells are read back. */
const TURNS = 6;

/** Month by month units report on a sixth of their measures; from the seventh on some are done. */
function reported(ledger: Ledger, months: number): Ledger {
  const assignments = ledgerAssignments(ledger);
  const entries = Array.from({ length: months }, (_, month) => {
    const code = `2023-${String(month + 1).padStart(2, '0')}`;
    const reporting = assignments.filter((_, index) => index % TURNS === month % TURNS);
    return reporting.map(({ measure, unit }, index): Entry => {
      const done = index % 12 <= month - 6;
      return {
        kind: 'report',
        previousStatus: null,
        file: `${unit}.xlsx`,
        sha256: `${unit} ${code}`,
        id: 0,
        batch: `B${String(month + 1).padStart(4, '0')}`,
        origin: 'return',
        period: period(code),
        at: AT,
        unit,
        measure,
        report: report({
          status: done ? 'done' : 'inProgress',
          percent: done ? 100 : Math.min(99, month * 8 + (index % 7)),
          completedOn: done ? day(`${code}-15`) : null,
          progress: '按计划推进',
        }),
      };
    });
  }).flat();
  return { ...ledger, entries: entries.map((entry, index) => ({ ...entry, id: index + 1 })) };
}

const [, , path = '', measures = '', months = ''] = process.argv;
const ledger = reported(
  buildLedger(planOf(Number(measures)), {
    asOf: day('2023-12-31'),
    period: period(`2023-${months.padStart(2, '0')}`),
    at: AT,
  }),
  Number(months),
);
const begun = process.cpuUsage();
void createWorkbookFiles()
  .write(ledgerWorkbook(ledger))
  .then((bytes) => {
    writeFileSync(path, bytes);
    const { user, system } = process.cpuUsage(begun);
    process.stdout.write(`${bytes.length} ${(user + system) / 1e6}\n`);
  });
