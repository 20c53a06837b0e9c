import { readDocument } from '../../../../src/hosts/file/reading/document/read-document';
import { numberWords } from '../../../../src/hosts/file/reading/document/number-words';
import { documentText } from '../../../../src/plan/layout/plan-document';
import { list, numbered, paragraph, run, table, wordFile, type WordFile } from './word-file';

function textOf(file: WordFile): readonly string[] {
  return documentText(readDocument(wordFile(file), '方案.docx').blocks).split('\n');
}

describe('numbers of lists, which are not in the text', () => {
  const PLAN = list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3．'],
    ['decimalEnclosedCircleChinese', '%4'],
  ]);

  test('are written as the document shows them', () => {
    const body = [
      numbered('总体要求', 1),
      numbered('重点任务', 1),
      numbered('深化改革', 1, 1),
      numbered('精简审批。', 1, 2),
      numbered('下放权限。', 1, 2),
      numbered('5个工作日内办结。', 1, 3),
      numbered('加强监管', 1, 1),
      numbered('双随机。', 1, 2),
    ].join('');
    expect(textOf({ body, numbering: PLAN })).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）深化改革',
      '1．精简审批。',
      '2．下放权限。',
      '① 5个工作日内办结。',
      '（二）加强监管',
      '1．双随机。',
    ]);
  });

  test('of a level that never restarts run through', () => {
    const numbering = list(1, [
      ['chineseCounting', '%1、'],
      ['decimal', '%2.', '<w:lvlRestart w:val="0"/>'],
    ]);
    const body = [numbered('甲', 1), numbered('事一', 1, 1), numbered('乙', 1), numbered('事二', 1, 1)].join(
      '',
    );
    expect(textOf({ body, numbering })).toEqual(['一、甲', '1.事一', '二、乙', '2.事二']);
  });

  test('begin where the list says, and go on in a second list over the same definition', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>';
    const body = [numbered('甲', 1), numbered('乙', 2), numbered('丙', 3), numbered('丁', 3)].join('');
    expect(textOf({ body, numbering })).toEqual(['第3条 甲', '第4条 乙', '第9条 丙', '第10条 丁']);
  });

  test('come from the paragraph’s style, and a paragraph can do without them', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>';
    const styles =
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="H2a"><w:name w:val="mine"/><w:basedOn w:val="H2"/></w:style>';
    const of = (style: string, text: string, more = ''): string =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      of('H1', '甲'),
      of('H2', '乙'),
      of('H2a', '丙'),
      of('H1', '附件', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    expect(textOf({ body, numbering, styles })).toEqual(['一、甲', '1.1 乙', '1.2 丙', '附件']);
  });

  test('bullets and unknown lists add nothing, bare figures get their sign', () => {
    const numbering =
      list(1, [['bullet', '']]) + list(2, [['decimal', '%1']]) + list(3, [['chineseCountingThousand', '%1']]);
    const body = [numbered('甲', 1), numbered('乙', 2), numbered('丙', 3), numbered('丁', 99)].join('');
    expect(textOf({ body, numbering })).toEqual(['甲', '1. 乙', '一、丙', '丁']);
  });

  test.each([
    [12, 'chineseCounting', '十二'],
    [120, 'chineseCountingThousand', '120'],
    [20, 'ideographDigital', '二〇'],
    [3, 'chineseLegalSimplified', '叁'],
    [2, 'ideographTraditional', '乙'],
    [21, 'decimalEnclosedCircle', '21'],
    [4, 'decimalEnclosedParen', '⑷'],
    [10, 'decimalFullWidth', '１０'],
    [7, 'decimalZero', '07'],
    [28, 'upperLetter', 'BB'],
    [14, 'lowerRoman', 'xiv'],
    [4000, 'upperRoman', '4000'],
    [900, 'lowerLetter', '900'],
    [0, 'chineseCounting', '0'],
    [5, 'constructor', '5'],
  ])('%i as %s is %s', (value, format, words) => {
    expect(numberWords(value, format)).toBe(words);
  });
});

