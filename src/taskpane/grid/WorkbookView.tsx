import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Ledger } from '../../ledger/ledger';
import type { FindingLine } from '../../sheets/findings-tab';
import { ledgerWorkbook } from '../../sheets/ledger-workbook';
import { useWords } from '../words-context';
import { SheetView } from './SheetView';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  sheet: { flexGrow: 1, minHeight: 0, overflow: 'auto', backgroundColor: '#ffffff', colorScheme: 'light' },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The workbook as it will be saved: one tab at a time, the tabs below like Excel's. */
export function WorkbookView({
  ledger,
  findings,
}: {
  readonly ledger: Ledger;
  readonly findings: readonly FindingLine[];
}) {
  const styles = useStyles();
  const t = useWords();
  const sheets = useMemo(() => ledgerWorkbook(ledger, findings).sheets, [ledger, findings]);
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  const [chosen, setChosen] = useState(visible[0]?.name ?? '');
  const sheet = visible.find(({ name }) => name === chosen) ?? visible[0];
  return (
    <div className={styles.root}>
      <div className={styles.sheet} tabIndex={0} role="region" aria-label={sheet?.name}>
        {sheet !== undefined && <SheetView key={sheet.name} sheet={sheet} workbook={sheets} />}
      </div>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={sheet?.name}
        onTabSelect={(_event, { value }) => setChosen(String(value))}
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
