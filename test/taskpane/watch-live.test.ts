import { ExcelWorkbookHost } from '../../src/hosts/excel/excel-host';
import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { TAB } from '../../src/sheets/words';
import { browserWorld } from '../../src/taskpane/session/browser-world';
import { Desk } from '../../src/taskpane/session/desk';
import { SessionStore } from '../../src/taskpane/session/store';
import { watchLive } from '../../src/taskpane/session/watch-live';
import { day, smallLedger } from '../ledger/builders';
import { runIn } from '../support/ledger-in';
import { useExcel } from '../excel-host/support';

const excel = useExcel({ excelApi: '1.14' });

/** Says when Excel tells the pane of changes: what happens before is nobody's to hear. */
class WatchedHost extends ExcelWorkbookHost {
  listens: Promise<unknown> = Promise.resolve();

  override watch(told: () => void): ReturnType<ExcelWorkbookHost['watch']> {
    const listening = super.watch(told);
    this.listens = listening;
    return listening;
  }
}

/** A pane in Excel whose quiet moments come when the test says so. */
async function pane() {
  const { host } = excel();
  host.workbook.behaviour.computesFormulas = false;
  const live = new WatchedHost();
  const ledger = smallLedger();
  await live.write(ledgerWorkbook(ledger));
  const store = new SessionStore();
  store.dispatch({
    kind: 'opened',
    ledger,
    findings: [],
    fileName: '',
    source: null,
    sampleReturns: [],
    unsaved: false,
  });
  const planned: (() => void)[] = [];
  const end = watchLive(new Desk(store, { ...browserWorld, live }), (act) => {
    planned.push(act);
    return () => planned.splice(planned.indexOf(act), 1);
  });
  await live.listens;
  const quiet = async () => {
    for (const act of planned.splice(0)) act();
    await settled();
  };
  return { host, store, planned, end, quiet };
}

/** Long enough for the library to hand over what Excel said and for a reading. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Until a look at the workbook is planned, however long what is loaded for it takes; then whether more come. */
async function asked(planned: readonly unknown[]): Promise<void> {
  for (let turn = 0; turn < 50 && planned.length === 0; turn += 1) await settled();
  await settled();
}

/** Resolves with the next change of the session. */
function changed(store: SessionStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });
}

test('a status typed on 台账 shows in the pane once the clerk has paused, and is asked for once', async () => {
  const { host, store, planned, quiet } = await pane();
  const { entries } = store.ledger;
  host.user.type(`${TAB.ledger}!G4`, '推进中');
  host.user.type(`${TAB.ledger}!G5`, '推进中');
  await asked(planned);
  expect(planned).toHaveLength(1);
  expect(store.ledger.entries).toHaveLength(entries.length);
  await Promise.all([changed(store), quiet()]);
  expect(store.ledger.entries.length).toBeGreaterThan(entries.length);
});

test('while a step runs nothing is asked; it is looked at afterwards', async () => {
  const { host, store, planned, quiet } = await pane();
  const { ledger } = store;
  host.user.type(`${TAB.ledger}!G4`, '推进中');
  await asked(planned);
  store.dispatch({ kind: 'working', work: { done: 0, total: 0, item: '' } });
  await quiet();
  expect(store.ledger).toBe(ledger);
  store.dispatch({ kind: 'working', work: null });
  expect(planned).toHaveLength(1);
  await Promise.all([changed(store), quiet()]);
  expect(store.ledger).not.toBe(ledger);
});

test('what changes nothing of the ledger changes nothing in the pane, and after its end nobody listens', async () => {
  const { host, store, planned, end, quiet } = await pane();
  const { ledger } = store;
  host.user.type(`${TAB.ledger}!Z9`, '我的备注');
  await settled();
  await quiet();
  expect(store.ledger).toBe(ledger);
  end();
  await settled();
  host.user.type(`${TAB.ledger}!G4`, '推进中');
  await settled();
  expect(planned).toEqual([]);
});

test.each([
  ['that says who changed cells is not asked again', true, 0],
  ['that does not is', false, 1],
])('after the pane’s own change an Excel %s', async (_, saysWhoChanged, looks) => {
  const { host, planned } = await pane();
  host.workbook.saysWhoChanged = saysWhoChanged;
  await runIn(new ExcelWorkbookHost(), 'markOverdue', { asOf: day('2018-02-01') }, smallLedger());
  await settled();
  expect(planned).toHaveLength(looks);
});
