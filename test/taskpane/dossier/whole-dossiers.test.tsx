/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { liveEntries } from '../../../src/ledger/entries';
import { takeReceipts } from '../../../src/ledger/change/take-receipts';
import { foldLedger } from '../../../src/ledger/fold';
import type { Ledger } from '../../../src/ledger/ledger';
import { letterNumber } from '../../../src/ledger/letters';
import { must } from '../../../src/base/invariant';
import { inChinese } from '../../../src/locales/chinese';
import { MeasureDossier } from '../../../src/taskpane/dossier/MeasureDossier';
import { UnitDossier } from '../../../src/taskpane/dossier/UnitDossier';
import { measureView, unitView } from '../../../src/taskpane/dossier/dossier-views';
import { periodName } from '../../../src/taskpane/parts/periods';
import type { Commands } from '../../../src/taskpane/session/commands/session-commands';
import { threePeriodsWithLetters } from '../../ledger/three-periods';
import { mounted } from '../../support/mounted';

/** Three periods in which every report says everything, and every unit can be called. */
function everythingSaid(): Ledger {
  const ledger = threePeriodsWithLetters();
  const { directory } = ledger;
  const units = directory.units.map((unit, at) => ({ ...unit, contact: `联系人${at} 0724-233333${at}` }));
  const entries = ledger.entries.map((entry) => {
    if (entry.kind !== 'report') return entry;
    const said = (what: string) => `${what}之${entry.id}`;
    const words = {
      progress: said('进展'),
      problems: said('问题'),
      nextSteps: said('下步'),
      evidence: said('佐证'),
      remark: said('备注'),
    };
    return { ...entry, report: { ...entry.report, ...words } };
  });
  return { ...ledger, entries, directory: { ...directory, units } };
}

const ledger = everythingSaid();
const live = liveEntries(ledger.entries);
const texts = new Map(ledger.plan.measures.map(({ no, text }) => [no, text]));
const commands = { showBeside: () => undefined } as unknown as Commands;

/** What the office did about a measure or a unit, in the words of its page. */
function actsSaid(concerns: (measure: number, unit: string) => boolean): readonly string[] {
  return live.flatMap((entry): readonly string[] => {
    switch (entry.kind) {
      case 'verification':
        return concerns(entry.measure, entry.unit) ? [entry.on, entry.reason] : [];
      case 'extension':
        return concerns(entry.measure, entry.unit)
          ? [entry.on, `${entry.oldDeadline} 延至 ${entry.newDeadline}`, entry.reason]
          : [];
      case 'letter':
        return entry.measures.some((no) => concerns(no, entry.unit))
          ? [entry.on, letterNumber(entry), entry.office, ...entry.measures.map((no) => `第 ${no} 项`)]
          : [];
      default:
        return [];
    }
  });
}

test.each(ledger.plan.measures)(
  'the card of measure $no says its text, deadline, units, whom to call, every report whole, verdicts, extensions and letters',
  ({ no, text, task, clause }) => {
    const view = must(measureView(ledger, no), 'a measure of the plan');
    const state = must(
      foldLedger(ledger).measures.find(({ measure }) => measure === no),
      'its state',
    );
    const page = mounted(<MeasureDossier view={view} ledger={ledger} commands={commands} />).text();
    const contacts = state.units.map(
      ({ assignment }) => ledger.directory.units.find(({ name }) => name === assignment.unit)?.contact,
    );
    const reports = live.flatMap((entry) => {
      if (entry.kind !== 'report' || entry.measure !== no) return [];
      const { percent, completedOn, progress, problems, nextSteps, evidence, remark } = entry.report;
      return [
        periodName(entry.period, inChinese),
        entry.unit,
        entry.file,
        ...(percent === null ? [] : [`${percent}%`]),
        ...(completedOn === null ? [] : [completedOn]),
        ...[progress, problems, nextSteps, evidence, remark],
      ];
    });
    const planned = ledger.plan.measures.find((one) => one.no === no)?.deadline ?? '无时限';
    const expected = [
      ...[text, task, clause, state.deadline ?? '无时限', planned],
      ...state.units.map(({ assignment }) => assignment.unit),
      ...contacts.map((contact) => must(contact, 'a contact')),
      ...reports,
      ...actsSaid((measure) => measure === no),
    ];
    expect(expected.filter((one) => !page.includes(one))).toEqual([]);
  },
);

test.each(ledger.directory.units)(
  'the page of $name says whom to call, who took over, its measures, returns period by period, papers, verdicts, extensions and letters',
  ({ name, contact, successor }) => {
    const paper = {
      kind: 'evidence' as const,
      office: name,
      file: `${name}的佐证.pdf`,
      sha256: name,
      on: must(ledger.submissions[0], 'a return').returnedOn,
      period: ledger.settings.period,
    };
    const withPaper = takeReceipts(ledger, [paper], '2018-04-20 09:00').ledger;
    const view = must(unitView(withPaper, name), 'a unit of the directory');
    const page = mounted(<UnitDossier view={view} commands={commands} texts={texts} />).text();
    const states = foldLedger(ledger).assignments.filter(({ assignment }) => assignment.unit === name);
    const expected = [
      contact,
      ...(successor === null ? [] : [`${successor.name} ${successor.from}`]),
      ...states.flatMap(({ assignment, deadline }) => [
        `第 ${assignment.measure} 项`,
        must(texts.get(assignment.measure), 'a text'),
        deadline ?? '无时限',
      ]),
      ...['2017年第三季度', '2017年第四季度', '2018年第一季度'],
      paper.file,
      ...actsSaid(
        (measure, unit) => unit === name && states.some((one) => one.assignment.measure === measure),
      ),
    ];
    expect(expected.filter((one) => !page.includes(one))).toEqual([]);
    expect(page.match(/(?:已报|迟报|未报)/gu)).toHaveLength(3);
  },
);
