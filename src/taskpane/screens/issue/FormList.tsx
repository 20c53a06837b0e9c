import { Button, Checkbox, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, WindowNewRegular } from '@fluentui/react-icons';
import { DossierLink } from '../../dossier/DossierLink';
import { useLayout } from '../../parts/layout';
import { tickOfAll } from '../../parts/use-picks';
import { isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import { formsNamed, type OwedForm } from './form-choices';
import type { usePickedUnits } from './use-picked-units';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  office: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  count: { whiteSpace: 'nowrap' },
});

interface FormListProps {
  readonly forms: readonly OwedForm[];
  readonly units: ReturnType<typeof usePickedUnits>;
  /** `null` where no download arrives. */
  readonly onDownload: ((office: string) => void) | null;
  /** Inside Excel: as a workbook in a window of its own. */
  readonly onOpen: ((office: string) => void) | null;
}

/** One line a form: in or out, how many measures, and the file by itself. */
export function FormList({ forms, units, onDownload, onOpen }: FormListProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [filter, setFilter] = useScreenState('issue.filter', '', isText);
  const shown = formsNamed(forms, filter);
  const pickedShown = shown.filter(({ office }) => units.isPicked(office)).length;
  const names = shown.map(({ office }) => office);
  return (
    <div className={layout.tight}>
      <Input
        value={filter}
        placeholder={t('pane.filter.unit')}
        aria-label={t('pane.filter.unit')}
        onChange={(_event, { value }) => setFilter(value)}
      />
      <Checkbox
        label={t('pane.issue.all', {
          picked: pickedShown,
          count: shown.length,
          isWhole: shown.length === forms.length ? 'yes' : 'no',
        })}
        disabled={shown.length === 0}
        checked={tickOfAll(pickedShown, shown.length)}
        onChange={(_event, { checked }) => units.pick(names, checked === true)}
      />
      {shown.length === 0 && <Text>{t('pane.issue.noneShown')}</Text>}
      <ul className={layout.list} aria-label={t('pane.issue.forms')}>
        {shown.map(({ office, measures, file }) => (
          <li key={office} className={styles.item}>
            <div className={styles.office}>
              <Checkbox
                label={office}
                checked={units.isPicked(office)}
                onChange={(_event, { checked }) => units.pick([office], checked === true)}
              />
            </div>
            <Text size={200} className={styles.count}>
              <DossierLink of={{ unit: office }}>{t('pane.issue.measures', { count: measures })}</DossierLink>
            </Text>
            {onDownload !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDownloadRegular />}
                title={file}
                aria-label={t('pane.issue.download', { file })}
                onClick={() => onDownload(office)}
              />
            )}
            {onOpen !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<WindowNewRegular />}
                title={t('pane.issue.open', { unit: office })}
                aria-label={t('pane.issue.open', { unit: office })}
                onClick={() => onOpen(office)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
