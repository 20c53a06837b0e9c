import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { must } from '../../src/base/invariant';
import { fillForm } from '../../src/app/demo/fill-form';
import { ledgerSource } from '../../src/app/runner/open-ledger';
import { workbookPlace } from '../../src/app/runner/ledger-place';
import { runUseCase } from '../../src/app/runner/run-use-case';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { completionRate } from '../../src/ledger/figures/completion-rate';
import { levelFigures } from '../../src/ledger/figures/place-figures';
import { summarise, tally } from '../../src/ledger/figures/summary';
import { foldLedger } from '../../src/ledger/fold';
import { EMPTY_REPORT, levelsOf, type Ledger } from '../../src/ledger/ledger';
import type { Report } from '../../src/ledger/records';
import { upperNumberOf } from '../../src/plan/handed-down';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { officesOfPeriod } from '../../src/ledger/units/offices';
import { TAB } from '../../src/sheets/words';
import { day, period } from '../ledger/builders';
import { LIBRE_OFFICE_TIMEOUT, hasLibreOffice, resavedByLibreOffice } from '../support/libre-office';
import { CommandBench, type Ran } from './run';

jest.setTimeout(300_000);

const Q3 = period('2017Q3');
const PROVINCE = `湖北省法治政府建设实施方案
（2016—2020年）
一、依法履职
（一）简政放权
1. 清理省级审批事项。（牵头单位：省发改委；2017年6月底前完成）
2. 推进网上办理。（牵头单位：省财政厅；2017年12月底前完成）
3. =1+1 建立清单制度。（牵头单位：省司法厅；2018年12月底前完成）
二、规范执法
（二）执法监督
4. 落实执法公示。（牵头单位：省司法厅；长期坚持）
5. 开展案卷评查。（牵头单位：省司法厅；2017年3月底前完成）
`;

let bench: CommandBench;

beforeAll(async () => {
  bench = await CommandBench.open();
});
afterAll(() => bench.close());

async function did(...args: readonly string[]): Promise<Ran> {
  const ran = await bench.ledger(...args, '--json');
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.out}${ran.err}`);
  return ran;
}

async function ledgerIn(file: string): Promise<Ledger> {
  const host = await FileWorkbookHost.open(await readFile(bench.path(file)), file);
  return ledgerSource(await host.read()).book.ledger;
}

/** The table of a plan with some cells written over, as the clerk below does it. */
async function withUnits(file: string, changed: (words: string) => string): Promise<void> {
  const host = await FileWorkbookHost.open(await readFile(bench.path(file)), file);
  const { sheets } = await host.read();
  const lines = must(sheets[0], 'the sheet of the plan').rows.map(({ cells }) => {
    const words = Array.from({ length: 8 }, () => '');
    for (const { column, value } of cells) words[column - 1] = changed(String(value));
    return words.map((word) => `"${word.replaceAll('"', '""')}"`).join(',');
  });
  await writeFile(bench.path(file.replace('.xlsx', '.csv')), `\uFEFF${lines.join('\r\n')}\r\n`);
}

/** Every office of a ledger returns its form with these answers. */
async function returned(file: string, answers: ReadonlyMap<number, Partial<Report>>): Promise<void> {
  const ledger = await ledgerIn(file);
  const folder = `returned-${file}`;
  await mkdir(bench.path(folder), { recursive: true });
  const reports = new Map([...answers].map(([no, report]) => [no, { ...EMPTY_REPORT, ...report }]));
  const files = createWorkbookFiles();
  for (const { office } of officesOfPeriod(ledger, Q3)) {
    const form = fillForm(formWorkbook(ledger, office, Q3), reports, {
      preparedBy: '张三',
      reviewedBy: '李四',
      phone: '0724-1234567',
      preparedOn: day('2017-10-08'),
    });
    await writeFile(bench.path(folder, `${office}.xlsx`), await files.write(form));
  }
  const ran = await bench.ledger('collect', file, folder, '--out', file, '--json');
  if (ran.code === 2) throw new Error(ran.err);
}

const DONE = (on: string): Partial<Report> => ({
  status: 'done',
  percent: 100,
  completedOn: day(on),
  progress: '已经全部完成并通过验收，材料齐备。',
  evidence: '验收报告',
});
const WORKING: Partial<Report> = {
  status: 'inProgress',
  percent: 40,
  progress: '正在按计划推进，已完成第一阶段工作任务。',
};

const figuresOf = (ledger: Ledger, path: string) =>
  must(
    levelFigures(ledger).places.find((one) => one.path === path),
    path,
  );

