import { useMemo, useReducer, useRef } from 'react';
import issuedPlan from '../../../seeds/000_a65ed4e6259fe44e.txt';
import { buildLedger } from '../../app/build-ledger';
import { checkReturns, type ReturnFile } from '../../app/check-returns';
import { collectReturns } from '../../app/collect-returns';
import { findingLines } from '../../app/describe-finding';
import { saveLedger } from '../../app/ledger-store';
import { takeInHandEdits } from '../../app/take-hand-edits';
import { undoBatch } from '../../ledger/changes';
import type { Ledger } from '../../ledger/ledger';
import type { LedgerSettings } from '../../ledger/types';
import { translator, type MessageKey, type MessageValues } from '../../locales/translate';
import type { FileWorkbookHost } from '../../hosts/file/file-host';
import { readLedger } from '../../sheets/read-ledger';
import { instant, today } from './clock';
import { downloadWorkbook } from './downloads';
import { EMPTY_SESSION, nextSession, type Notice, type Screen, type Session, type Work } from './session';

/** Spreadsheet files are only needed once a file is read or written: then their library is loaded. */
const loadFiles = () => import('../../hosts/file/workbook-files');
const loadHost = () => import('../../hosts/file/file-host');
const loadDemo = () => import('../../app/demo/make-demo');

export interface Commands {
  build(): Promise<void>;
  tryDemo(): Promise<void>;
  open(file: File): Promise<void>;
  issue(): Promise<void>;
  check(returned: readonly ReturnFile[]): Promise<void>;
  choose(sha256: string): void;
  collect(): Promise<void>;
  undo(): Promise<void>;
  setSettings(settings: LedgerSettings): void;
  download(): Promise<void>;
  go(screen: Screen): void;
  cancel(): void;
  dismiss(): void;
}

/** The sentence a step ends with. */
type Said = readonly [key: MessageKey, values: MessageValues];

/** Raised when the clerk cancels; whatever was begun is dropped. */
class Cancelled extends Error {}

