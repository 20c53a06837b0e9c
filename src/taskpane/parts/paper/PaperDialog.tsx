import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Paper } from '../../../documents/paper';
import { useWords } from '../../words-context';
import { PaperSheets } from './PaperSheets';
import { PrintedPaper } from './PrintedPaper';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(900px, 100vw)', width: '100%', padding: tokens.spacingHorizontalM },
  body: { maxHeight: 'calc(100vh - 24px)' },
  /** Side by side also where dialogs have them one below the other: the paper needs the height. */
  actions: {
    flexWrap: 'wrap',
    '@media screen and (max-width: 480px)': { flexDirection: 'row', justifyContent: 'start' },
  },
  /** A line of its own: beside it the buttons would break apart. */
  remark: { flexBasis: '100%' },
  desk: {
    backgroundColor: tokens.colorNeutralBackground4,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface PaperDialogProps {
  /** What is looked at. */
  readonly title: string;
  readonly paper: Paper;
  /** What has to be known before anything is done with it; empty for nothing. */
  readonly remark: string;
  /** What can be done with it. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A paper, looked at before anything is done with it. */
export function PaperDialog({ title, paper, remark, children, onClose }: PaperDialogProps) {
  const styles = useStyles();
  const t = useWords();
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.desk} tabIndex={0}>
            <PaperSheets paper={paper} />
            <PrintedPaper paper={paper} />
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            {remark !== '' && (
              <Text size={200} className={styles.remark}>
                {remark}
              </Text>
            )}
            {children}
            <Button onClick={onClose}>{t('pane.paper.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
