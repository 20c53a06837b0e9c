import { SEVERITIES } from '../../../base/severity';
import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { sentBackOn, type BoardLine, type OfficeState } from '../../../app/inbox/board';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { namesNobody, type InboxItem } from '../../../app/inbox/inbox';
import { returnsOwed } from '../../../ledger/figures/submissions';
import type { Translate } from '../../../locales/translate';
import { DossierLink } from '../../dossier/DossierLink';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FileFindings } from './FileFindings';
import { PapersPart } from './PapersPart';
import { RivalChoice } from './RivalChoice';
import { RivalChanges } from './RivalChanges';
import { TakeOut } from './TakeOut';
import { countBySeverity } from './group-findings';
import { rivalGroups } from './rivals';

const STATE_COLOR = {
  faulty: 'warning',
  sentBack: 'severe',
  received: 'brand',
  pictured: 'important',
  missing: 'informative',
  late: 'danger',
  taken: 'success',
} as const satisfies Record<OfficeState, string>;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  opens: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  /** Clear of the next line. */
  open: { paddingBottom: tokens.spacingVerticalM },
  item: { padding: `${tokens.spacingVerticalS} 0` },
});

interface OfficeLineProps extends LedgerScreenProps {
  readonly line: BoardLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One office, how its return stands, and opened its files with what was found in them. */
export function OfficeLine({ line, isOpen, onToggle, ...screen }: OfficeLineProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [last] = line.items;
  const rivals = rivalGroups(line.items.map(({ checked }) => checked));
  const { chosen } = screen.session.inbox;
  const isUndecided = rivals.some((group) => !group.some(({ sha256 }) => chosen.includes(sha256)));
  if (last === undefined && line.papers.length === 0 && line.kept.length === 0) {
    return (
      <div className={styles.line}>
        <LineWords line={line} isUndecided={false} isWay />
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        className={`${styles.line} ${styles.opens}`}
        aria-expanded={isOpen}
        onClick={() => {
          onToggle();
          if (!isOpen && last !== undefined && !last.isSheet)
            void screen.commands.sendBack.layBeside(last.checked);
        }}
      >
        {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        <LineWords line={line} isUndecided={isUndecided} />
      </button>
      {isOpen && (
        <div className={mergeClasses(layout.column, styles.open)}>
          {line.office !== null && (
            <Text size={200}>
              <DossierLink of={{ unit: line.office }}>{t('pane.dossier.toUnit')}</DossierLink>
            </Text>
          )}
          {rivals.map((group) => (
            <div key={group[0]?.sha256} className={layout.tight}>
              <RivalChoice group={group} {...screen} />
              <RivalChanges group={group} />
            </div>
          ))}
          <PapersPart line={line} {...screen} />
          {line.items.map((item) => (
            <div key={item.key} className={styles.item}>
              <ItemActs item={item} {...screen} />
              <FileFindings file={item.checked} isSheet={item.isSheet} {...screen} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

interface LineWordsProps {
  readonly line: BoardLine;
  readonly isUndecided: boolean;
  /** Its name leads to everything of the office: not where the line itself is a button. */
  readonly isWay?: boolean;
}

function LineWords({ line, isUndecided, isWay = false }: LineWordsProps) {
  const layout = useLayout();
  const t = useWords();
  const [last] = line.items;
  const file = last?.checked;
  const [paper] = line.papers;
  return (
    <>
      <Badge appearance="tint" color={STATE_COLOR[line.state]}>
        {t(`pane.board.state.${line.state}`)}
      </Badge>
      {isUndecided && <Badge color="danger">{t('pane.board.undecided')}</Badge>}
      {isWay && line.office !== null ? (
        <DossierLink of={{ unit: line.office }}>{line.office}</DossierLink>
      ) : (
        <span>{line.office ?? file?.office ?? strayName(file, t)}</span>
      )}
      {file === undefined && paper !== undefined && (
        <Text size={200} className={layout.muted}>
          {line.papers.length > 1
            ? t('pane.papers.count', { count: line.papers.length })
            : paper.checked.file}
        </Text>
      )}
      {file !== undefined && (
        <Text size={200} className={layout.muted}>
          {[
            ...(line.office === null && file.period !== null ? [periodName(file.period, t)] : []),
            ...(line.items.length > 1 ? [t('pane.board.files', { count: line.items.length })] : [file.file]),
            ...foundIn(file, t),
          ].join(' · ')}
        </Text>
      )}
    </>
  );
}

/** When it came and when it went back; and what was no return, to be used as what it is. Excel opens its ledgers itself. */
function ItemActs({
  item,
  ledger,
  session,
  commands,
  isLive,
}: LedgerScreenProps & { readonly item: InboxItem }) {
  const layout = useLayout();
  const t = useWords();
  const { kind, checked, receivedAt } = item;
  const on = sentBackOn(ledger, item);
  const brings = kind === 'plan' || (kind === 'ledger' && !isLive) ? kind : null;
  return (
    <div className={layout.row}>
      {receivedAt !== '' && (
        <Text size={200} className={layout.muted}>
          {t('pane.board.received', { at: receivedAt })}
        </Text>
      )}
      {on !== null && (
        <>
          <Text size={200}>{t('pane.board.sentBackOn', { on })}</Text>
          <Button size="small" appearance="subtle" onClick={() => void commands.sendBack.unmark(checked)}>
            {t('pane.board.notSentBack')}
          </Button>
        </>
      )}
      {namesNobody(checked) && checked.source.startsWith(t('pane.paste.name')) && (
        <ChoiceField
          label={t('pane.papers.whose')}
          value=""
          choices={['', ...returnsOwed(ledger, ledger.settings.period).map(({ office }) => office)]}
          wordOf={(one) => (one === '' ? t('pane.papers.nobody') : one)}
          onChange={(one) => void commands.returns.headWith(checked, one)}
        />
      )}
      {brings !== null && (
        <Button size="small" onClick={() => void commands.returns.bring(checked, brings)}>
          {t(`pane.files.bring.${brings}`)}
        </Button>
      )}
      <TakeOut item={item} session={session} commands={commands} />
    </div>
  );
}

/** Of a file that is no office's: a lower place's report, or nobody knows whose. */
function strayName(file: CheckedFile | undefined, t: Translate): string {
  const place = file?.level?.report.place;
  return place === undefined ? t('pane.board.unknown') : t('pane.levels.of', { place });
}

/** “错误 2 · 提醒 1”: of each severity that there is, how many. */
function foundIn({ findings }: CheckedFile, t: Translate): readonly string[] {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    t(`pane.files.count.${severity}`, { count: counts[severity] }),
  );
}
