import { readdir, writeFile } from 'node:fs/promises';
import { CommandBench } from './run';

jest.setTimeout(120_000);

test('one unit with a long or dangerous name does not stop the forms of the others', async () => {
  const bench = await CommandBench.open();
  try {
    const units = ['市编办', '某'.repeat(120) + '委员会', '市/../../局', '市审计局'];
    const measures = units.map((name, at) => `(${at + 1})建立制度。(牵头单位:${name}。2017年底完成)`);
    const plan = `某市法治政府建设实施方案\n(2016—2020年)\n二、工作措施\n(一)依法履职\n1.改革\n${measures.join('\n')}\n`;
    await writeFile(bench.path('plan.txt'), plan);
    expect((await bench.ledger('init', '--plan', 'plan.txt', '--out', 'L.xlsx')).err).toBe('');
    const ran = await bench.ledger('forms', 'L.xlsx', '--period', '2017Q3', '--out', 'forms', '--json');
    const { forms } = ran.json as { forms: readonly { unit: string; file: string }[] };
    expect(ran.code).toBe(0);
    expect(await readdir(bench.path('forms'))).toHaveLength(forms.length);
    expect(forms.length).toBeGreaterThanOrEqual(3);
    expect((await readdir(bench.folder)).toSorted()).toEqual(['L.xlsx', 'forms', 'plan.txt']);
  } finally {
    await bench.close();
  }
});
