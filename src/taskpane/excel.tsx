import { ExcelWorkbookHost } from '../hosts/excel/excel-host';
import { fileOutlet, openInBrowser } from '../hosts/excel/file-outlet';
import { officeIsDark } from '../hosts/excel/office-theme';
import { whenExcelIsReady } from '../hosts/excel/ready';
import { loadFrame, mountApp, sayNotOpened } from './mount';
import { browserWorld } from './session/browser-world';
import { instant } from './session/clock';
import { sayInstead, startingSentences } from './starting/starting-notice';

const frame = loadFrame().catch(() => null);

void whenExcelIsReady().then(async (around) => {
  if (around === 'excel') {
    const loaded = await frame;
    if (loaded === null) {
      sayNotOpened();
      return;
    }
    const live = new ExcelWorkbookHost(undefined, instant());
    const openPapers = (papers: string) =>
      openInBrowser(`${new URL('papers.html', document.baseURI).href}#${papers}`);
    // A frame of another origin may ask for no folder.
    const world = { ...browserWorld, live, outlet: fileOutlet(), openPapers, nameFolder: null };
    mountApp(world, null, loaded, officeIsDark());
  } else if (around === 'outside') sayInstead(startingSentences().outside);
});
