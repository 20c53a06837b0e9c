import { makeStyles } from '@fluentui/react-components';
import { createPortal } from 'react-dom';
import type { Paper } from '../../../documents/paper';
import { usePrinting } from '../printing/use-printing';
import { PaperSheets } from './PaperSheets';

/** The margins that official papers have. */
const PAGE = '@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }';

const useStyles = makeStyles({
  /** On the screen nothing of it is seen. */
  root: {
    display: 'none',
    '@media print': { display: 'block' },
    printColorAdjust: 'exact',
    WebkitPrintColorAdjust: 'exact',
  },
});

/** What Ctrl+P prints while a paper is looked at: the paper, on A4. */
export function PrintedPaper({ paper }: { readonly paper: Paper }) {
  const styles = useStyles();
  const isPrinting = usePrinting(PAGE, 'paper');
  if (!isPrinting) return null;
  return createPortal(
    <div data-printed className={styles.root}>
      <PaperSheets paper={paper} isOnPaper />
    </div>,
    document.body,
  );
}
