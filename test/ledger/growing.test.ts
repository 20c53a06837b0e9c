import fc from 'fast-check';
import { appended } from '../../src/base/once-for';
import { takeHandEdits } from '../../src/ledger/change/changes';
import {
  entriesInForce,
  liveEntries,
  notesInForce,
  undoneBatches,
  verdictsInForce,
} from '../../src/ledger/entries';
import { assignmentsInForce, extensionStates } from '../../src/ledger/extensions';
import { foldLedger } from '../../src/ledger/fold';
import { timelines } from '../../src/ledger/timelines';
import { officesOfPeriod } from '../../src/ledger/units/offices';
import type { Entry } from '../../src/ledger/records';
import { AT, report, smallLedger } from './builders';
import { randomLedger } from './random-ledger';

/** Everything that is carried on from entries to those with more at their end. */
const KNOWN = {
  undoneBatches,
  liveEntries,
  entriesInForce,
  notesInForce,
  verdictsInForce,
  extensionStates,
  timelines,
};

function knownOf(entries: readonly Entry[]) {
  return Object.fromEntries(Object.entries(KNOWN).map(([name, ask]) => [name, ask(entries)]));
}

test('what is known of entries that came a few at a time is what is known of them all at once', () => {
  fc.assert(
    fc.property(randomLedger, fc.array(fc.integer({ min: 1, max: 4 })), (ledger, steps) => {
      let [grown, at]: [readonly Entry[], number] = [ledger.entries.slice(0, 1), 1];
      knownOf(grown);
      for (const step of [...steps, ledger.entries.length]) {
        const added = ledger.entries.slice(at, at + step);
        at += step;
        grown = appended(grown, added);
        expect(knownOf(grown)).toEqual(knownOf(structuredClone(grown)));
        const seen = { ...ledger, entries: grown };
        expect(foldLedger(seen)).toEqual(foldLedger(structuredClone(seen)));
      }
    }),
    { numRuns: 200 },
  );
});

test('an edit leaves what it does not touch: extensions, notes, who is in charge, other assignments', () => {
  const before = smallLedger();
  const { period } = before.settings;
  const known = knownOf(before.entries);
  const charges = officesOfPeriod(before, period);
  const [edited, untouched] = assignmentsInForce(before);
  const edit = {
    measure: edited?.measure ?? 0,
    unit: edited?.unit ?? '',
    report: report({ status: 'done' }),
  };
  const { ledger } = takeHandEdits(before, [edit], AT);
  expect(ledger.entries).toHaveLength(before.entries.length + 1);
  expect(extensionStates(ledger.entries)).toBe(known['extensionStates']);
  expect(notesInForce(ledger.entries)).toBe(known['notesInForce']);
  expect(officesOfPeriod(ledger, period)).toBe(charges);
  expect(untouched).toBeDefined();
  expect(entriesInForce(ledger.entries).size).toBe(entriesInForce(before.entries).size + 1);
});
