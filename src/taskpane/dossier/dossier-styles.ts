import { makeStyles, tokens } from '@fluentui/react-components';

export const useDossierStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'baseline',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  },
  /** As high whether it leads anywhere or is nought. */
  figure: { display: 'inline-block', minHeight: '24px', lineHeight: '24px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