/** The session and what the clerk can do in it. Every fault ends as a sentence; what was there before stays. */
export function useSession(): { readonly session: Session; readonly commands: Commands } {
  const [session, dispatch] = useReducer(nextSession, EMPTY_SESSION);
  const latest = useRef(session);
  latest.current = session;
  const host = useRef<FileWorkbookHost | null>(null);
  const cancelled = useRef(false);

  const commands = useMemo((): Commands => {
    const say = (notice: Notice) => dispatch({ kind: 'noticed', notice });
    const ledgerNow = (): Ledger => {
      if (latest.current.ledger === null) throw new Error('no ledger is open');
      return latest.current.ledger;
    };
    const progress = (done: number, total: number, file: string) => {
      if (cancelled.current) throw new Cancelled();
      dispatch({ kind: 'working', work: { done, total, file } });
    };
    /** Runs a step: one at a time, with its fault said in `fault`. */
    const step = async (fault: MessageKey, run: () => Promise<Said>): Promise<void> => {
      cancelled.current = false;
      dispatch({ kind: 'noticed', notice: null });
      dispatch({ kind: 'working', work: { done: 0, total: 0, file: '' } satisfies Work });
      try {
        const [key, values] = await run();
        say({ intent: 'success', key, values });
      } catch (error) {
        if (error instanceof Cancelled) say({ intent: 'info', key: 'pane.cancelled', values: {} });
        else say({ intent: 'error', key: fault, values: {} });
      } finally {
        dispatch({ kind: 'working', work: null });
      }
    };

    return {
      build: () =>
        step('pane.fault.build', () => {
          const ledger = buildLedger(issuedPlan, { asOf: today(), at: instant() });
          host.current = null;
          const { fileName } = EMPTY_SESSION;
          dispatch({ kind: 'opened', ledger, findings: [], fileName, sampleReturns: [], unsaved: true });
          return Promise.resolve(['pane.built', { measures: ledger.plan.measures.length }]);
        }),
      tryDemo: () =>
        step('pane.fault.demo', async () => {
          const [{ demoLedger, makeDemo }, { createWorkbookFiles }] = await Promise.all([
            loadDemo(),
            loadFiles(),
          ]);
          const demo = await makeDemo(issuedPlan, createWorkbookFiles(), { seed: 2017, progress });
          host.current = null;
          const sampleReturns = demo.returns.map(({ fileName, bytes }) => ({
            name: fileName,
            read: () => Promise.resolve(bytes),
          }));
          const { fileName } = demo.ledger;
          const ledger = demoLedger(issuedPlan);
          dispatch({ kind: 'opened', ledger, findings: [], fileName, sampleReturns, unsaved: true });
          return ['pane.demoReady', { count: sampleReturns.length }];
        }),
      open: (file) =>
        step('pane.fault.open', async () => {
          const { FileWorkbookHost } = await loadHost();
          const opened = await FileWorkbookHost.open(new Uint8Array(await file.arrayBuffer()), file.name);
          const raw = await opened.read();
          const book = readLedger(raw);
          const edited = takeInHandEdits(raw, book.ledger, instant());
          host.current = opened;
          dispatch({
            kind: 'opened',
            ledger: edited.ledger,
            findings: book.findings,
            fileName: file.name,
            sampleReturns: [],
            unsaved: edited.taken > 0,
          });
          return ['pane.opened', { file: file.name, edits: edited.taken, refused: edited.refused.length }];
        }),
      issue: () =>
        step('pane.fault.issue', async () => {
          const [{ issueForms }, { createWorkbookFiles }] = await Promise.all([
            import('../../app/issue-forms'),
            loadFiles(),
          ]);
          const ledger = ledgerNow();
          const forms = await issueForms(ledger, createWorkbookFiles(), {
            period: ledger.settings.period,
            progress,
          });
          for (const form of forms) downloadWorkbook(form.fileName, form.bytes);
          return ['pane.issued', { count: forms.length }];
        }),
      check: (returned) =>
        step('pane.fault.check', async () => {
          const { createWorkbookFiles } = await loadFiles();
          const files = await checkReturns(ledgerNow(), returned, createWorkbookFiles(), progress);
          dispatch({ kind: 'checked', files });
          const count = (verdict: string) => files.filter((file) => file.verdict === verdict).length;
          return [
            'pane.checked',
            {
              files: files.length,
              accepted: count('accepted'),
              needsCorrection: count('needs-correction'),
              rejected: count('rejected'),
            },
          ];
        }),
      choose: (sha256) => dispatch({ kind: 'chosen', sha256 }),
      collect: () =>
        step('pane.fault.collect', () => {
          const { checked, chosen } = latest.current;
          const change = collectReturns(ledgerNow(), checked, { at: instant(), chosen });
          const findings = findingLines(change.files, translator('zh-CN'));
          dispatch({ kind: 'imported', ledger: change.ledger, findings, batch: change.batch });
          return Promise.resolve([
            'pane.collected',
            { added: change.added.length, unchanged: change.unchanged },
          ]);
        }),
      undo: () =>
        step('pane.fault.undo', () => {
          const { lastBatch } = latest.current;
          const ledger = lastBatch === null ? undefined : undoBatch(ledgerNow(), lastBatch, instant());
          if (ledger === undefined) throw new Error('nothing to undo');
          dispatch({ kind: 'undone', ledger });
          return Promise.resolve(['pane.undone', {}]);
        }),
      setSettings: (settings) => dispatch({ kind: 'changed', ledger: { ...ledgerNow(), settings } }),
      download: () =>
        step('pane.fault.download', async () => {
          const { FileWorkbookHost } = await loadHost();
          const target = host.current ?? FileWorkbookHost.create();
          host.current = target;
          const { findings, fileName } = latest.current;
          await saveLedger(target, ledgerNow(), findings);
          downloadWorkbook(fileName, await target.toBytes());
          dispatch({ kind: 'saved' });
          return ['pane.downloaded', { file: fileName }];
        }),
      go: (screen) => dispatch({ kind: 'went', screen }),
      cancel: () => {
        cancelled.current = true;
      },
      dismiss: () => dispatch({ kind: 'noticed', notice: null }),
    };
  }, []);
  return { session, commands };
}
