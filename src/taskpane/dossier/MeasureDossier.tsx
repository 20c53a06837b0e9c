import { Text } from '@fluentui/react-components';
import type { Ledger } from '../../ledger/ledger';
import type { ReportEntry } from '../../ledger/records';
import { LocateButton } from '../parts/LocateButton';
import { useLayout } from '../parts/layout';
import { periodName } from '../parts/periods';
import { measurePlace } from '../parts/places';
import { ExtensionForm } from '../screens/report/extension/ExtensionForm';
import { canBeExtended } from '../screens/report/extension/extension-views';
import type { Commands } from '../session/commands/session-commands';
import { useWords } from '../words-context';
import { DossierLink } from './DossierLink';
import { ActSections, DossierSection, Facts, StandingBadges } from './DossierParts';
import { useDossierStyles } from './dossier-styles';
import type { MeasureView } from './dossier-views';

interface MeasureDossierProps {
  readonly view: MeasureView;
  readonly ledger: Ledger;
  readonly commands: Pick<Commands, 'locateMeasure' | 'follow'>;
}

/** Everything of a measure: its text and deadline, who owes it, what was reported period by period, what the office did about it. */
export function MeasureDossier({ view, ledger, commands }: MeasureDossierProps) {
  const layout = useLayout();
  const styles = useDossierStyles();
  const t = useWords();
  const { measure, state, reports, contacts } = view;
  const place = measurePlace(ledger.plan.measures, measure.no);
  const section = ledger.plan.sections.find(({ no }) => no === measure.section);
  const planned = measure.deadline === state.deadline ? null : measure.deadline;
  return (
    <>
      <div className={layout.row}>
        <StandingBadges state={state} />
        {place !== null && (
          <LocateButton place={place} onLocate={() => void commands.locateMeasure(place, measure.no)} />
        )}
      </div>
      <Text className={styles.text} lang="zh-CN">
        {measure.text}
      </Text>
      <Facts
        facts={[
          { name: t('pane.dossier.section'), value: section?.title ?? '' },
          { name: t('pane.dossier.task'), value: measure.task },
          { name: t('pane.dossier.clause'), value: measure.clause },
          { name: t('pane.dossier.deadline'), value: state.deadline ?? t('pane.dossier.openEnded') },
          { name: t('pane.dossier.planned'), value: planned },
          ...[...state.notes].map(([name, value]) => ({ name, value })),
        ]}
      />
      <DossierSection
        title={t('pane.dossier.units', { count: state.units.length })}
        none={t('pane.dossier.noUnits')}
      >
        {state.units.map((one) => {
          const { unit } = one.assignment;
          const contact = contacts.find(({ name }) => name === unit)?.contact ?? '';
          return (
            <li key={unit} className={layout.item}>
              <div className={layout.row}>
                <DossierLink of={{ unit }}>
                  <span lang="zh-CN">{unit}</span>
                </DossierLink>
                <StandingBadges state={one} />
              </div>
              {contact !== '' && <Text size={200}>{t('pane.report.reminders.contact', { contact })}</Text>}
            </li>
          );
        })}
      </DossierSection>
      <DossierSection
        title={t('pane.dossier.reports', { count: reports.length })}
        none={t('pane.dossier.noReports')}
      >
        {reports.map((entry) => (
          <ReportLine key={entry.id} entry={entry} />
        ))}
      </DossierSection>
      <ActSections acts={view}>
        {state.standing !== 'done' && canBeExtended(ledger, measure.no, ledger.settings.asOf) && (
          <section className={layout.tight}>
            <h4 className={layout.heading}>{t('pane.dossier.extend')}</h4>
            <ExtensionForm ledger={ledger} commands={commands} about={measure.no} />
          </section>
        )}
      </ActSections>
    </>
  );
}

/** What a unit reported for a period, whole. */
function ReportLine({ entry: { period, unit, report, file } }: { readonly entry: ReportEntry }) {
  const layout = useLayout();
  const t = useWords();
  const { status, percent, completedOn, progress, problems, nextSteps, evidence, remark } = report;
  return (
    <li className={layout.item}>
      <div className={layout.row}>
        <Text size={200} weight="semibold">
          {periodName(period, t)}
        </Text>
        <DossierLink of={{ unit }}>
          <span lang="zh-CN">{unit}</span>
        </DossierLink>
        {status !== null && <Text size={200}>{t(`pane.figure.${status}`)}</Text>}
      </div>
      <Facts
        facts={[
          { name: t('pane.dossier.percent'), value: percent === null ? null : `${percent}%` },
          { name: t('pane.dossier.completedOn'), value: completedOn },
          { name: t('pane.dossier.progress'), value: progress },
          { name: t('pane.dossier.problems'), value: problems },
          { name: t('pane.dossier.nextSteps'), value: nextSteps },
          { name: t('pane.dossier.evidence'), value: evidence },
          { name: t('pane.dossier.remark'), value: remark },
          { name: t('pane.dossier.file'), value: file === '' ? t('pane.dossier.byHand') : file },
        ]}
      />
    </li>
  );
}
