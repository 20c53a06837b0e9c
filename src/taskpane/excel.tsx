import './webview';
import { ExcelWorkbookHost } from '../hosts/excel/excel-host';
import { officeIsDark } from '../hosts/excel/office-theme';
import { whenExcelIsReady } from '../hosts/excel/ready';
import { mountApp } from './mount';
import { browserWorld } from './session/browser-world';
import { instant } from './session/clock';
import { sayInstead, startingSentences } from './starting/starting-notice';

void whenExcelIsReady().then((around) => {
  if (around === 'excel')
    mountApp({ ...browserWorld, live: new ExcelWorkbookHost(undefined, instant()) }, null, officeIsDark());
  else if (around === 'outside') sayInstead(startingSentences().outside);
});
