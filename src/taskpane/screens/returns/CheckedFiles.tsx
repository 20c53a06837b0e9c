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
  readonly files: readonly CheckedFile[];
}

/** Every file with its verdict; files of one unit and period stand together, for the clerk to choose between. */
export function CheckedFiles({ files, ...screen }: CheckedFilesProps) {
  const layout = useLayout();
  const t = useWords();
  const rivals = rivalGroups(files);
  const owed = screen.session.checkedInPlace ? 0 : files.filter(needsAnswer).length;
  return (
    <section className={layout.column} aria-label={t('pane.returns.files')}>
      {rivals.map((group) => (
        <RivalChoice key={group[0]?.sha256} group={group} {...screen} />
      ))}
      {owed > 1 && screen.commands.outlet === 'download' && (
        <div>
          <Button icon={<ArrowDownloadRegular />} onClick={() => void screen.commands.sendBack.downloadAll()}>
            {t('pane.sendBack.all', { count: owed })}
          </Button>
        </div>
      )}
      {VERDICTS.map((verdict) => {
        const ofVerdict = files.filter((file) => file.verdict === verdict);
        return ofVerdict.length === 0 ? null : (
          <div key={verdict} className={layout.tight}>
            <h3 className={layout.heading}>{t(`pane.files.${verdict}`, { count: ofVerdict.length })}</h3>
            <Accordion multiple collapsible>
              {ofVerdict.map((file, index) => (
                <FileItem key={`${file.sha256} ${index}`} file={file} value={index} {...screen} />
              ))}
            </Accordion>
          </div>
        );
      })}
    </section>
  );
}

interface FileItemProps extends LedgerScreenProps {
  readonly file: CheckedFile;
  readonly value: number;
}

function FileItem({ file, value, ...screen }: FileItemProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  return (
    <AccordionItem value={value}>
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
        <FileFindings file={file} {...screen} />
      </AccordionPanel>
    </AccordionItem>
  );
}

/** “错误 2 · 提醒 1”: of each severity that there is, how many. */
function foundIn({ findings }: CheckedFile, t: Translate): string {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => t(`pane.files.count.${severity}`, { count: counts[severity] }))
    .join(' · ');
}
