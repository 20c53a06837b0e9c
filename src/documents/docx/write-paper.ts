import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { Block, Paper, PaperHead } from '../paper';
import { annexMark } from '../paper-lines';
import { chartParagraph } from './chart';
import { FONT, fontTable } from './fonts';
import { imprintParagraphs } from './imprint';
import { letterFooter, letterHeader, letterNumber } from './letter-form';
import {
  BODY_POINTS,
  LETTER_PAGE,
  LINE,
  PAGE,
  PAGE_NUMBER_LINE,
  PAGE_NUMBER_POINTS,
  RAISED,
  TIGHTEN,
} from './page';
import {
  addresseeParagraph,
  annexHead,
  annexNames,
  bodyParagraph,
  captionParagraph,
  headParagraphs,
  headingParagraph,
  noteParagraph,
  points,
  signatureParagraphs,
  spacer,
  tableNote,
  titleParagraphs,
} from './write-paragraphs';
import { settledPackage } from './settle-package';
import { tableOf } from './write-table';

const BODY_RUN = { font: FONT.body, size: points(BODY_POINTS) };

/** A paper as .docx, laid out by GB/T 9704-2012. The same paper gives the same bytes. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title.replaceAll('\n', ''),
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          run: { ...BODY_RUN, characterSpacing: TIGHTEN },
          paragraph: { spacing: { line: LINE, lineRule: LineRuleType.EXACT } },
        },
      ],
      default: {
        document: { run: { ...BODY_RUN, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
        title: { run: { font: FONT.title, size: points(22) } },
        heading1: { run: { font: FONT.levelOne, size: points(BODY_POINTS), color: '000000' } },
        heading2: { run: { font: FONT.levelTwo, size: points(BODY_POINTS), color: '000000' } },
      },
    },
    sections: [
      {
        ...(paper.head?.form === 'letter' ? letterSection(paper.head) : documentSection()),
        children: [...contents(paper)],
      },
    ],
  });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
  return settledPackage(bytes);
}

/** The page of any paper but a letter. */
function documentSection() {
  return { properties: PAGE, footers: { default: pageNumber('odd'), even: pageNumber('even') } };
}

/** 10.1: the page of a letter, its first page with lines of its own and no number. */
function letterSection(head: PaperHead) {
  return {
    properties: LETTER_PAGE,
    headers: { first: letterHeader(head) },
    footers: { first: letterFooter(), default: pageNumber('odd', RAISED), even: pageNumber('even', RAISED) },
  };
}

function contents(paper: Paper): readonly FileChild[] {
  const { annexes } = paper;
  return [
    ...(paper.head === null
      ? []
      : (paper.head.form === 'letter' ? letterNumber : headParagraphs)(paper.head)),
    ...titleParagraphs(paper.title),
    ...(paper.addressee === null ? [] : [addresseeParagraph(paper.addressee)]),
    ...paper.body.flatMap((block, index) => blockOf(block, index === paper.body.length - 1)),
    ...annexNames(annexes),
    ...(paper.signature === null ? [] : signatureParagraphs(paper.signature, paper.note !== '')),
    ...(paper.note === '' ? [] : [noteParagraph(paper.note)]),
    ...annexes.flatMap(({ title, body }, index) => [
      ...annexHead(annexMark(index, annexes), title),
      ...body.flatMap((block) => blockOf(block, false)),
    ]),
    ...(paper.imprint === null ? [] : imprintParagraphs(paper.imprint)),
  ];
}

function blockOf(block: Block, isLast: boolean): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.level, block.text)];
    case 'paragraph':
      return [bodyParagraph(block.text, block.lead, isLast)];
    case 'table':
      return [
        ...(block.caption === '' ? [] : [captionParagraph(block.caption)]),
        tableOf(block),
        block.note === undefined ? spacer() : tableNote(block.note),
      ];
    case 'chart':
      return [captionParagraph(block.caption), chartParagraph(block), spacer()];
  }
}

/** 7.5: “— 1 —” in 四号 宋体, one character from the outer edge: right on odd pages, left on even ones. */
function pageNumber(pages: 'odd' | 'even', raised = 0): Footer {
  const oneCharacter = PAGE_NUMBER_POINTS * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment: pages === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: PAGE_NUMBER_LINE, lineRule: LineRuleType.EXACT, after: raised },
        indent: pages === 'odd' ? { right: oneCharacter } : { left: oneCharacter },
        children: [
          new TextRun({
            font: FONT.pageNumber,
            size: points(PAGE_NUMBER_POINTS),
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}
