import chinese from '../../locales/zh-CN.json';
import english from '../../locales/en-US.json';

/** Said while there is no pane yet: what happened, and what to do. */
export interface StartingSentence {
  readonly text: string;
  readonly retry: string;
  /** The way to the browser edition; `null` where that is what did not open. */
  readonly edition: string | null;
}

export interface StartingSentences {
  /** office.js could not be fetched. */
  readonly missing: StartingSentence;
  /** It was fetched, or is still on its way, and nothing came of it. */
  readonly slow: StartingSentence;
  /** There is no Excel around the page. */
  readonly outside: StartingSentence;
  /** A part of the page itself could not be fetched. */
  readonly parts: StartingSentence;
}

/** In the language of the browser, the only one known by now. Taken key by key, so that only these sentences are bundled. */
export function startingSentences(language = navigator.language): StartingSentences {
  const said = (text: readonly [string, string]): StartingSentence => {
    const pick = ([inChinese, inEnglish]: readonly [string, string]) =>
      language.startsWith('zh') ? inChinese : inEnglish;
    return {
      text: pick(text),
      retry: pick([chinese['pane.starting.retry'], english['pane.starting.retry']]),
      edition: pick([chinese['pane.starting.edition'], english['pane.starting.edition']]),
    };
  };
  return {
    missing: said([chinese['pane.starting.missing'], english['pane.starting.missing']]),
    slow: said([chinese['pane.starting.slow'], english['pane.starting.slow']]),
    outside: said([chinese['pane.starting.outside'], english['pane.starting.outside']]),
    parts: {
      ...said([chinese['pane.starting.parts'], english['pane.starting.parts']]),
      edition: null,
    },
  };
}

/** Takes the place of “opening…”; once the pane is there it does nothing. */
export function sayInstead({ text, retry, edition }: StartingSentence): void {
  const place = document.getElementById('starting');
  if (place === null) return;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = retry;
  button.addEventListener('click', () => {
    window.location.reload();
  });
  place.replaceChildren(paragraph, button);
  if (edition === null) return;
  const link = document.createElement('a');
  link.href = 'index.html';
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = edition;
  place.append(link);
}