describe('a province, a city and two counties', () => {
  beforeAll(async () => {
    await writeFile(bench.path('province.txt'), PROVINCE);
    const when = ['--as-of', '2017-10-09', '--period', '2017Q3'];
    await did('init', '--plan', 'province.txt', '--out', 'P.xlsx', ...when);
    await did(
      'hand-down',
      'P.xlsx',
      '--to',
      '荆门市',
      '--out',
      'to-city.xlsx',
      '--out-ledger',
      'P.xlsx',
      '--force',
    );
    await did('init', '--plan', 'to-city.xlsx', '--out', 'C.xlsx', ...when);
    const toCounty = (place: string, file: string, ...more: readonly string[]) =>
      did('hand-down', 'C.xlsx', '--to', place, '--out', file, '--out-ledger', 'C.xlsx', '--force', ...more);
    await toCounty('京山县', 'to-jingshan.xlsx');
    await toCounty('沙洋县', 'to-shayang.xlsx', '--measures', '1-3,5');
    await did('init', '--plan', 'to-jingshan.xlsx', '--out', 'J.xlsx', ...when);
    await withUnits('to-shayang.xlsx', (words) => words.replace('县司法厅', '县司法局'));
    await did('init', '--plan', 'to-shayang.csv', '--out', 'S.xlsx', ...when);
  });

  test('each ledger made from what was handed down keeps the number of each measure above', async () => {
    const [province, city, shayang] = await Promise.all(['P.xlsx', 'C.xlsx', 'S.xlsx'].map(ledgerIn));
    expect(city?.plan.measures.map(upperNumberOf)).toEqual([1, 2, 3, 4, 5]);
    expect(city?.plan.measures.map(({ text }) => text)).toEqual(
      province?.plan.measures.map(({ text }) => text),
    );
    expect(shayang?.plan.measures.map((one) => [one.no, upperNumberOf(one), one.leadUnits])).toEqual([
      [1, 1, ['县发改委']],
      [2, 2, ['县财政厅']],
      [3, 3, ['县司法局']],
      [4, 5, ['县司法局']],
    ]);
    expect(shayang?.plan.measures.map(({ deadline }) => deadline)).toEqual([
      '2017-06-30',
      '2017-12-31',
      '2018-12-31',
      '2017-03-31',
    ]);
  });

  test('what offices typed at the counties is what the city and the province count, and a place that has not reported is none', async () => {
    await returned(
      'J.xlsx',
      new Map([
        [1, DONE('2017-05-31')],
        [2, WORKING],
        [3, WORKING],
        [4, { ...WORKING, status: 'ongoing' }],
        [5, DONE('2017-06-30')],
      ]),
    );
    await returned(
      'S.xlsx',
      new Map([
        [1, DONE('2017-06-15')],
        [2, DONE('2017-09-01')],
        [4, WORKING],
      ]),
    );
    await mkdir(bench.path('a'), { recursive: true });
    await mkdir(bench.path('b'), { recursive: true });
    await did('report-up', 'J.xlsx', '--period', '2017Q3', '--out', 'a/上报.xlsx');
    await did('report-up', 'S.xlsx', '--period', '2017Q3', '--out', 'b/上报.xlsx');

    await did('collect', 'C.xlsx', 'a/上报.xlsx', '--out', 'half.xlsx');
    const half = await ledgerIn('half.xlsx');
    expect(figuresOf(half, '沙洋县')).toMatchObject({ isReported: false, figures: null });
    expect([...figuresOf(half, '沙洋县').states]).toEqual([
      [1, 'missing'],
      [2, 'missing'],
      [3, 'missing'],
      [5, 'missing'],
    ]);
    expect(levelFigures(half).total).toEqual(figuresOf(half, '京山县').figures);

    await did('collect', 'C.xlsx', 'a', 'b', '--out', 'C.xlsx');
    const [city, jingshan, shayang] = [
      await ledgerIn('C.xlsx'),
      await ledgerIn('J.xlsx'),
      await ledgerIn('S.xlsx'),
    ];
    expect(figuresOf(city, '京山县').figures).toEqual(summarise(jingshan).total);
    expect(figuresOf(city, '沙洋县').figures).toEqual(summarise(shayang).total);

    await did('report-up', 'C.xlsx', '--period', '2017Q3', '--out', 'city-up.xlsx');
    await did('collect', 'P.xlsx', 'city-up.xlsx', '--out', 'P.xlsx');
    const province = await ledgerIn('P.xlsx');
    expect(levelFigures(province).places.map(({ path }) => path)).toEqual([
      '荆门市',
      '荆门市/京山县',
      '荆门市/沙洋县',
    ]);
    expect(figuresOf(province, '荆门市').figures).toEqual(summarise(city).total);
    expect(figuresOf(province, '荆门市/京山县').figures).toEqual(summarise(jingshan).total);
    expect(figuresOf(province, '荆门市/沙洋县').figures).toEqual(summarise(shayang).total);
  });

  test('every figure of the province’s tab is that of the rows of the counties’ offices', async () => {
    const province = await ledgerIn('P.xlsx');
    const host = await FileWorkbookHost.open(await readFile(bench.path('P.xlsx')), 'P.xlsx');
    const { sheets } = await host.read();
    const sheet = must(
      sheets.find(({ name }) => name === TAB.places),
      TAB.places,
    );
    const cellsOf = new Map(
      sheet.rows.map(({ cells }) => [
        String(cells.find(({ column }) => column === 2)?.value),
        new Map(cells.map(({ column, value }) => [column, value])),
      ]),
    );
    const [report] = levelsOf(province).reports;
    for (const [file, path, column] of [
      ['J.xlsx', '荆门市/京山县', 5],
      ['S.xlsx', '荆门市/沙洋县', 6],
    ] as const) {
      const county = await ledgerIn(file);
      const rows = must(report, 'the report of the city').rows.filter((row) => row.path === path);
      const states = foldLedger(county).assignments.map((one) => ({
        measure: one.assignment.measure,
        unit: one.assignment.unit,
        status: one.entry?.report.status ?? null,
        percent: one.entry?.report.percent ?? null,
        completedOn: one.entry?.report.completedOn ?? null,
        progress: one.entry?.report.progress ?? '',
      }));
      expect(
        rows.map(({ measure, unit, status, percent, completedOn, progress }) => ({
          ...{ measure, unit, status, percent, completedOn, progress },
        })),
      ).toEqual(states);
      expect(rows.map(({ upper }) => upper)).toEqual(county.plan.measures.map(upperNumberOf));
      const total = tally(foldLedger(county).measures);
      const shown = (label: string) => cellsOf.get(label)?.get(column);
      expect(['措施数', '已完成', '推进中', '未启动', '长期坚持', '未填报', '逾期'].map(shown)).toEqual([
        ...[total.measures, total.done, total.inProgress, total.notStarted, total.ongoing],
        ...[total.notReported, total.overdue],
      ]);
      expect(shown('完成率')).toBeCloseTo(completionRate(total) ?? Number.NaN, 9);
      expect(shown('上报情况')).toBe('已上报');
    }
    expect(cellsOf.get('开展案卷评查。')?.get(5)).toBe('逾期完成');
    expect(cellsOf.get('落实执法公示。')?.get(6)).toBe('—');
    expect(cellsOf.get('=1+1 建立清单制度。')?.get(5)).toBe('推进中');
  });

  test('a county that sends again corrects what it sent, and undoing that at the city brings the former back', async () => {
    const before = figuresOf(await ledgerIn('C.xlsx'), '京山县').figures;
    await did(
      'extend',
      'J.xlsx',
      '--measure',
      '2',
      '--to',
      '2018-06-30',
      '--reason',
      '系统尚未联通',
      '--out',
      'J.xlsx',
    );
    await returned('J.xlsx', new Map([[2, DONE('2017-09-20')]]));
    await copyFile(bench.path('a/上报.xlsx'), bench.path('old.xlsx'));
    await did('report-up', 'J.xlsx', '--period', '2017Q3', '--out', 'again.xlsx');
    const { json } = await did('collect', 'C.xlsx', 'again.xlsx', '--out', 'C.xlsx');
    const corrected = await ledgerIn('C.xlsx');
    expect(figuresOf(corrected, '京山县').figures).toEqual(summarise(await ledgerIn('J.xlsx')).total);
    expect(levelsOf(corrected).reports).toHaveLength(3);

    const older = await bench.ledger('collect', 'C.xlsx', 'old.xlsx', '--out', 'C.xlsx');
    expect([older.code, older.out]).toEqual([1, expect.stringContaining('比已汇入的')]);
    expect(levelsOf(await ledgerIn('C.xlsx')).reports).toHaveLength(3);

    const { levels } = json as { levels: readonly { batch: string }[] };
    const host = await FileWorkbookHost.open(await readFile(bench.path('C.xlsx')), 'C.xlsx');
    await runUseCase(
      workbookPlace(host),
      'undo',
      { batches: levels.map(({ batch }) => batch) },
      { by: 'command', at: bench.minute },
    );
    await writeFile(bench.path('undone.xlsx'), await host.toBytes());
    const undone = await ledgerIn('undone.xlsx');
    expect(levelsOf(undone).reports).toHaveLength(3);
    expect(figuresOf(undone, '京山县').figures).toEqual(before);
    const { out } = await did('summary', 'undone.xlsx');
    const { places } = JSON.parse(out) as { places: readonly { path: string; figures: object }[] };
    expect(places.find(({ path }) => path === '荆门市/京山县')?.figures).toMatchObject({ ...before });
  });

  test('what cannot be a report of a place below is refused with what to do', async () => {
    const refused = async (file: string, ledger = 'C.xlsx') => {
      const { code, json } = await bench.ledger('validate', file, '--ledger', ledger, '--json');
      const { files } = json as {
        files: readonly { verdict: string; findings: readonly { code: string }[] }[];
      };
      return [code, files[0]?.verdict, ...(files[0]?.findings ?? []).map((one) => one.code)];
    };
    expect(await refused('again.xlsx')).toEqual([0, 'accepted', 'level-known']);
    expect(await refused('city-up.xlsx')).toEqual([1, 'rejected', 'level-own-place']);
    expect(await refused('again.xlsx', 'P.xlsx')).toEqual([1, 'rejected', 'level-other-plan']);
    await did(
      'init',
      '--plan',
      'province.txt',
      '--out',
      'P2.xlsx',
      '--as-of',
      '2017-10-09',
      '--period',
      '2017',
    );
    expect(await refused('city-up.xlsx', 'P2.xlsx')).toEqual([1, 'rejected', 'level-place-unknown']);
    await did(
      'hand-down',
      'P2.xlsx',
      '--to',
      '荆门市',
      '--out',
      'x.xlsx',
      '--out-ledger',
      'P2.xlsx',
      '--force',
    );
    expect(await refused('city-up.xlsx', 'P2.xlsx')).toEqual([1, 'rejected', 'level-period']);
    const wrongPeriod = await bench.ledger(
      'report-up',
      'J.xlsx',
      '--period',
      '2018Q4',
      '--out',
      'never.xlsx',
    );
    expect([wrongPeriod.code, wrongPeriod.err]).toEqual([2, expect.stringContaining('2017Q3')]);
  });

  test('one changed cell is found, whichever it is', async () => {
    const host = await FileWorkbookHost.open(await readFile(bench.path('again.xlsx')), 'again.xlsx');
    const { sheets } = await host.read();
    const places = sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) => cells.map(({ column }) => ({ name, row, column }))),
    );
    const wanted = places.filter((_place, index) => index % 17 === 0);
    expect(wanted.length).toBeGreaterThan(5);
    const files = createWorkbookFiles();
    const { readLevelReport } = await import('../../src/sheets/levels/read-level-report');
    const raw = await files.read(await readFile(bench.path('again.xlsx')), 'again.xlsx');
    expect(readLevelReport(raw).report.place).toBe('京山县');
    for (const place of wanted) {
      const changed = {
        ...raw,
        sheets: raw.sheets.map((sheet) =>
          sheet.name !== place.name
            ? sheet
            : {
                ...sheet,
                rows: sheet.rows.map((row) =>
                  row.row !== place.row
                    ? row
                    : {
                        ...row,
                        cells: row.cells.map((cell) =>
                          cell.column === place.column
                            ? { ...cell, value: typeof cell.value === 'number' ? cell.value + 1 : '改' }
                            : cell,
                        ),
                      },
                ),
              },
        ),
      };
      expect(() => readLevelReport(changed)).toThrow('changed');
    }
  });

  (hasLibreOffice ? test : test.skip)(
    'a report that LibreOffice saved anew is the same report',
    async () => {
      const [saved] = await resavedByLibreOffice([await readFile(bench.path('again.xlsx'))]);
      await writeFile(bench.path('resaved.xlsx'), must(saved, 'what LibreOffice saved'));
      const { json } = await bench.ledger('validate', 'resaved.xlsx', '--ledger', 'C.xlsx', '--json');
      expect(json).toMatchObject({ files: [{ verdict: 'accepted', findings: [{ code: 'level-known' }] }] });
    },
    LIBRE_OFFICE_TIMEOUT,
  );
});
