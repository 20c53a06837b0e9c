import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ImportRecord } from '../../../app/changes/last-import';
import { FocusHeading } from '../../parts/FocusHeading';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

const useStyles = makeStyles({
  box: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  fresh: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
});

interface ImportDoneProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly record: ImportRecord;
  /** Of the files on the screen, not of an earlier day. */
  readonly isNew: boolean;
}

/** What the last import did, the way back, and the way on. */
export function ImportDone({ record, isNew, commands }: ImportDoneProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const { files, places, added, changed, faultyUnits } = record;
  const title = t(isNew ? 'pane.imported.now' : 'pane.imported.last');
  return (
    <section className={mergeClasses(styles.box, isNew && styles.fresh)} aria-label={title}>
      <FocusHeading of="part">{title}</FocusHeading>
      {(files > 0 || places.length === 0) && (
        <Text>{t('pane.imported.what', { files, added, changed })}</Text>
      )}
      {places.length > 0 && (
        <Text>
          {t('pane.levels.imported', { count: places.length, places: places.join(t('pane.listComma')) })}
        </Text>
      )}
      {faultyUnits.length > 0 && (
        <Text>
          {t('pane.imported.faulty', {
            count: faultyUnits.length,
            units: faultyUnits.join(t('pane.listComma')),
          })}
        </Text>
      )}
      <div className={layout.row}>
        {isNew && (
          <Button appearance="primary" onClick={() => commands.go('overdue')}>
            {t('pane.next.overdue')}
          </Button>
        )}
        <Button onClick={() => void commands.returns.undo()}>{t('pane.returns.undo')}</Button>
      </div>
    </section>
  );
}
