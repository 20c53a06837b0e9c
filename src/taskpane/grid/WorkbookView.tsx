import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Ledger } from '../../ledger/ledger';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import type { Desk } from '../session/desk';
import { GridCommands } from '../session/grid-commands';
import type { Session } from '../session/session';
import { useWords } from '../words-context';
import { SheetGrid } from './SheetGrid';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', maxHeight: '100vh' },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface WorkbookViewProps {
  readonly ledger: Ledger;
  readonly session: Pick<Session, 'findings' | 'tab' | 'place' | 'edits'>;
  readonly desk: Desk;
}

/** The workbook as it will be saved: one tab at a time, the tabs below like Excel's. */
export function WorkbookView({ ledger, session, desk }: WorkbookViewProps) {
  const styles = useStyles();
  const t = useWords();
  const { findings, tab, place, edits } = session;
  const sheets = useMemo(() => ledgerWorkbook(ledger, findings).sheets, [ledger, findings]);
  const commands = useMemo(() => new GridCommands(desk), [desk]);
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  const sheet = visible.find(({ name }) => name === tab) ?? visible[0];
  return (
    <div className={styles.root}>
      {sheet !== undefined && (
        <SheetGrid
          key={sheet.name}
          sheet={sheet}
          workbook={sheets}
          place={place}
          commands={commands}
          canUndo={edits.length > 0}
        />
      )}
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={sheet?.name}
        onTabSelect={(_event, { value }) => commands.turn(String(value))}
        aria-label={t('pane.sheets')}
      >
        {visible.map(({ name }) => (
          <Tab key={name} value={name}>
            {name}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}
