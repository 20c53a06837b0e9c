import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { packRequests, textBytes, type Step } from '../../../src/hosts/excel/requests';
import { parseRanges } from '../../../src/hosts/excel/reading/addresses';
import { useExcel } from '../../excel-host/support';
import { plainSheet, plainWorkbook } from '../../support/sheet-blueprint';

const excel = useExcel();
const live = new ExcelWorkbookHost();

/** 9,000 bytes a row, no two alike. */
function tall(rows: number) {
  const text = '建立健全行政决策机制，落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定；'.repeat(
    70,
  );
  return plainWorkbook([
    plainSheet('大表', { cells: Array.from({ length: rows }, (_, row) => [row + 1, `${row}${text}`]) }),
  ]);
}

describe('what does not fit one request', () => {
  test('is divided below the limit of Excel on the web', async () => {
    const { host } = excel();
    await live.write(tall(1_000));
    const [, ...changes] = host.traffic.roundTrips;
    expect(changes.length).toBe(3);
    expect(host.traffic.largestRequest).toBeGreaterThan(3_500_000);
    expect(host.traffic.largestRequest).toBeLessThan(4_400_000);
    const { sheets } = await live.read();
    const rows = sheets.find(({ name }) => name === '大表')?.rows ?? [];
    expect(rows).toHaveLength(1_000);
    expect(rows.map(({ row, cells }) => [row, cells[0]?.value])).toEqual(
      Array.from({ length: 1_000 }, (_, index) => [index + 1, index + 1]),
    );
  });

  test('an answer too large for a single row says so', async () => {
    const { host } = excel();
    await live.write(tall(3));
    host.settings.answerLimit = 15_000;
    await expect(live.read()).rejects.toMatchObject({ code: 'response-too-large' });
    host.settings.answerLimit = 25_000;
    expect((await live.read()).sheets[0]?.rows).toHaveLength(3);
  });

  const step = (bytes: number): Step => ({ bytes, play: () => undefined });
  test.each<[what: string, sizes: readonly number[], requests: readonly (readonly number[])[]]>([
    ['nothing is no request', [], []],
    ['what fits goes together', [40, 60], [[40, 60]]],
    ['what does not fit begins the next', [40, 61], [[40], [61]]],
    ['what is too large goes alone', [10, 200, 10], [[10], [200], [10]]],
  ])('%s', (_, sizes, requests) => {
    const packed = packRequests(sizes.map(step), 100);
    expect(packed.map((request) => request.map(({ bytes }) => bytes))).toEqual(requests);
  });

  test.each(['', 'abc', '措施', 'a"b\\c\nd', 'é', '𠮷'])('the size of %j is not underrated', (text) => {
    expect(textBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(text)));
  });
});

describe('addresses of several blocks', () => {
  const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
  test.each([
    ['nothing', '', []],
    ['one cell', '台账!B3', [block(3, 2, 3, 2)]],
    ['several blocks', '台账!A1:O1,台账!$AA$2:$AB$3', [block(1, 1, 1, 15), block(2, 27, 3, 28)]],
    [
      'a quoted name with a comma and an apostrophe',
      "'甲,乙''丙'!A1:B2,'甲,乙''丙'!C3:D4",
      [block(1, 1, 2, 2), block(3, 3, 4, 4)],
    ],
    ['an address cut short', '台账!A1:O1,台账!', [block(1, 1, 1, 15)]],
  ])('%s', (_, address, ranges) => {
    expect(parseRanges(address)).toEqual(ranges);
  });
});
