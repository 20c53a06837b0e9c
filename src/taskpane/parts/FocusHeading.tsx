import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  screen: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  part: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

interface FocusHeadingProps {
  /** Of a screen, or of a part that comes up on it. */
  readonly of: 'screen' | 'part';
  readonly children: ReactNode;
}

/**
 * Heading of what has just come up. Takes the focus when the control that had it is gone with what was there before; a tab
 * that was pressed keeps it.
 */
export function FocusHeading({ of, children }: FocusHeadingProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body && wasUsed()) heading.current?.focus();
  }, []);
  const Heading = of === 'screen' ? 'h2' : 'h3';
  return (
    <Heading className={mergeClasses(styles.heading, styles[of])} tabIndex={-1} ref={heading}>
      {children}
    </Heading>
  );
}

/** A page that was just opened leaves the focus to the browser. */
function wasUsed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}
