import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { inChinese } from '../../src/locales/chinese';
import { WordsContext } from '../../src/taskpane/words-context';

/** A part of a screen in a page of its own: what it says, and its buttons by their words. */
export interface Mounted {
  readonly text: () => string;
  readonly press: (label: string) => void;
}

/** Shows a part of a screen in the test's page, in Chinese. */
export function mounted(part: ReactNode): Mounted {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.body.appendChild(document.createElement('div'));
  act(() =>
    createRoot(place).render(
      <FluentProvider theme={webLightTheme}>
        <WordsContext value={inChinese}>{part}</WordsContext>
      </FluentProvider>,
    ),
  );
  return {
    text: () => place.textContent,
    press: (label) => {
      const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label);
      if (button === undefined) throw new Error(`no button ${label}`);
      act(() => button.click());
    },
  };
}
