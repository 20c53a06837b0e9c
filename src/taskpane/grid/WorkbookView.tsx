import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, memo, use, useMemo, useRef } from 'react';
import type { Ledger } from '../../ledger/ledger';
import { tabsByNeed, type TabsByNeed } from '../../sheets/ledger-workbook';
import { FollowBar } from '../following/FollowBar';
import { isLocated } from '../following/located';
import { later } from '../parts/later';
import { useTheme } from '../pane-theme';
import { PreferencesContext } from '../preferences';
import type { Desk } from '../session/desk';
import { GridCommands } from '../session/commands/grid-commands';
import type { Session } from '../session/session';
import { useWords } from '../words-context';
import { arrangedRows, type Arrangement } from './arranging/arrangement';
import { chipTest } from './arranging/ledger-chips';
import { listRegion } from './arranging/list-region';
import { useAskedRows } from './arranging/use-asked-rows';
import type { SearchedTab } from './finding/find-cells';
import { useFinding } from './finding/use-finding';
import { DarkSheets } from './looks/sheet-colors';
import { SheetGrid } from './SheetGrid';
import { SheetTabs } from './SheetTabs';
import { useGoing } from './use-going';
import { useStandingSheets } from './standing/use-standing-sheets';
import { useTabReader, type TabReader } from './use-tab-reader';
import { useWorkbookKeys } from './use-workbook-keys';

const FindBar = later(async () => (await import('./finding/FindBar')).FindBar);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', maxHeight: '100vh' },
  remark: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

interface WorkbookViewProps extends Pick<
  Session,
  'findings' | 'tab' | 'place' | 'edits' | 'source' | 'ownSheets' | 'returnedSheet'
> {
  readonly ledger: Ledger;
  readonly desk: Desk;
  readonly save: () => Promise<unknown>;
  /** What the pane asks to be shown, and from where in it a cell was asked for, as the session keeps them. */
  readonly followed: unknown;
  readonly located: unknown;
}

/**
 * The workbook as it will be saved: one tab at a time, the tabs below like Excel's. Sheets that are not the ledger's, the clerk's
 * own and one of a returned file, are there to be looked at. Not drawn again for what changes on the screens alone.
 */
export const WorkbookView = memo(function WorkbookView(props: WorkbookViewProps) {
  const { ledger, findings, tab: front, place, edits, source, ownSheets, returnedSheet, desk } = props;
  const styles = useStyles();
  const t = useWords();
  const tabs = useMemo(() => tabsByNeed(ledger, findings), [ledger, findings]);
  const standing = useStandingSheets(desk, source);
  const commands = useMemo(() => new GridCommands(desk), [desk]);
  const reader = useTabReader(tabs, standing, ownSheets, returnedSheet);
  const [{ theme }] = use(PreferencesContext);
  const { isDark } = useTheme(theme, undefined);
  const { names } = reader;
  const shown = reader.tab(front) ?? reader.tab(names[0] ?? '');
  const name = shown?.sheet.name ?? '';
  const remark = remarkOn(name, props, tabs);
  const rows = useAskedRows(name, props.followed, commands);
  const located = isLocated(props.located) ? props.located : null;

  const root = useRef<HTMLDivElement>(null);
  const { asked, sought, seek, find, close } = useFinding();
  const { goTo, here, ...going } = useGoing(name, commands);
  const searched = (isWhole: boolean) => {
    const others = isWhole ? names.filter((other) => other !== name) : [];
    return searchedTabs([name, ...others], reader, ledger, rows.of);
  };
  useWorkbookKeys({
    root,
    onFind: find,
    onSave: () => void props.save(),
    onFront: commands.bringInFront,
    onBack: located === null ? null : () => commands.goBack(located),
  });

  return (
    <div className={styles.root} ref={root}>
      <FollowBar followed={rows.followed} located={located} commands={commands} />
      {remark !== null && (
        <Text size={200} className={styles.remark}>
          {t(remark)}
        </Text>
      )}
      {asked > 0 && (
        <Suspense fallback={<FirstLetters sought={sought} onSeek={seek} />}>
          <FindBar
            sought={sought}
            onSeek={seek}
            asked={asked}
            tabs={searched}
            version={reader}
            from={() => here.current}
            onShow={(hit) => goTo(hit, true)}
            onClose={() => {
              close();
              goTo(here.current, false);
            }}
          />
        </Suspense>
      )}
      {shown !== undefined && (
        <DarkSheets value={isDark}>
          <SheetGrid
            key={name}
            tab={shown}
            ledger={ledger}
            edits={edits}
            workbook={tabs.all}
            place={place}
            {...going}
            here={here}
            arrangement={rows.arrangement}
            onArrange={rows.arrange}
            onFind={find}
            onGoTo={(hit, to) => goTo(hit, false, to)}
            names={names}
            commands={commands}
          />
        </DarkSheets>
      )}
      <SheetTabs names={names} front={name} onTurn={commands.turn} />
    </div>
  );
});

/** What is typed before 查找 has come is sought too, and not put into a cell. */
function FirstLetters({
  sought,
  onSeek,
}: {
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
}) {
  const t = useWords();
  return (
    <input
      ref={(field) => field?.focus()}
      value={sought}
      aria-label={t('grid.find.field')}
      onChange={({ target }) => onSeek(target.value)}
    />
  );
}

/** What is said of a sheet that is not the ledger's. */
function remarkOn(
  name: string,
  { ownSheets, returnedSheet }: Pick<WorkbookViewProps, 'ownSheets' | 'returnedSheet'>,
  ours: TabsByNeed,
): 'grid.ownSheet' | 'grid.returnedSheet' | null {
  if (ours.tab(name) !== undefined) return null;
  if (ownSheets.some((own) => own.name === name)) return 'grid.ownSheet';
  return returnedSheet?.name === name ? 'grid.returnedSheet' : null;
}

/** Tabs with their rows as they are shown. */
function searchedTabs(
  names: readonly string[],
  reader: TabReader,
  ledger: Ledger,
  arrangementOf: (name: string) => Arrangement,
): readonly SearchedTab[] {
  return names.flatMap((name) => {
    const tab = reader.tab(name);
    if (tab === undefined) return [];
    const arrangement = arrangementOf(name);
    const rows = arrangedRows(tab, listRegion(tab), arrangement, chipTest(tab, ledger, arrangement));
    return [{ tab, rows }];
  });
}
