import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the screen share beside the common layout. */
export const useReportStyles = makeStyles({
  /** A text to be copied, its lines as they will be pasted. */
  message: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  /** All that was written, its lines as they were. */
  whole: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  reminder: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minWidth: 0 },
  /** A name that may be long, and its marks. */
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    textAlign: 'left',
  },
  /** A check box with what it stands for beside it, not inside its label. */
  pick: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    flexGrow: 1,
    minWidth: 0,
    paddingTop: tokens.spacingVerticalXS,
  },
});
