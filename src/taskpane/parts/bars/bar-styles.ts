import { makeStyles, tokens } from '@fluentui/react-components';

/** Bars over the workbook, and the chips in them. */
export const useBarStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `4px ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
  },
  chip: { minWidth: 'auto', borderRadius: tokens.borderRadiusCircular },
});
