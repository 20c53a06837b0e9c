import { Text } from '@fluentui/react-components';
import {
  AlertUrgentRegular,
  ArrowUploadRegular,
  DataTrendingRegular,
  DocumentTextRegular,
  GavelRegular,
  SendRegular,
} from '@fluentui/react-icons';
import { useWords } from '../../words-context';
import { useStartStyles } from './start-styles';

const STEPS = [
  ['plan', DocumentTextRegular],
  ['issue', SendRegular],
  ['returns', ArrowUploadRegular],
  ['overdue', AlertUrgentRegular],
  ['summary', DataTrendingRegular],
  ['report', GavelRegular],
] as const;

/** What the product is, in one picture: the way of a plan from its text to the report on it. */
export function StartPicture() {
  const styles = useStartStyles();
  const t = useWords();
  return (
    <ol className={styles.picture} aria-label={t('pane.home.cycle')}>
      {STEPS.map(([step, Icon]) => (
        <li key={step} className={styles.step}>
          <span className={styles.mark}>
            <Icon aria-hidden />
          </span>
          <Text weight="semibold">{t(`pane.picture.${step}`)}</Text>
          <Text size={200} className={styles.what}>
            {t(`pane.picture.${step}.what`)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
