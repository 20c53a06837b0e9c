import { convertMillimetersToTwip, type ISectionPropertiesOptions } from 'docx';

/** GB/T 9704-2012, 5.2.1: top 37 mm, binding edge 28 mm, type area 156 × 225 mm on A4. */
const PAPER = { width: 210, height: 297 } as const;
const TOP = 37;
const LEFT = 28;
const TYPE_AREA = { width: 156, height: 225 } as const;

/** 5.2.3: 三号 (16 pt), 28 characters a line, 22 lines a page. */
const CHARACTERS = 28;
const LINES = 22;
export const BODY_POINTS = 16;

/** 7.5: the rules beside the page number lie 7 mm below the type area; the number is 四号 (14 pt). */
const RULE_BELOW_AREA = 7;
export const PAGE_NUMBER_POINTS = 14;
export const PAGE_NUMBER_LINE = 320;

const twips = (millimetres: number) => convertMillimetersToTwip(millimetres);

const MARGIN = {
  top: twips(TOP),
  left: twips(LEFT),
  right: twips(PAPER.width - LEFT - TYPE_AREA.width),
  bottom: twips(PAPER.height - TOP - TYPE_AREA.height),
} as const;
const SIZE = { width: twips(PAPER.width), height: twips(PAPER.height) } as const;

/** Width of the type area in twips. */
export const TEXT_WIDTH = SIZE.width - MARGIN.left - MARGIN.right;

/** Height of one of the 22 lines in twips. */
export const LINE = Math.floor((SIZE.height - MARGIN.top - MARGIN.bottom) / LINES);

/** Width of one of the 28 characters in twips. */
export const CHARACTER = Math.floor(TEXT_WIDTH / CHARACTERS);

/** What is taken from between the characters, in twips: 28 of 16 pt are a little wider than the type area. */
export const TIGHTEN = CHARACTER - BODY_POINTS * 20;

/**
 * No document grid: lines of fixed height and tightened characters give the same 22 and 28 in Word, WPS and LibreOffice.
 * On a grid LibreOffice gives a character that is wider than its cell two cells, and a line of a table a whole line.
 */
export const PAGE = {
  page: {
    size: SIZE,
    margin: {
      ...MARGIN,
      header: twips(15),
      footer: MARGIN.bottom - twips(RULE_BELOW_AREA) - PAGE_NUMBER_LINE / 2,
    },
  },
  grid: { linePitch: LINE },
} satisfies ISectionPropertiesOptions;

/** 10.1: the head of a letter lies 30 mm below the edge of the paper, its last line 20 mm above the lower one. */
const LETTER_HEAD = 30;
const LETTER_FOOT = 20;

/** The lines of a letter are 170 mm long: so much more than the type area on each side, in twips. */
export const BEYOND_AREA = twips((170 - TYPE_AREA.width) / 2);

/** The page of a letter: the first has a head and a foot of its own. */
export const LETTER_PAGE = {
  ...PAGE,
  titlePage: true,
  page: {
    ...PAGE.page,
    margin: { ...PAGE.page.margin, header: twips(LETTER_HEAD), footer: twips(LETTER_FOOT) },
  },
} satisfies ISectionPropertiesOptions;

/** By how much the page number of a letter is raised to stand where it stands in other papers, in twips. */
export const RAISED = PAGE.page.margin.footer - LETTER_PAGE.page.margin.footer;
