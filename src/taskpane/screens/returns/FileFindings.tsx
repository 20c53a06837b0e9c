import type { Severity } from '../../../base/severity';
import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LocationRegular } from '@fluentui/react-icons';
import type { CheckedFile } from '../../../app/inbox/check-returns';
import { describeFinding } from '../../../app/wording/describe-finding';
import type { Finding } from '../../../returns/checked-return';
import { DossierLink } from '../../dossier/DossierLink';
import { useLayout } from '../../parts/layout';
import { periodName } from '../../parts/periods';
import { measurePlace } from '../../parts/places';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { Corrections } from './Corrections';
import { SendBackPart } from './SendBackPart';
import { groupFindings, type FindingGroup } from './group-findings';

const SEVERITY_COLOR = {
  error: 'danger',
  warning: 'warning',
  corrected: 'informative',
} as const satisfies Record<Severity, string>;

const useStyles = makeStyles({
  /** Clear of the next file. */
  file: { paddingBottom: tokens.spacingVerticalM },
  group: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalS,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  finding: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px', minWidth: 0 },
});

interface FileFindingsProps extends LedgerScreenProps {
  readonly file: CheckedFile;
  /** It is a sheet of the open workbook. */
  readonly isSheet: boolean;
}

/** The findings of one file, by row: what, where, how to cure it, and the way to the place. */
export function FileFindings({ file, isSheet, ...screen }: FileFindingsProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const sound = file.rows.filter((row) => row.sound).length;
  const report = file.level?.report;
  return (
    <div className={mergeClasses(layout.column, styles.file)}>
      <Text size={200} className={layout.muted}>
        {report === undefined
          ? t('pane.files.rows', { file: file.file, rows: file.rows.length, sound })
          : t('pane.levels.rows', {
              file: file.file,
              place: report.place,
              period: periodName(report.period, t),
              measures: new Set(report.rows.map(({ path, measure }) => `${measure} ${path}`)).size,
              rows: report.rows.length,
            })}
      </Text>
      <Corrections file={file} isSheet={isSheet} commands={screen.commands} />
      {report === undefined && <SendBackPart file={file} isSheet={isSheet} {...screen} />}
      {groupFindings(file.findings).map((group) => (
        <RowFindings key={group.measure} file={file} isSheet={isSheet} group={group} {...screen} />
      ))}
    </div>
  );
}

function RowFindings({ group, ...screen }: FileFindingsProps & { readonly group: FindingGroup }) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { measure } = group;
  const text = screen.ledger.plan.measures.find(({ no }) => no === measure)?.text;
  return (
    <section className={styles.group}>
      <Text size={200} weight="semibold" className={layout.twoLines}>
        {measure === null ? (
          t('pane.files.whole')
        ) : (
          <>
            {text !== undefined ? (
              <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>
            ) : (
              t('pane.dossier.measure', { no: measure })
            )}{' '}
            {text}
          </>
        )}
      </Text>
      {group.findings.map((finding, index) => (
        <OneFinding key={index} finding={finding} {...screen} />
      ))}
    </section>
  );
}

function OneFinding({ finding, ...screen }: FileFindingsProps & { readonly finding: Finding }) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { message, suggestion } = describeFinding(finding, t);
  const { cell } = finding.where;
  const target = targetOf(finding, screen);
  const matchable = matchablePlace(finding, screen.file);
  return (
    <div className={styles.finding}>
      <div className={layout.row}>
        <Badge appearance="tint" color={SEVERITY_COLOR[finding.severity]}>
          {t(`severity.${finding.severity}`)}
        </Badge>
        {cell !== '' && <Text size={200}>{t('pane.files.cell', { cell })}</Text>}
        {target !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={<LocationRegular />}
            aria-label={t('pane.locate.label', { sheet: target.place.sheet, cell: target.place.cell })}
            data-locates={`${target.place.sheet} ${target.place.cell}`}
            onClick={() => void target.go()}
          >
            {t('pane.locate')}
          </Button>
        )}
      </div>
      <Text size={200}>{message}</Text>
      <Text size={200} className={layout.muted}>
        {suggestion}
      </Text>
      {matchable !== null && (
        <Button size="small" onClick={() => void screen.commands.returns.matchByText(matchable)}>
          {t('pane.levels.match', { place: matchable })}
        </Button>
      )}
      {finding.correction?.made === true && (
        <Text size={200}>
          {t('pane.correction', { before: finding.correction.before, after: finding.correction.after })}
        </Text>
      )}
    </div>
  );
}

/** The place whose measures the clerk may say to be ours where their texts are equal. */
function matchablePlace({ code }: Finding, { level }: CheckedFile): string | null {
  if (level === undefined || level.report.handDown !== '') return null;
  return code === 'level-text-equal' || code === 'level-place-unknown' ? level.report.place : null;
}

/**
 * Where a finding is to be seen: in the sheet that was checked in place, in the returned file beside the page, or, where there is
 * neither, in the measure's row of the ledger.
 */
function targetOf(
  { where, measure }: Finding,
  { file, isSheet, ledger, commands, isLive }: FileFindingsProps,
) {
  if (where.cell !== '' && isSheet)
    return { place: where, go: () => commands.locate(where.sheet, where.cell) };
  if (where.cell !== '' && !isLive) return { place: where, go: () => commands.sendBack.show(file, where) };
  const place = measurePlace(ledger.plan.measures, measure ?? 0);
  return place === null ? null : { place, go: () => commands.locateMeasure(place, measure ?? 0) };
}
