import { Text } from '@fluentui/react-components';
import { TAB } from '../../sheets/words';
import { useFollowed } from '../following/use-followed';
import { useLayout } from '../parts/layout';
import { periodName } from '../parts/periods';
import type { Commands } from '../session/commands/session-commands';
import { useWords } from '../words-context';
import { DossierLink } from './DossierLink';
import { ActSections, DossierSection, Facts, StandingBadges } from './DossierParts';
import type { UnitView } from './dossier-views';

interface UnitDossierProps {
  readonly view: UnitView;
  readonly commands: Pick<Commands, 'showBeside'>;
  readonly texts: ReadonlyMap<number, string>;
}

/** Everything of a unit: whom to ask, what it owes and where that stands, its returns, what the office did about it. */
export function UnitDossier({ view, commands, texts }: UnitDossierProps) {
  const layout = useLayout();
  const t = useWords();
  const { unit, states, returns, papers } = view;
  const successor = unit?.successor ?? null;
  const measures = states.map(({ assignment }) => assignment.measure);
  useFollowed(commands, {
    tab: TAB.ledger,
    why: t('pane.beside.unit', { unit: view.name, count: new Set(measures).size }),
    measures,
  });
  const count = (has: (state: UnitView['states'][number]) => boolean) => states.filter(has).length;
  return (
    <>
      <Facts
        facts={[
          { name: t('pane.dossier.contact'), value: unit?.contact ?? '' },
          {
            name: t('pane.dossier.successor'),
            value: successor === null ? null : `${successor.name} ${successor.from}`,
          },
          { name: t('pane.figure.measures'), value: states.length },
          { name: t('pane.figure.done'), value: count(({ standing }) => standing === 'done') },
          { name: t('pane.figure.overdue'), value: count(({ timeliness }) => timeliness === 'overdue') },
          { name: t('pane.figure.dueSoon'), value: count(({ timeliness }) => timeliness === 'dueSoon') },
        ]}
      />
      <DossierSection title={t('pane.dossier.measures', { count: states.length })} none="">
        {states.map((state) => {
          const { measure, unit: of } = state.assignment;
          return (
            <li key={`${measure} ${of}`} className={layout.item}>
              <div className={layout.row}>
                <DossierLink of={{ measure }}>{t('pane.dossier.measure', { no: measure })}</DossierLink>
                <StandingBadges state={state} />
                <Text size={200}>{state.deadline ?? t('pane.dossier.openEnded')}</Text>
              </div>
              <Text size={200} className={layout.twoLines} lang="zh-CN">
                {texts.get(measure)}
              </Text>
            </li>
          );
        })}
      </DossierSection>
      <DossierSection title={t('pane.dossier.returns', { count: returns.length })} none="">
        {returns.map(({ period, submission }) => (
          <li key={period} className={layout.item}>
            <Text size={200}>
              {periodName(period, t)} {t(`pane.pivot.item.submission.${submission}`)}
            </Text>
          </li>
        ))}
      </DossierSection>
      <DossierSection
        title={t('pane.dossier.papers', { count: papers.length })}
        none={t('pane.dossier.noneYet')}
      >
        {papers.map(({ sha256, on, file }) => (
          <li key={sha256} className={layout.item}>
            <Text size={200}>
              {on} {file}
            </Text>
          </li>
        ))}
      </DossierSection>
      <ActSections acts={view} />
    </>
  );
}
