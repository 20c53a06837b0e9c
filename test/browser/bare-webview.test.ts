import { translator } from '../../src/locales/translate';
import { BuiltPages } from './built-pages';
import { PaneActions } from './pane-actions';

jest.setTimeout(240_000);

const words = translator('zh-CN');

let pages: BuiltPages;

beforeAll(async () => {
  pages = await BuiltPages.open();
});

afterAll(() => pages.close());

/** A webview that keeps nothing, has no workers and no clipboard, and does not say how many cores it has. */
const NOTHING_THERE = `
  const gone = { configurable: true, get: () => undefined };
  const refused = { configurable: true, get: () => { throw new DOMException('', 'SecurityError'); } };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, refused);
  for (const name of ['Worker', 'SharedWorker', 'BroadcastChannel', 'ClipboardItem']) Object.defineProperty(window, name, gone);
  Object.defineProperty(Navigator.prototype, 'clipboard', gone);
  Object.defineProperty(Navigator.prototype, 'userActivation', gone);
  delete Navigator.prototype.serviceWorker;
  delete Navigator.prototype.hardwareConcurrency;
  delete Navigator.prototype.locks;
  Document.prototype.execCommand = undefined;`;

test('a page without storage, workers, caches or clipboard does the work, and says what it cannot do', async () => {
  const page = await pages.page(1280, 800, { script: NOTHING_THERE });
  const pane = new PaneActions(page);
  await pane.says('keeping.blocked.title');
  await pane.press('pane.first.demo');
  await pane.says('pane.next.issue');
  await pane.go('pane.screen.returns');
  await pane.press('pane.returns.sample');
  await page.getByRole('button', { name: '汇入 200 条' }).click();
  await page.getByText('汇入完成').waitFor();
  await pane.go('pane.screen.report');
  await page.getByRole('button', { name: words('pane.report.reminders.copyGroup'), exact: true }).click();
  await pane.says('pane.copy.refused');
  expect(pages.faults).toEqual([]);
  await page.close();
});
