import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { CheckedFile } from '../../../app/inbox/check-file';
import { offeredCorrections } from '../../../returns/findings/corrections';
import type { OfferedFinding } from '../../../returns/checked-return';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';

const useStyles = makeStyles({
  box: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
});

interface CorrectionsProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly file: CheckedFile;
  /** A sheet of the open workbook is corrected where it stands. */
  readonly isSheet: boolean;
}

/** What could be meant, before → after: each agreed to by itself or all at once, and taken back the same way. */
export function Corrections({ file, isSheet, commands }: CorrectionsProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const offered = offeredCorrections(file);
  const all = [...file.agreed, ...offered].toSorted(byPlace);
  if (all.length === 0 || isSheet) return null;
  const agree = (agreed: readonly OfferedFinding[]) => void commands.returns.agree(file, agreed);
  const isAgreed = (one: OfferedFinding) => file.agreed.includes(one);
  return (
    <section className={styles.box} aria-label={t('pane.corrections.title')}>
      <div className={layout.row}>
        <h4 className={layout.heading}>{t('pane.corrections.title')}</h4>
        {offered.length > 0 && (
          <Button size="small" onClick={() => agree(all)}>
            {t('pane.corrections.all', { count: all.length })}
          </Button>
        )}
      </div>
      {all.map((one) => (
        <div key={`${one.where.sheet} ${one.where.cell}`}>
          <Checkbox
            checked={isAgreed(one)}
            label={t('pane.corrections.one', {
              cell: one.where.cell,
              no: one.measure ?? '',
              before: one.correction.before,
              after: one.correction.after,
            })}
            onChange={(_event, { checked }) =>
              agree(all.filter((other) => (other === one ? checked === true : isAgreed(other))))
            }
          />
        </div>
      ))}
    </section>
  );
}

/** One that is agreed to keeps its place in the list. */
function byPlace(a: OfferedFinding, b: OfferedFinding): number {
  return a.where.cell.localeCompare(b.where.cell, 'en', { numeric: true });
}
