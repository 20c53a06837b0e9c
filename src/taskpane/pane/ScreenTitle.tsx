import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
});

/** Heading of a screen. Takes the focus when what had it went with the screen before: a tab that was pressed keeps it. */
export function ScreenTitle({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus() && wasUsed()) title.current?.focus();
  }, []);
  return (
    <h2 className={styles.title} tabIndex={-1} ref={title}>
      {children}
    </h2>
  );
}

/** A page that was just opened leaves the focus to the browser. */
function wasUsed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}
