import { makeStyles, tokens } from '@fluentui/react-components';

/** From this width on document and measures stand side by side. */
const BESIDE = '@media (min-width: 700px)';

/** Document and measures: one under the other in a narrow pane, side by side where there is room. */
export const usePanelStyles = makeStyles({
  panels: {
    flexGrow: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(9rem, 2fr) minmax(22rem, 5fr)',
    gap: tokens.spacingVerticalS,
    // Scrolled to, they fill a narrow pane.
    minHeight: 'max(33rem, calc(100vh - 8rem))',
    [BESIDE]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gridTemplateRows: 'minmax(0, 1fr)',
      gap: tokens.spacingHorizontalL,
      minHeight: '22rem',
    },
  },
  panel: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  panelHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** As high as all rows together; those drawn stand where they would. */
  rows: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box' },
});
