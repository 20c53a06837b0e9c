import { writeFile } from 'node:fs/promises';
import { WorkbookTooLargeError } from '../../src/base/file-fault';
import { ledgerFault } from '../../src/app/wording/ledger-fault';
import { PACKAGE_DAY, writeZip } from '../../src/hosts/file/packing/write-zip';
import { LIMITS } from '../../src/hosts/file/reading/package/limits';
import { translator } from '../../src/locales/translate';
import { CommandBench } from './run';

test('a ledger with more than can be read is told as too large, not as something else', async () => {
  const bench = await CommandBench.open();
  try {
    const bytes = new Uint8Array();
    const names = Array.from({ length: LIMITS.parts.max + 1 }, (_, index) => `xl/media/image${index}.png`);
    const files = names.map((name) => ({ name, bytes }));
    await writeFile(bench.path('L.xlsx'), writeZip(files, { day: PACKAGE_DAY }));
    const { code, err } = await bench.ledger('summary', 'L.xlsx');
    expect(code).toBe(2);
    expect(err).toContain('L.xlsx');
    expect(err).toContain('台账太大');
    expect(err).not.toContain('不是可以读取的工作簿');
  } finally {
    await bench.close();
  }
});

test('what would not be read back is not written, and the sentence says how much it would have been', () => {
  const [key, values] = ledgerFault(new WorkbookTooLargeError(2_000_001, 2_000_000)) ?? [];
  expect(key && translator('zh-CN')(key, values)).toMatch(/2000001.*2000000.*没有改动/u);
});
