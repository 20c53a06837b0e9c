import { Text } from '@fluentui/react-components';
import { TAB } from '../../sheets/words';
import { useFollowed } from '../following/use-followed';
import { useLayout } from '../parts/layout';
import { periodName } from '../parts/periods';
import { TakeBackChip } from '../parts/bars/TakeBackChip';
import { isOneOf, useScreenState } from '../parts/use-screen-state';
import { FigureLink } from '../screens/summary/FigureLink';
import type { Commands } from '../session/commands/session-commands';
import { useWords } from '../words-context';
import { DossierLink } from './DossierLink';
import { ActSections, DossierSection, Facts, StandingBadges } from './DossierParts';
import { useDossierStyles } from './dossier-styles';
import type { UnitView } from './dossier-views';

/** What is counted of a unit, each figure a way to its measures below. */
const UNIT_FIGURES = ['measures', 'done', 'overdue', 'dueSoon'] as const;
type UnitFigure = (typeof UNIT_FIGURES)[number];

function isCounted({ standing, timeliness }: UnitView['states'][number], figure: UnitFigure): boolean {
  if (figure === 'measures') return true;
  return figure === 'done' ? standing === 'done' : timeliness === figure;
}

interface UnitDossierProps {
  readonly view: UnitView;
  readonly commands: Pick<Commands, 'showBeside'>;
  readonly texts: ReadonlyMap<number, string>;
}

/** Everything of a unit: whom to ask, what it owes and where that stands, its returns, what the office did about it. */
export function UnitDossier({ view, commands, texts }: UnitDossierProps) {
  const layout = useLayout();
  const styles = useDossierStyles();
  const t = useWords();
  const { unit, states, returns, papers } = view;
  const successor = unit?.successor ?? null;
  const measures = states.map(({ assignment }) => assignment.measure);
  useFollowed(commands, {
    tab: TAB.ledger,
    why: t('pane.beside.unit', { unit: view.name, count: new Set(measures).size }),
    measures,
  });
  const [figure, setFigure] = useScreenState<UnitFigure>(
    `dossier.shown.${view.name}`,
    'measures',
    isOneOf(UNIT_FIGURES),
  );
  const shown = states.filter((state) => isCounted(state, figure));
  return (
    <>
      <Facts
        facts={[
          { name: t('pane.dossier.contact'), value: unit?.contact ?? '' },
          {
            name: t('pane.dossier.successor'),
            value: successor === null ? null : `${successor.name} ${successor.from}`,
          },
          ...UNIT_FIGURES.map((one) => {
            const name = t(`pane.figure.${one}`);
            const what = t('pane.figures.asked', { group: view.name, figure: name });
            const value = states.filter((state) => isCounted(state, one)).length;
            const link = <FigureLink value={value} what={what} onAsk={() => setFigure(one)} />;
            return { name, value: <span className={styles.figure}>{link}</span> };
          }),
        ]}
      />
      <UnitMeasures states={shown} figure={figure} onAll={() => setFigure('measures')} texts={texts} />
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

interface UnitMeasuresProps extends Pick<UnitView, 'states'>, Pick<UnitDossierProps, 'texts'> {
  /** Why just these are shown. */
  readonly figure: UnitFigure;
  readonly onAll: () => void;
}

/** What a unit owes and where that stands; what a figure of it counts, with the way back to all. */
function UnitMeasures({ states, figure, onAll, texts }: UnitMeasuresProps) {
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      {figure !== 'measures' && (
        <div className={layout.row}>
          <TakeBackChip
            what={t(`pane.figure.${figure}`)}
            says={t('pane.dossier.showAll', { figure: t(`pane.figure.${figure}`) })}
            onTakeBack={onAll}
          />
        </div>
      )}
      <DossierSection
        title={t('pane.dossier.measures', { count: states.length })}
        none={t('pane.figures.none')}
      >
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
    </>
  );
}
