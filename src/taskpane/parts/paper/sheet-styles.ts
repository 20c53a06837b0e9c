import { makeStyles } from '@fluentui/react-components';

const BODY = 'FangSong, STFangsong, FangSong_GB2312, "Noto Serif CJK SC", "Songti SC", SimSun, serif';
const TITLE = '"FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", STSong, SimSun, serif';
const BLACK = 'SimHei, STHeiti, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const KAI = 'KaiTi, STKaiti, KaiTi_GB2312, "Noto Serif CJK SC", serif';
const RED = '#d00000';
/** A4 at 96 dots an inch. */
const SHEET_WIDTH = '794px';

/** Measures are shares of the sheet's width, as on A4; below that the type stays legible and the margins give way. */
export const useSheetStyles = makeStyles({
  /** Paper is white whatever the theme. */
  sheets: {
    containerType: 'inline-size',
    maxWidth: SHEET_WIDTH,
    marginInline: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    colorScheme: 'light',
  },
  sheet: {
    boxSizing: 'border-box',
    padding: 'clamp(20px, 15cqw, 118px) clamp(18px, 12.8cqw, 102px)',
    backgroundColor: '#fff',
    color: '#000',
    boxShadow: '0 1px 6px rgba(0, 0, 0, 0.35)',
    fontFamily: BODY,
    fontSize: 'clamp(15px, 2.69cqw, 21.3px)',
    lineHeight: 1.75,
    overflowWrap: 'anywhere',
  },
  first: { minHeight: '141cqw' },
  printedSheets: { containerType: 'normal', maxWidth: 'none', display: 'block' },
  /** The type of official papers, 三号; what moves sideways on the screen may be broken across pages. */
  printedSheet: {
    padding: 0,
    boxShadow: 'none',
    fontSize: '16pt',
    ':not(:last-child)': { breakAfter: 'page' },
    '& [role="group"]': { overflowX: 'visible' },
    '& tr, & figure': { breakInside: 'avoid' },
  },
  authority: {
    margin: 0,
    textAlign: 'center',
    fontFamily: TITLE,
    fontWeight: 'bold',
    color: RED,
    lineHeight: 1.3,
  },
  number: {
    margin: '1.5em 0 0',
    textAlign: 'center',
    paddingBottom: '0.4em',
    borderBottom: `2px solid ${RED}`,
  },
  letterRule: { margin: '0.4em 0 0', border: 'none', borderTop: `6px double ${RED}` },
  letterNumber: { margin: '0.8em 0 0', textAlign: 'right' },
  title: {
    margin: '1.6em 0 1em',
    textAlign: 'center',
    whiteSpace: 'pre-line',
    fontFamily: TITLE,
    fontSize: '1.375em',
    fontWeight: 'bold',
    lineHeight: 1.4,
  },
  topTitle: { marginTop: 0 },
  line: { margin: 0 },
  paragraph: { margin: 0, textIndent: '2em', textAlign: 'justify' },
  lead: { fontWeight: 'bold' },
  level1: { margin: 0, textIndent: '2em', fontFamily: BLACK, fontWeight: 'normal', fontSize: '1em' },
  level2: { margin: 0, textIndent: '2em', fontFamily: KAI, fontWeight: 'normal', fontSize: '1em' },
  place: { backgroundColor: '#ffef5e', color: '#000' },
  caption: { margin: '0.6em 0 0.3em', textAlign: 'center', fontFamily: BLACK, fontSize: '0.875em' },
  wide: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '0.75em',
    lineHeight: 1.4,
    '& th, & td': { border: '1px solid #000', padding: '0.3em 0.4em', whiteSpace: 'pre-line' },
    '& th': { fontFamily: BLACK, fontWeight: 'normal', textAlign: 'center' },
  },
  center: { textAlign: 'center' },
  total: { fontWeight: 'bold' },
  small: { margin: '0.3em 0 0.8em', fontSize: '0.75em' },
  chart: { fontSize: '0.75em', lineHeight: 1.4, marginBottom: '0.8em' },
  bar: { display: 'grid', gridTemplateColumns: '8em 1fr', gap: '0.6em', alignItems: 'center' },
  stack: { display: 'flex', height: '0.9em' },
  legend: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '0 1.2em', marginTop: '0.4em' },
  swatch: { display: 'inline-block', width: '0.8em', height: '0.8em', marginRight: '0.3em' },
  signature: { margin: '2em 0 0', textAlign: 'right' },
  imprint: {
    marginTop: '2em',
    fontSize: '0.875em',
    borderTop: '1px solid #000',
    borderBottom: '1px solid #000',
  },
  printed: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    borderTop: '1px solid #000',
  },
  annexMark: { margin: '0 0 0.5em', fontFamily: BLACK },
});
