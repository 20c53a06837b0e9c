import type { AccordionProps } from '@fluentui/react-components';
import { isTexts, useScreenState } from './use-screen-state';

const NONE: readonly string[] = [];

/**
 * Which items of an accordion are open, as `useScreenState` keeps it.
 * @param start Open until the clerk says otherwise.
 */
export function useOpenItems(
  name: string,
  start: readonly string[] = NONE,
): Required<Pick<AccordionProps, 'openItems' | 'onToggle'>> {
  const [open, setOpen] = useScreenState(`${name}.open`, start, isTexts);
  return {
    openItems: [...open],
    onToggle: (_event, { openItems }) => setOpen(openItems.map(String)),
  };
}
