import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePaper } from '../../src/documents/docx/write-paper';
import { heading, paragraph, toFillIn, type Paper } from '../../src/documents/paper';
import { day } from '../ledger/builders';
import { LIBRE_OFFICE_TIMEOUT, convertWithLibreOffice, hasLibreOffice } from '../support/libre-office';
import { openXmlErrors } from '../support/open-xml';
import { unzipped } from '../support/unzipped';

const MILLIMETRES_A_POINT = 25.4 / 72;

const PAPER: Paper = {
  head: null,
  title: '某市年度进展报告',
  addressee: '各牵头单位',
  body: [
    heading(1, '一、主要举措和成效'),
    heading(2, '（一）依法全面履行政府职能'),
    ...Array.from({ length: 20 }, () => paragraph('国'.repeat(26 + 28 + 28))),
    {
      kind: 'table',
      caption: '完成情况',
      hasTotal: true,
      columns: [
        { header: '序号', share: 1, align: 'center' },
        { header: '措施内容', share: 4, align: 'left' },
      ],
      rows: Array.from({ length: 60 }, (_, index) => [String(index + 1), '建立目录清单']),
    },
    {
      kind: 'chart',
      caption: '图1',
      categories: ['甲', '乙'],
      series: [{ name: '已完成', color: '2E7D4F', values: [3, 0] }],
    },
    paragraph(toFillIn('其他情况')),
  ],
  signature: { authority: '某市人民政府', date: day('2018-01-15') },
  note: '联系人：张三',
  annexes: [{ title: '完成情况表', body: [paragraph('略')] }],
  imprint: null,
};

test(
  'is valid, the same every time, and marks what is to be filled in',
  async () => {
    const bytes = await writePaper(PAPER);
    expect(await openXmlErrors(bytes, 'paper.docx')).toEqual([]);
    expect(await writePaper(PAPER)).toEqual(bytes);
    const { 'word/document.xml': document, 'word/fontTable.xml': fonts } = unzipped(bytes);
    expect(document).toMatch(/<w:highlight w:val="yellow"\/>.*?【请填写：其他情况】/su);
    expect(document).toContain('<w:tblHeader/>');
    expect(document?.match(/<w:cantSplit\/>/gu)).toHaveLength(61);
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  },
  LIBRE_OFFICE_TIMEOUT,
);

test('the last row of a table stays with its note, on one page', async () => {
  const rows = async (note: { readonly note?: string }) => {
    const table = {
      kind: 'table',
      caption: '',
      hasTotal: false,
      columns: [{ header: '单位', share: 1, align: 'center' }],
      rows: [['市财政局'], ['市司法局']],
      ...note,
    } as const;
    const { 'word/document.xml': document = '' } = unzipped(await writePaper({ ...PAPER, body: [table] }));
    return document
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.replace(/<\/w:tr>.*$/su, '').includes('<w:keepNext/>'));
  };
  expect(await rows({ note: '注：只计到期的。' })).toEqual([true, false, true]);
  expect(await rows({})).toEqual([true, false, false]);
});

const printed = hasLibreOffice ? describe : describe.skip;

printed('as LibreOffice prints it', () => {
  let folder = '';
  let pages: readonly (readonly { x: number; y: number; right: number; text: string }[])[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
    const pdf = await convertWithLibreOffice(await writePaper(PAPER), 'pdf', 'paper.docx');
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftotext', ['-bbox', join(folder, 'paper.pdf'), join(folder, 'words.html')]);
    const mm = (points: string | undefined) => Number(points) * MILLIMETRES_A_POINT;
    pages = readFileSync(join(folder, 'words.html'), 'utf8')
      .split('<page ')
      .slice(1)
      .map((page) =>
        [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</gu)].map(
          ([, x, y, right, text = '']) => ({ x: mm(x), y: mm(y), right: mm(right), text }),
        ),
      );
  }, LIBRE_OFFICE_TIMEOUT);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const linesOf = (page: number) => {
    const lines = new Map<number, string>();
    for (const { y, text } of pages[page] ?? []) {
      if (text.includes('国')) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text);
    }
    return [...lines.values()];
  };

  test('28 mm to the left, 26 to the right, 28 characters a line', () => {
    const words = (pages[1] ?? []).filter(({ text }) => text.includes('国'));
    expect(Math.min(...words.map(({ x }) => x))).toBeCloseTo(28, 0);
    expect(Math.max(...words.map(({ right }) => right))).toBeCloseTo(184, 0);
    expect(Math.max(...linesOf(1).map((line) => line.length))).toBe(28);
  });

  test('37 mm above, 22 lines a page within 225 mm', () => {
    expect(linesOf(1)).toHaveLength(22);
    const tops = (pages[1] ?? []).filter(({ text }) => text.includes('国')).map(({ y }) => y);
    expect(Math.min(...tops)).toBeGreaterThan(37);
    expect(Math.min(...tops)).toBeLessThan(37 + 10.3);
    expect(Math.max(...tops) + 16 * MILLIMETRES_A_POINT).toBeLessThan(37 + 225);
  });

  test('the page number is right on odd pages and left on even ones', () => {
    const places = pages.map((words) => words.filter(({ y }) => y > 37 + 225).map(({ x }) => x));
    expect(Math.min(...(places[0] ?? []))).toBeGreaterThan(150);
    expect(Math.max(...(places[1] ?? []))).toBeLessThan(60);
  });

  test('the table’s head stands on each of its pages', () => {
    const withRows = pages.filter((words) => words.some(({ text }) => text.includes('建立目录清单')));
    expect(withRows.length).toBeGreaterThan(1);
    for (const words of withRows) expect(words.some(({ text }) => text === '措施内容')).toBe(true);
  });
});