describe('what stands in a document beside plain words', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'tracked changes: insertions in, deletions out',
      paragraph(
        `${run('由市财政局')}<w:del><w:r><w:delText>、市教育局</w:delText></w:r></w:del><w:ins>${run('、市审计局')}</w:ins><w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('牵头')}</w:moveTo>`,
      ),
      ['由市财政局、市审计局牵头'],
    ],
    [
      'a paragraph whose end was deleted runs on',
      paragraph(run('第一句。'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('第二句。'),
      ['第一句。第二句。'],
    ],
    [
      'former properties are no properties',
      paragraph('甲', '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
      ['甲'],
    ],
    [
      'hidden words are not read',
      paragraph(
        `${run('甲')}${run('乙', '<w:rPr><w:vanish/></w:rPr>')}${run('丙', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}`,
      ),
      ['甲丙'],
    ],
    [
      'fields give their result, not their code',
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run('3')}<w:fldSimple w:instr="DATE">${run('2023年')}</w:fldSimple>`,
      ),
      ['32023年'],
    ],
    [
      'line breaks part lines, tabs part words',
      paragraph('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>'),
      ['甲', '乙\t丙'],
    ],
    [
      'a text box stands behind its paragraph, and once',
      paragraph(
        `${run('甲')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph('框内')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框内')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('乙')}`,
      ) + paragraph('丙'),
      ['甲乙', '框内', '丙'],
    ],
    [
      'readings above characters are left out',
      paragraph(
        `<w:r><w:ruby><w:rt>${run('pinyin')}</w:rt><w:rubyBase>${run('字')}</w:rubyBase></w:ruby></w:r>`,
      ),
      ['字'],
    ],
    ['a control holds its content', `<w:sdt><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`, ['甲']],
  ])('%s', (_what, body, expected) => {
    expect(textOf({ body, numbering: list(1, [['decimal', '%1.']]) })).toEqual(expected);
  });

  test('notes stand at the end', () => {
    const body = paragraph(`${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('乙')}`);
    const footnotes = `<w:footnote w:id="0">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('含下属单位。')}</w:footnote>`;
    expect(textOf({ body: body + paragraph('丙'), footnotes })).toEqual(['甲乙', '丙', '注：含下属单位。']);
  });

  test('a table of contents says nothing of its own', () => {
    const styles = '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
    const body = paragraph('一、甲……1', '<w:pStyle w:val="TOC1"/>') + paragraph('一、甲');
    expect(textOf({ body, styles })).toEqual(['一、甲']);
  });
});

describe('tables', () => {
  const HEADER = ['序号', '工作任务', '责任单位', '完成时限'] as const;

  test('become measures, numbers of their cells from a list among them', () => {
    const body =
      paragraph('江口市2023年任务清单') +
      table([
        HEADER,
        [numbered('', 1), '修路', '市交通局', '6月底'],
        [numbered('', 1), '架桥', '市水利局', '年底'],
      ]);
    expect(textOf({ body, numbering: list(1, [['decimal', '%1']]) })).toEqual([
      '江口市2023年任务清单',
      '1. 修路（责任单位：市交通局；完成时限：6月底）',
      '2. 架桥（责任单位：市水利局；完成时限：年底）',
    ]);
  });

  test('merged cells hold for every row, deleted rows are gone, nested tables are text', () => {
    const dropped = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph('9')}</w:tc></w:tr>`;
    const merged = table([
      HEADER,
      ['1', '修路', ['市交通局', '<w:vMerge w:val="restart"/>'], '6月底'],
      ['2', `${table([['架', '桥']])}${paragraph('三座')}`, ['', '<w:vMerge/>'], '年底'],
      [['（二）民生', '<w:gridSpan w:val="4"/>']],
    ]).replace('<w:tr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">2', `${dropped}$&`);
    expect(textOf({ body: merged })).toEqual([
      '1. 修路（责任单位：市交通局；完成时限：6月底）',
      '2. 架　桥三座（责任单位：市交通局；完成时限：年底）',
      '一、民生',
    ]);
  });
});
