import type { NamedPaper } from '../../documents/papers-in-address';
import { papersOfAddress } from '../../documents/papers-in-address';
import { safeFileName } from '../../app/wording/safe-file-name';
import chinese from '../../locales/zh-CN.json';
import english from '../../locales/en-US.json';
import { downloadFile } from '../session/downloads';

/** Taken key by key, so that only these sentences are bundled. */
const SAID = {
  title: [chinese['savePage.title'], english['savePage.title']],
  how: [chinese['savePage.how'], english['savePage.how']],
  unreadable: [chinese['savePage.unreadable'], english['savePage.unreadable']],
  failed: [chinese['savePage.failed'], english['savePage.failed']],
  save: [chinese['savePage.save'], english['savePage.save']],
} as const;

/**
 * The page that the add-in opens in the system's browser where Excel itself drops downloads: the papers come with the address,
 * and a click makes the file. Nothing is kept, and the address is emptied once it is read.
 */
function showPapers(root: HTMLElement): void {
  const papers = papersOfAddress(window.location.hash.slice(1));
  window.history.replaceState(null, '', window.location.pathname);
  const isChinese = navigator.language.startsWith('zh');
  const say = (what: keyof typeof SAID) => SAID[what][isChinese ? 0 : 1];
  document.documentElement.lang = isChinese ? 'zh-CN' : 'en-US';
  document.title = say('title');
  const main = document.createElement('main');
  main.id = 'papers';
  const status = paragraph('');
  status.setAttribute('role', 'status');
  const heading = document.createElement('h1');
  heading.textContent = say('title');
  main.append(heading, paragraph(say(papers === undefined ? 'unreadable' : 'how')));
  for (const one of papers ?? []) {
    main.append(saveButton(one, say('save'), () => (status.textContent = say('failed'))));
  }
  main.append(status);
  root.replaceChildren(main);
}

function saveButton({ fileName, paper }: NamedPaper, label: string, failed: () => void): HTMLElement {
  const name = safeFileName(fileName);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label.replace('{file}', name);
  const save = async () => {
    const { writePaper } = await import('../../documents/docx/write-paper');
    downloadFile(name, await writePaper(paper));
  };
  button.addEventListener('click', () => void save().catch(failed));
  return button;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

const root = document.getElementById('root');
if (root !== null) showPapers(root);
