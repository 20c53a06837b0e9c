import { writePaper } from '../../src/documents/docx/write-paper';
import { paragraph, type Paper } from '../../src/documents/paper';
import { STANDING_COLOR } from '../../src/sheets/theme';
import { day } from '../ledger/builders';
import { unzipped } from '../support/unzipped';

const NUMBER = '某法建函〔2017〕12号';

function paperOf(form: 'letter' | 'document', copyTo = ''): Paper {
  return {
    head: { form, authority: '某市人民政府法制办公室', number: NUMBER },
    title: '关于商请推进有关措施的函',
    addressee: '市委办公室',
    body: [paragraph(`曾以${NUMBER}致函，涉及24项。`)],
    signature: { authority: '某市人民政府法制办公室', date: day('2018-01-15') },
    note: '',
    annexes: [],
    imprint: {
      copyTo,
      printed: form === 'letter' ? null : { authority: '某市人民政府法制办公室', date: day('2018-01-15') },
    },
  };
}

/** The parts of a paper by what they are: its text, and heads and feet by the pages that they are for. */
async function partsOf(paper: Paper) {
  const parts = unzipped(await writePaper(paper));
  const document = parts['word/document.xml'] ?? '';
  const links = parts['word/_rels/document.xml.rels'] ?? '';
  const part = (kind: 'header' | 'footer', pages: string) => {
    const id = new RegExp(`<w:${kind}Reference[^>]*w:type="${pages}"[^>]*>`, 'u').exec(document)?.[0] ?? '';
    const key = /r:id="([^"]+)"/u.exec(id)?.[1];
    const target = new RegExp(`<Relationship [^>]*Id="${key}"[^>]*>`, 'u').exec(links)?.[0] ?? '';
    return parts[`word/${/Target="([^"]+)"/u.exec(target)?.[1]}`];
  };
  return { document, styles: parts['word/styles.xml'] ?? '', part };
}

describe('a 函 (GB/T 9704-2012, 10.1)', () => {
  test('has its authority in red without 文件 above a double line, the upper one thick', async () => {
    const { part } = await partsOf(paperOf('letter'));
    const head = part('header', 'first');
    expect(head).toContain('某市人民政府法制办公室');
    expect(head).not.toContain('文件');
    expect(head).toMatch(/<w:bottom w:val="thickThinSmallGap" w:color="FF0000"/u);
  });

  test('has a double line at the foot of the first page, the lower one thick, and no number there', async () => {
    const { document, part } = await partsOf(paperOf('letter'));
    expect(document).toContain('<w:titlePg/>');
    expect(part('footer', 'first')).toMatch(/<w:top w:val="thinThickSmallGap" w:color="FF0000"/u);
    expect(part('footer', 'first')).not.toContain('PAGE');
    expect(part('footer', 'default')).toContain('PAGE');
    expect(part('footer', 'even')).toContain('PAGE');
  });

  test('has its number at the right edge of the first line', async () => {
    const { document } = await partsOf(paperOf('letter'));
    const [first = ''] = /<w:p>.*?<\/w:p>/su.exec(document) ?? [];
    expect(first).toContain('<w:jc w:val="right"/>');
    expect(first).toContain('某法建函');
  });

  test('has no 印发机关 and 印发日期, 抄送 where there is one, without rules', async () => {
    expect((await partsOf(paperOf('letter'))).document).not.toMatch(/印发|抄送/u);
    const { document } = await partsOf(paperOf('letter', '市委办公室'));
    const [copies = ''] = /<w:p>(?:(?!<\/w:p>).)*抄送：市委办公室。.*?<\/w:p>/su.exec(document) ?? [];
    expect(copies).not.toBe('');
    expect(copies).not.toContain('<w:pBdr>');
    expect(document).not.toContain('印发');
  });
});

describe('any other paper (GB/T 9704-2012, 7)', () => {
  test('has 文件 after its authority, and 版记 with 抄送, 印发机关 and 印发日期 between rules', async () => {
    const { document } = await partsOf(paperOf('document', '市委办公室'));
    expect(document).toContain('某市人民政府法制办公室文件');
    expect(document).toContain('抄送：市委办公室。');
    expect(document).toContain('2018年1月15日印发');
    expect(document.match(/<w:framePr [^>]*w:yAlign="bottom"/gu)).toHaveLength(2);
    expect(document).not.toContain('<w:titlePg/>');
  });
});

test.each(['document', 'letter'] as const)(
  'the authority of a %s has no room above its type, which would put it lower than 35 or 30 mm',
  async (form) => {
    const { document, part } = await partsOf(paperOf(form));
    const whole = form === 'document' ? document : (part('header', 'first') ?? '');
    const [head = ''] = /<w:p>(?:(?!<\/w:p>).)*某市人民政府法制办公室.*?<\/w:p>/su.exec(whole) ?? [];
    const value = (pattern: RegExp) => Number(pattern.exec(head)?.[1]);
    expect(value(/w:line="(\d+)"/u)).toBe(value(/<w:sz w:val="(\d+)"/u) * 10);
    expect(value(/w:before="(\d+)"/u)).toBe(form === 'document' ? 1984 : 0);
  },
);

test('a number stays in one line, and figures are Latin to whoever breaks lines', async () => {
  const { document, styles } = await partsOf(paperOf('document'));
  expect(document).toContain('〔2017〕\u200d12\u200d号');
  expect(document).not.toContain('〔2017〕12号');
  expect(styles).toMatch(/<w:lang [^>]*w:val="en-US"/u);
  expect(styles).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/u);
});

test('every size is a whole number of half points', async () => {
  const { document, styles } = await partsOf(paperOf('document'));
  const sizes = [...`${document}${styles}`.matchAll(/<w:sz(?:Cs)? w:val="([^"]*)"/gu)].map(
    ([, size]) => size,
  );
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.filter((size) => !/^\d+$/u.test(size ?? ''))).toEqual([]);
});

test('the standings differ in grey print: 推进中 and 长期坚持 too', () => {
  const grey = (color: string) => {
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
  };
  const greys = Object.values(STANDING_COLOR)
    .map(grey)
    .toSorted((a, b) => a - b);
  const steps = greys.slice(1).map((one, index) => one - (greys[index] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThan(25);
});
