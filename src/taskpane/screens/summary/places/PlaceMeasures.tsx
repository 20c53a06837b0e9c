import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { Ledger } from '../../../../ledger/ledger';
import { PATH_SEPARATOR, type LevelRow } from '../../../../ledger/levels/levels';
import { FocusHeading } from '../../../parts/FocusHeading';
import { MoreOf } from '../../../parts/MoreOf';
import { useLayout } from '../../../parts/layout';
import { useOpenItems } from '../../../parts/use-open-items';
import { useWords } from '../../../words-context';
import { PlaceBadges } from './PlaceBadges';
import { placeMeasures, type PlaceMeasure } from './place-rows';

const useStyles = makeStyles({
  /** Clear of the measures before and after it. */
  measure: { paddingBlock: tokens.spacingVerticalSNudge },
});

interface PlaceMeasuresProps {
  readonly ledger: Ledger;
  readonly path: string;
  readonly onBack: () => void;
}

/** The measures of one place below, each opened into the rows of its offices; and the way back to all places. */
export function PlaceMeasures({ ledger, path, onBack }: PlaceMeasuresProps) {
  const layout = useLayout();
  const t = useWords();
  const measures = useMemo(() => placeMeasures(ledger, path), [ledger, path]);
  const place = path.replaceAll(PATH_SEPARATOR, ' / ');
  return (
    <section className={layout.column}>
      <div className={layout.row}>
        <Button icon={<ArrowLeftRegular />} onClick={onBack}>
          {t('pane.places.back')}
        </Button>
      </div>
      <FocusHeading of="part">{t('pane.places.measures', { place, count: measures.length })}</FocusHeading>
      <MoreOf name="places" items={measures}>
        {(some) => <MeasureList path={path} measures={some} />}
      </MoreOf>
    </section>
  );
}

interface MeasureListProps {
  readonly path: string;
  readonly measures: readonly PlaceMeasure[];
}

function MeasureList({ path, measures }: MeasureListProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const opened = useOpenItems(`places ${path}`);
  return (
    <Accordion multiple collapsible {...opened}>
      {measures.map(({ key, no, isOwn, text, state, rows }) => (
        <AccordionItem key={key} value={key} disabled={rows.length === 0}>
          <AccordionHeader size="small" as="h4">
            <span className={mergeClasses(layout.tight, styles.measure)}>
              <span className={layout.row}>
                <Text size={200} weight="semibold">
                  {t(isOwn ? 'pane.places.own' : 'pane.dossier.measure', { no })}
                </Text>
                <PlaceBadges state={state} />
              </span>
              <Text size={200} className={layout.twoLines} lang="zh-CN">
                {text}
              </Text>
            </span>
          </AccordionHeader>
          <AccordionPanel>
            <ul className={layout.list}>
              {rows.map((row) => (
                <OfficeRow key={row.unit} row={row} />
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

/** What one office of the place typed. */
function OfficeRow({ row }: { readonly row: LevelRow }) {
  const layout = useLayout();
  const t = useWords();
  const { unit, office, status, percent, completedOn, deadline, progress, problems } = row;
  const facts = [
    status === null ? t('pane.figure.notReported') : t(`pane.figure.${status}`),
    ...(percent === null ? [] : [`${percent}%`]),
    ...(completedOn === null ? [] : [t('pane.places.completedOn', { on: completedOn })]),
    deadline === null ? t('pane.dossier.openEnded') : t('pane.places.deadline', { deadline }),
  ];
  return (
    <li className={layout.item}>
      <Text size={200} weight="semibold" block lang="zh-CN">
        {unit === '' ? t('pane.places.nobody') : unit}
        {office !== '' && office !== unit && t('pane.places.office', { office })}
      </Text>
      <Text size={200} block>
        {facts.join(' · ')}
      </Text>
      {progress !== '' && (
        <Text size={200} block lang="zh-CN">
          {progress}
        </Text>
      )}
      {problems !== '' && (
        <Text size={200} block lang="zh-CN">
          {t('pane.places.problems', { problems })}
        </Text>
      )}
    </li>
  );
}
