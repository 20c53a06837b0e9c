import { Tab, TabList, Text, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Ledger } from '../../ledger/ledger';
import { tabsByNeed } from '../../sheets/ledger-workbook';
import type { Desk } from '../session/desk';
import { GridCommands } from '../session/commands/grid-commands';
import type { Session } from '../session/session';
import { useWords } from '../words-context';
import { SheetGrid } from './SheetGrid';
import { SheetGridModel } from './sheet-grid-model';
import { useStandingSheets } from './use-standing-sheets';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', maxHeight: '100vh' },
  remark: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface WorkbookViewProps extends Pick<
  Session,
  'findings' | 'tab' | 'place' | 'edits' | 'source' | 'ownSheets' | 'returnedSheet'
> {
  readonly ledger: Ledger;
  readonly desk: Desk;
}

/**
 * The workbook as it will be saved: one tab at a time, the tabs below like Excel's. Sheets that are not the ledger's, the clerk's
 * own and one of a returned file, are there to be looked at. Not drawn again for what changes on the screens alone.
 */
export const WorkbookView = memo(function WorkbookView({
  ledger,
  findings,
  tab,
  place,
  edits,
  source,
  ownSheets,
  returnedSheet,
  desk,
}: WorkbookViewProps) {
  const styles = useStyles();
  const t = useWords();
  const tabs = useMemo(() => tabsByNeed(ledger, findings), [ledger, findings]);
  const standing = useStandingSheets(desk, source);
  const commands = useMemo(() => new GridCommands(desk), [desk]);
  const others = [...ownSheets, ...(returnedSheet === null ? [] : [returnedSheet])];
  const names = [...tabs.names, ...others.map(({ name }) => name)];
  const [first = ''] = names;
  const sheet = tabs.tab(tab) ?? others.find(({ name }) => name === tab) ?? tabs.tab(first);
  const isOurs = sheet !== undefined && sheet === tabs.tab(sheet.name);
  const model = useMemo(() => {
    if (sheet === undefined) return undefined;
    return isOurs && standing !== null ? standing.model(sheet) : new SheetGridModel(sheet);
  }, [sheet, isOurs, standing]);
  const remark =
    sheet === returnedSheet
      ? 'grid.returnedSheet'
      : ownSheets.some((own) => own === sheet)
        ? 'grid.ownSheet'
        : null;
  const root = useRef<HTMLDivElement>(null);
  const front = sheet === undefined ? -1 : names.indexOf(sheet.name);
  useEffect(() => {
    if (root.current !== null) bringInView(root.current, front);
  }, [front]);
  return (
    <div className={styles.root} ref={root}>
      {remark !== null && (
        <Text size={200} className={styles.remark}>
          {t(remark)}
        </Text>
      )}
      {model !== undefined && (
        <SheetGrid
          key={model.sheet.name}
          model={model}
          workbook={tabs.all}
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
        {names.map((name) => (
          <Tab key={name} value={name}>
            {name}
          </Tab>
        ))}
      </TabList>
    </div>
  );
});

/**
 * Scrolls the row of tabs, never the page: in a narrow window the workbook stands below the pane. The tab is found by its
 * place: it is told that it is selected only after this.
 */
function bringInView(root: HTMLElement, at: number): void {
  const list = root.querySelector('[role=tablist]');
  const tab = list?.querySelectorAll('[role=tab]').item(at);
  if (list == null || tab == null) return;
  const [shown, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (own.right > shown.right) list.scrollLeft += own.right - shown.right;
  else if (own.left < shown.left) list.scrollLeft -= shown.left - own.left;
}
