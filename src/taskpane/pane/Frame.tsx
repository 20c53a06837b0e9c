import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { later } from '../parts/later';
import type { Commands } from '../session/commands/session-commands';
import type { Session } from '../session/session';
import type { World } from '../session/world';
import { KeepingNotice, OpenElsewhere, useKeeping } from '../storage/Keeping';
import { useWords } from '../words-context';
import { ErrorBoundary } from './ErrorBoundary';
import { Pane } from './Pane';

const DropVeil = later(async () => (await import('./DropVeil')).DropVeil);

const WorkbookView = later(async () => (await import('../grid/WorkbookView')).WorkbookView);

const LeaveDialog = later(async () => (await import('./LeaveDialog')).LeaveDialog);

/** Below this width the workbook stands under the pane. */
const BESIDE = '@media (min-width: 900px)';

const useStyles = makeStyles({
  // Not on the provider: what it wears, its pop-ups wear too.
  root: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    [BESIDE]: { flexDirection: 'row-reverse', height: '100%' },
  },
  pane: {
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    [BESIDE]: {
      width: '380px',
      flexShrink: 0,
      height: '100%',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  /** Inside Excel, and before there is a workbook to show. */
  alone: { height: '100vh', [BESIDE]: { width: '100%', borderLeft: 'none' } },
  workbook: { flexGrow: 1, minWidth: 0, height: '80vh', [BESIDE]: { height: '100%' } },
});

export interface FrameProps {
  readonly session: Session;
  readonly commands: Commands;
  readonly world: Pick<World, 'keeper' | 'live'>;
  /** Files are being dragged over the page. */
  readonly isDraggedOver: boolean;
}

/** The pane, and in the browser the workbook beside it; or that another page has the ledger. */
export function Frame({ session, commands, world, isDraggedOver }: FrameProps) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, leaving } = session;
  const { keeper } = world;
  const keeping = useKeeping(keeper);
  const isLive = world.live !== null;
  if (keeper !== null && keeping === 'elsewhere')
    return (
      <div className={styles.root}>
        <OpenElsewhere keeper={keeper} />
      </div>
    );
  // A document and its measures want the room of the workbook.
  const showsWorkbook = !isLive && ledger !== null && session.screen !== 'plan';
  const onSave = ledger === null ? null : () => void commands.save();
  return (
    <div className={styles.root}>
      <ErrorBoundary onSave={onSave}>
        <main className={mergeClasses(styles.pane, !showsWorkbook && styles.alone)}>
          <KeepingNotice keeping={keeping} keeper={keeper} />
          <Pane session={session} commands={commands} isLive={isLive} />
        </main>
      </ErrorBoundary>
      {isDraggedOver && (
        <Suspense fallback={null}>
          <DropVeil />
        </Suspense>
      )}
      {leaving !== null && (
        <Suspense fallback={null}>
          <LeaveDialog session={session} leaving={leaving} commands={commands} />
        </Suspense>
      )}
      {showsWorkbook && (
        <section className={styles.workbook} aria-label={t('pane.workbook')}>
          <ErrorBoundary onSave={onSave}>
            <Suspense fallback={null}>
              <WorkbookView
                ledger={ledger}
                desk={commands.desk}
                save={commands.save}
                {...inWorkbook(session)}
              />
            </Suspense>
          </ErrorBoundary>
        </section>
      )}
    </div>
  );
}

/** What of the session the workbook is drawn from: it is not drawn again for anything else. */
function inWorkbook({ findings, tab, place, edits, source, ownSheets, returnedSheet }: Session) {
  return { findings, tab, place, edits, source, ownSheets, returnedSheet };
}
