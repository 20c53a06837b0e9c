import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import { translator } from '../../../../src/locales/translate';
import { diagnosisText } from '../../../../src/taskpane/screens/settings/DiagnosisPart';
import { useExcel } from '../../../excel-host/support';

const excel = useExcel({ excelApi: '1.14', platform: 'Mac' });
const live = new ExcelWorkbookHost();

test('says platform, version, interfaces and the last refused steps by their codes, and nothing of the cells', async () => {
  const { host } = excel();
  host.addSheet('保密表', [['不可外传']]);
  for (const code of ['AccessDenied', 'GeneralException']) {
    host.faults.at(host.traffic.syncs + 1, { kind: 'error', code });
    await live.read().catch(() => undefined);
  }
  const found = live.diagnosis();
  expect(found).toMatchObject({
    platform: 'Excel Mac',
    version: '16.0.17928.20000',
    sets: ['ExcelApi 1.14', 'DialogApi'],
    refused: [
      { code: 'unknown', excelCode: 'GeneralException' },
      { code: 'access-denied', excelCode: 'AccessDenied' },
    ],
  });
  const text = diagnosisText(found, translator('zh-CN'));
  expect(text).toContain('- access-denied AccessDenied');
  expect(text).not.toMatch(/保密表|不可外传/u);
});

test('remembers the last ten alone', async () => {
  const { host } = excel();
  for (let count = 0; count < 12; count += 1) {
    host.faults.at(host.traffic.syncs + 1, { kind: 'error', code: 'AccessDenied' });
    await live.read().catch(() => undefined);
  }
  expect(live.diagnosis().refused).toHaveLength(10);
});
