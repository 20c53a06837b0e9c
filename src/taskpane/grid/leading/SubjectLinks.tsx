import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { GridCommands } from '../../session/commands/grid-commands';
import { useWords } from '../../words-context';
import type { CellSubject } from './cell-subjects';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: '60%',
  },
  link: { minWidth: 'auto' },
});

/** Of units, which may be many in one cell. */
const MOST = 3;

interface SubjectLinksProps {
  readonly subjects: readonly CellSubject[];
  readonly commands: GridCommands;
}

/** What the selected cell is about, each a way to everything of it in the pane; the first by Ctrl+K too. */
export function SubjectLinks({ subjects, commands }: SubjectLinksProps) {
  const styles = useStyles();
  const t = useWords();
  const wordsOf = (subject: CellSubject) => {
    if (subject.kind === 'figure') return t('grid.leads.rows', { count: subject.count });
    return 'measure' in subject.of ? t('pane.dossier.measure', { no: subject.of.measure }) : subject.of.unit;
  };
  return (
    <span className={styles.links}>
      {subjects.slice(0, MOST).map((subject, at) => (
        <Button
          key={wordsOf(subject)}
          size="small"
          appearance="subtle"
          className={styles.link}
          icon={<OpenRegular />}
          title={at === 0 ? t('grid.leads.key') : undefined}
          onClick={() => commands.lead(subject)}
        >
          {wordsOf(subject)}
        </Button>
      ))}
    </span>
  );
}
