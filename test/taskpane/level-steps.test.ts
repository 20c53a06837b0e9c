import { boardOf } from '../../src/app/inbox/board';
import { waitingIn } from '../../src/app/inbox/waiting';
import { must } from '../../src/base/invariant';
import { levelFigures } from '../../src/ledger/figures/place-figures';
import { levelsOf } from '../../src/ledger/ledger';
import type { LevelReport } from '../../src/ledger/levels/levels';
import { levelReportOf } from '../../src/ledger/levels/report-up';
import { parsePlan } from '../../src/plan/parse';
import { levelReportWorkbook } from '../../src/sheets/levels/level-report-workbook';
import { LevelCommands } from '../../src/taskpane/session/commands/level-steps';
import { placeMeasures } from '../../src/taskpane/screens/summary/places/place-rows';
import { smallLedger } from '../ledger/builders';
import { MemoryExcel, memoryFiles } from '../support/memory-files';
import { EMPTY_WORKBOOK, notice, page } from '../support/pane-page';

const OPENED = { findings: [], fileName: '台账.xlsx', source: null, sampleReturns: [], unsaved: true };
const TEXT = smallLedger().plan.text.replaceAll('某市', '江口市');

function open(world: Parameters<typeof page>[0] = {}, text = TEXT) {
  const here = page(world);
  const ledger = { ...smallLedger(), plan: parsePlan(text) };
  here.store.dispatch({ kind: 'opened', ledger, ...OPENED });
  return { ...here, levels: new LevelCommands(here.commands.desk) };
}

/** The report of a place that made its plan itself, with the texts of the plan above. */
function ownReport(place: string): LevelReport {
  const ledger = { ...smallLedger(), plan: parsePlan(TEXT.replaceAll('江口市', place)) };
  return levelReportOf(ledger, ledger.settings.period);
}

async function drop(here: ReturnType<typeof open>, report: LevelReport) {
  const bytes = await memoryFiles.write(levelReportWorkbook(report));
  await here.commands.returns.check([{ name: '上报.xlsx', read: () => Promise.resolve(bytes) }]);
}

const codesOf = ({ store }: ReturnType<typeof open>) =>
  store.snapshot().inbox.items.flatMap(({ checked }) => checked.findings.map(({ code }) => code));

describe('下达', () => {
  test('the ledger remembers what it gave to whom, the plan goes out, and goes out again', async () => {
    const here = open();
    expect(await here.levels.handDown(' 京山县 ', '1,3')).toBe(true);
    expect(notice(here)).toEqual(['success', 'pane.handDown.downloaded']);
    const [record] = levelsOf(here.store.ledger).handDowns;
    expect(record?.measures.map(({ handed }) => handed)).toEqual([1, 3]);
    await here.levels.giveAgain(must(record, 'what was handed down'));
    expect(here.downloads).toEqual(['京山县_下达措施.xlsx', '京山县_下达措施.xlsx']);
    expect(levelsOf(here.store.ledger).handDowns).toHaveLength(1);
    await here.levels.takeBack(must(record, 'what was handed down'));
    expect(notice(here)).toEqual(['success', 'pane.handDown.takenBack']);
    expect(levelFigures(here.store.ledger).places).toEqual([]);
  });

  test.each([
    ['京 山', '', 'error', 'pane.fault.handDown.place'],
    ['江口市', '', 'error', 'pane.fault.handDown.ownPlace'],
    ['京山县', '1,99', 'error', 'pane.fault.handDown.measure'],
    ['京山县', '3-1', 'warning', 'pane.handDown.badMeasures'],
  ])('“%s” and “%s” hand nothing down and say why', async (place, numbers, intent, key) => {
    const here = open();
    const before = here.store.ledger;
    expect(await here.levels.handDown(place, numbers)).toBe(false);
    expect(notice(here)).toEqual([intent, key]);
    expect([here.store.ledger, here.downloads]).toEqual([before, []]);
  });
});

describe('上报', () => {
  test('says which places below have not reported; the ledger does not change', async () => {
    const here = open();
    await here.levels.reportUp();
    expect(notice(here)).toEqual(['success', 'pane.reportUp.downloaded']);
    await here.levels.handDown('京山县', '');
    const before = here.store.ledger;
    await here.levels.reportUp();
    expect(here.store.snapshot().notice).toMatchObject({ intent: 'warning', values: { missing: 1 } });
    expect(here.store.ledger).toBe(before);
  });

  test('inside an Excel that drops downloads the report opens in a window of its own', async () => {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const here = page({ live, outlet: 'browser' });
    await here.commands.build();
    await new LevelCommands(here.commands.desk).reportUp();
    expect(notice(here)).toEqual(['success', 'pane.reportUp.opened']);
    expect([live.copies.length, here.downloads]).toEqual([1, []]);
  });

  test('a plan that names no place cannot be reported up', async () => {
    const here = open({}, TEXT.replaceAll('江口市', '本单位'));
    await here.levels.reportUp();
    expect(notice(here)).toEqual(['error', 'pane.fault.reportUp.noPlace']);
  });
});

describe('汇入', () => {
  test('by text where the clerk says so, kept when the file comes again; taken in, drilled into and taken back', async () => {
    const here = open();
    await drop(here, ownReport('钟祥市'));
    expect(codesOf(here)).toEqual(['level-place-unknown']);
    await here.commands.returns.matchByText('钟祥市');
    expect(codesOf(here)).toEqual([]);
    await drop(here, ownReport('钟祥市'));
    expect(codesOf(here)).toEqual([]);
    await here.commands.returns.collect();
    expect(here.store.snapshot().notice).toMatchObject({ key: 'pane.collected', values: { levels: 1 } });
    const { ledger } = here.store;
    const planned = ledger.plan.measures.map(({ no }) => no);
    expect(placeMeasures(ledger, '钟祥市').map(({ no, isOwn }) => [no, isOwn])).toEqual(
      planned.map((no) => [no, false]),
    );
    const rows = placeMeasures(ledger, '钟祥市').flatMap((measure) => measure.rows);
    expect(rows).toHaveLength(ownReport('钟祥市').rows.length);
    const standing = () =>
      boardOf(ledger, ledger.settings.period, here.store.snapshot().inbox.items, []).flatMap(
        ({ items, state }) => (items.length > 0 ? [state] : []),
      );
    expect(standing()).toEqual(['taken']);
    expect(waitingIn(here.store.snapshot().inbox, ledger).size).toBe(0);
    await here.commands.returns.undo();
    expect(waitingIn(here.store.snapshot().inbox, here.store.ledger).size).toBe(1);
    expect(levelFigures(here.store.ledger).places).toEqual([]);
  });

  test('a place with a plan of its own keeps its measures apart until then', async () => {
    const here = open();
    await here.levels.handDown('钟祥市', '1');
    await drop(here, ownReport('钟祥市'));
    expect(codesOf(here)).toContain('level-text-equal');
    await here.commands.returns.collect();
    const measures = placeMeasures(here.store.ledger, '钟祥市');
    expect(measures[0]).toMatchObject({ no: 1, isOwn: false, state: 'notListed', rows: [] });
    expect(measures.slice(1).every(({ isOwn }) => isOwn)).toBe(true);
  });
});
