import { SEVERITIES } from '../../../base/severity';
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import type { InboxItem } from '../../../app/inbox/inbox';
import { needsAnswer } from '../../../app/inbox/send-back';
import type { Verdict } from '../../../ledger/records';
import type { Translate } from '../../../locales/translate';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { FileFindings } from './FileFindings';
import { RivalChoice } from './RivalChoice';
import { countBySeverity } from './group-findings';
import { rivalGroups } from './rivals';

const VERDICT_COLOR = {
  accepted: 'success',
  'needs-correction': 'warning',
  rejected: 'danger',
} as const satisfies Record<Verdict, string>;

/** What the clerk has to deal with comes first. */
const VERDICTS = ['rejected', 'needs-correction', 'accepted'] as const satisfies readonly Verdict[];

const useStyles = makeStyles({
  header: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    flexWrap: 'wrap',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

interface CheckedFilesProps extends LedgerScreenProps {
  readonly items: readonly InboxItem[];
}

/** Every file with its verdict; files of one unit and period stand together, for the clerk to choose between. */
export function CheckedFiles({ items, ...screen }: CheckedFilesProps) {
  const layout = useLayout();
  const t = useWords();
  const rivals = rivalGroups(items.map(({ checked }) => checked));
  const owed = new Set(items.filter(isToBeAnswered).map(({ key }) => key));
  return (
    <section className={layout.column} aria-label={t('pane.returns.files')}>
      {rivals.map((group) => (
        <RivalChoice key={group[0]?.sha256} group={group} {...screen} />
      ))}
      {owed.size > 1 && screen.commands.outlet === 'download' && (
        <div>
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => void screen.commands.sendBack.downloadAll(owed)}
          >
            {t('pane.sendBack.all', { count: owed.size })}
          </Button>
        </div>
      )}
      {VERDICTS.map((verdict) => {
        const ofVerdict = items.filter(({ checked }) => checked.verdict === verdict);
        return ofVerdict.length === 0 ? null : (
          <div key={verdict} className={layout.tight}>
            <h3 className={layout.heading}>{t(`pane.files.${verdict}`, { count: ofVerdict.length })}</h3>
            <Accordion multiple collapsible>
              {ofVerdict.map((item) => (
                <FileItem key={item.key} item={item} {...screen} />
              ))}
            </Accordion>
          </div>
        );
      })}
    </section>
  );
}

function isToBeAnswered({ isSheet, kind, checked }: InboxItem): boolean {
  return !isSheet && kind === 'return' && needsAnswer(checked);
}

interface FileItemProps extends LedgerScreenProps {
  readonly item: InboxItem;
}

function FileItem({ item, ...screen }: FileItemProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { checked: file, key, isSheet } = item;
  return (
    <AccordionItem value={key}>
      <AccordionHeader size="small">
        <span className={styles.header}>
          <Badge appearance="tint" color={VERDICT_COLOR[file.verdict]}>
            {t(`verdict.${file.verdict}`)}
          </Badge>
          <span>{file.office ?? file.file}</span>
          {file.findings.length > 0 && (
            <Text size={200} className={layout.muted}>
              {foundIn(file, t)}
            </Text>
          )}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <BringButton item={item} {...screen} />
        <FileFindings file={file} isSheet={isSheet} {...screen} />
      </AccordionPanel>
    </AccordionItem>
  );
}

/** What was no return, to be used as what it is; Excel opens its ledgers itself. */
function BringButton({ item: { kind, checked }, commands, isLive }: FileItemProps) {
  const t = useWords();
  if (kind !== 'plan' && (kind !== 'ledger' || isLive)) return null;
  return (
    <Button size="small" onClick={() => void commands.returns.bring(checked, kind)}>
      {t(`pane.files.bring.${kind}`)}
    </Button>
  );
}

/** “错误 2 · 提醒 1”: of each severity that there is, how many. */
function foundIn({ findings }: CheckedFile, t: Translate): string {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => t(`pane.files.count.${severity}`, { count: counts[severity] }))
    .join(' · ');
}
