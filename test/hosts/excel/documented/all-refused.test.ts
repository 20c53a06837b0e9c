import { workbookPlace } from '../../../../src/app/runner/ledger-place';
import { beginLedger } from '../../../../src/app/runner/run-use-case';
import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import type { LeftUndone } from '../../../../src/base/workbook-port';
import { bootExcel } from '../../../excel-host/boot';
import { AT, day, period, SMALL_PLAN } from '../../../ledger/builders';
import { lookIn, runIn } from '../../../support/ledger-in';
import { first, PROLONGED, withoutLog } from '../cycle-at-fault';
import { differences } from '../two-hosts';

/** What Excel may refuse without harm: the window's, slicers, notes and comments, how days are counted, lifting a protection. */
const OF_THE_WINDOW = /^(?:Worksheet\.(?:Gridlines|Activate)|WorksheetFreezePanes\.\w+|Range\.Select)$/;
const OTHERS =
  /^(?:SlicerCollection\.Add|NoteCollection\.Add|CommentCollection\.Add|Functions\.Date|WorksheetProtection\.Unprotect)$/;

/** The cycle of a period as the pane runs it. */
async function cycle(excelApi: string, refusing: boolean) {
  const { host, uninstall } = bootExcel({ excelApi });
  const { behaviour } = host.workbook;
  behaviour.computesFormulas = false;
  behaviour.otherInFront = (member) => refusing && OF_THE_WINDOW.test(member);
  behaviour.refuses = (member) => refusing && OTHERS.test(member);
  const live = new ExcelWorkbookHost();
  const undone: LeftUndone[] = [];
  live.onUndone((what) => undone.push(what));
  const input = { plan: SMALL_PLAN, asOf: day('2017-10-10'), period: period('2017Q3') };
  const target = { measure: PROLONGED.measure, unit: PROLONGED.unit };
  await beginLedger(workbookPlace(live), 'build', input, { by: 'pane', at: AT });
  await runIn(live, 'issueTabs', { offices: ['市编办'] });
  const { batch } = await runIn(live, 'collect', { checked: [await first] });
  await runIn(live, 'applyForExtension', { application: PROLONGED });
  await runIn(live, 'decideExtension', { target, decision: 'approved', reason: '同意' });
  await runIn(live, 'markOverdue', { asOf: day('2018-02-01') });
  await runIn(live, 'rememberLetters', { withCircular: false });
  await runIn(live, 'buildSummary', {});
  await runIn(live, 'undo', { batches: [batch ?? ''] });
  const end = { ledger: (await lookIn(live)).ledger, workbook: withoutLog(await live.read()), undone };
  uninstall();
  host.assertNothingUnmodelled();
  return end;
}

test.each(['1.9', '1.14', '1.18'])(
  'the whole cycle comes to the same ledger where all that may fail fails, and says so, ExcelApi %s',
  async (excelApi) => {
    const wanted = await cycle(excelApi, false);
    expect(wanted.undone).toEqual([]);
    const found = await cycle(excelApi, true);
    expect(found.ledger).toEqual(wanted.ledger);
    expect(differences(wanted.workbook, found.workbook)).toEqual([]);
    const slicers = excelApi === '1.9' ? [] : ['slicers'];
    const notes = excelApi === '1.18' ? ['notes'] : [];
    expect(new Set(found.undone)).toEqual(new Set(['window', ...slicers, ...notes]));
  },
);
