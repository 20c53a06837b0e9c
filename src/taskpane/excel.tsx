import { ExcelWorkbookHost } from '../hosts/excel/excel-host';
import { whenExcelIsReady } from '../hosts/excel/ready';
import { mountApp } from './mount';
import { browserWorld } from './session/browser-world';

void whenExcelIsReady().then(() => mountApp({ ...browserWorld, live: new ExcelWorkbookHost() }));
