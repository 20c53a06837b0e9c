import { ExcelWorkbookHost } from '../hosts/excel/excel-host';
import { officeIsDark } from '../hosts/excel/office-theme';
import { whenExcelIsReady } from '../hosts/excel/ready';
import { mountApp } from './mount';
import { browserWorld } from './session/browser-world';

void whenExcelIsReady().then(() =>
  mountApp({ ...browserWorld, live: new ExcelWorkbookHost() }, null, officeIsDark()),
);
