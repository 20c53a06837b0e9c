import { whenExcelIsReady } from '../hosts/excel/ready';
import { mountApp } from './mount';

void whenExcelIsReady().then(() => mountApp('excel'));
