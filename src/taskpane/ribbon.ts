import './webview-arrays';
import issuedPlan from '../../seeds/000_a65ed4e6259fe44e.txt';
import { ExcelWorkbookHost } from '../hosts/excel/excel-host';
import { excelLanguage, whenExcelIsReady } from '../hosts/excel/ready';
import { bindRibbon } from '../hosts/excel/ribbon-commands';
import { ribbonSteps } from './ribbon/ribbon-steps';
import { ribbonWords } from './ribbon/ribbon-words';
import { instant, minute, today } from './session/clock';

void whenExcelIsReady().then((around) => {
  if (around !== 'excel') return;
  const locale = excelLanguage().startsWith('zh') ? 'zh-CN' : 'en-US';
  const live = new ExcelWorkbookHost(undefined, instant());
  const steps = ribbonSteps({ live, planText: issuedPlan, today, minute, words: ribbonWords(locale) });
  bindRibbon(steps, new URL('message.html', window.location.href).href);
});
