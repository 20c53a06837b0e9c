import { mergeClasses } from '@fluentui/react-components';
import type { Annex, Imprint, Paper, PaperHead, Signature } from '../../../documents/paper';
import {
  ANNEXES,
  annexMark,
  annexName,
  copyLine,
  dayLine,
  headLine,
  noteLine,
  printedLine,
} from '../../../documents/paper-lines';
import { PaperBlock, PaperText } from './PaperBlock';
import { useSheetStyles } from './sheet-styles';

/** The widest the type of a red head gets, in characters of the body. */
const LARGEST_HEAD = 2.5;
/** Characters of the body that a line holds. */
const LINE_CHARACTERS = 27;

interface PaperSheetsProps {
  readonly paper: Paper;
  /** The pages have margins and ends of their own. */
  readonly isOnPaper?: boolean;
}

/** A paper as it will look: the text before its first page ends and what follows on one long sheet, each annex on one of its own. */
export function PaperSheets({ paper, isOnPaper = false }: PaperSheetsProps) {
  const styles = useSheetStyles();
  const { head, title, addressee, body, signature, note, annexes, imprint } = paper;
  const sheet = mergeClasses(styles.sheet, isOnPaper && styles.printedSheet);
  return (
    <div className={mergeClasses(styles.sheets, isOnPaper && styles.printedSheets)} lang="zh-CN">
      <article className={mergeClasses(sheet, !isOnPaper && styles.first)}>
        {head !== null && <SheetHead head={head} />}
        <p className={mergeClasses(styles.title, head === null && styles.topTitle)}>{title}</p>
        {addressee !== null && <p className={styles.line}>{addressee}：</p>}
        {body.map((block, index) => (
          <PaperBlock key={index} block={block} />
        ))}
        <AnnexNames annexes={annexes} />
        {signature !== null && <SheetSignature signature={signature} />}
        {note !== '' && (
          <p className={styles.paragraph}>
            <PaperText text={noteLine(note)} />
          </p>
        )}
        {imprint !== null && <SheetImprint imprint={imprint} />}
      </article>
      {annexes.map((annex, index) => (
        <article key={annex.title} className={sheet}>
          <p className={styles.annexMark}>{annexMark(index, annexes)}</p>
          <p className={mergeClasses(styles.title, styles.topTitle)}>{annex.title}</p>
          {annex.body.map((block, at) => (
            <PaperBlock key={at} block={block} />
          ))}
        </article>
      ))}
    </div>
  );
}

function SheetHead({ head }: { readonly head: PaperHead }) {
  const styles = useSheetStyles();
  const { form, number } = head;
  const name = headLine(head);
  const size = Math.min(LARGEST_HEAD, LINE_CHARACTERS / name.length);
  return (
    <header>
      <p className={styles.authority} style={{ fontSize: `${size}em` }}>
        <PaperText text={name} />
      </p>
      {form === 'letter' && <hr className={styles.letterRule} />}
      <p className={form === 'letter' ? styles.letterNumber : styles.number}>
        <PaperText text={number} />
      </p>
    </header>
  );
}

function AnnexNames({ annexes }: { readonly annexes: readonly Annex[] }) {
  const styles = useSheetStyles();
  return annexes.map(({ title }, index) => (
    <p key={title} className={styles.paragraph}>
      {index === 0 && ANNEXES}
      {annexName(index, annexes)}
    </p>
  ));
}

function SheetSignature({ signature }: { readonly signature: Signature }) {
  const styles = useSheetStyles();
  return (
    <p className={styles.signature}>
      <PaperText text={signature.authority} />
      <br />
      <PaperText text={dayLine(signature)} />
    </p>
  );
}

function SheetImprint({ imprint }: { readonly imprint: Imprint }) {
  const styles = useSheetStyles();
  const { printed } = imprint;
  const copies = copyLine(imprint);
  if (copies === null && printed === null) return null;
  return (
    <footer className={styles.imprint}>
      {copies !== null && <p className={styles.line}>{copies}</p>}
      {printed !== null && (
        <p className={mergeClasses(styles.line, styles.printed)}>
          <span>{printed.authority}</span>
          <span>{printedLine(printed)}</span>
        </p>
      )}
    </footer>
  );
}
