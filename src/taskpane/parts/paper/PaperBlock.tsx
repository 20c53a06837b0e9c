import { mergeClasses } from '@fluentui/react-components';
import { cutAtPlaces, type Block, type Chart, type Table } from '../../../documents/paper';
import { useSheetStyles } from './sheet-styles';

/** A text of a paper, what is left to a person marked in it. */
export function PaperText({ text }: { readonly text: string }) {
  const styles = useSheetStyles();
  return cutAtPlaces(text).map((piece, index) =>
    piece.isPlace ? (
      <mark key={index} className={styles.place}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

/** What stands in the body of a paper, as it will stand in the file. */
export function PaperBlock({ block }: { readonly block: Block }) {
  const styles = useSheetStyles();
  switch (block.kind) {
    case 'heading':
      return <p className={block.level === 1 ? styles.level1 : styles.level2}>{block.text}</p>;
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          {block.lead !== '' && <span className={styles.lead}>{block.lead}</span>}
          <PaperText text={block.text} />
        </p>
      );
    case 'table':
      return <PaperTable table={block} />;
    case 'chart':
      return <PaperChart chart={block} />;
  }
}

function PaperTable({ table }: { readonly table: Table }) {
  const styles = useSheetStyles();
  const { caption, columns, rows, hasTotal, note } = table;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const alignOf = (index: number) => (columns[index]?.align === 'center' ? styles.center : undefined);
  return (
    <>
      {caption !== '' && <p className={styles.caption}>{caption}</p>}
      <div className={styles.wide} tabIndex={0} role="group" aria-label={caption}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ header, share }) => (
                <th key={header} scope="col" style={{ width: `${(share / shares) * 100}%` }}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} className={hasTotal && at === rows.length - 1 ? styles.total : undefined}>
                {row.map((cell, index) => (
                  <td key={index} className={alignOf(index)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== undefined && <p className={styles.small}>{note}</p>}
    </>
  );
}

function PaperChart({ chart: { caption, categories, series } }: { readonly chart: Chart }) {
  const styles = useSheetStyles();
  const valueAt = (index: number) => series.map(({ values }) => values[index] ?? 0);
  const longest = Math.max(
    1,
    ...categories.map((_category, index) => valueAt(index).reduce((sum, value) => sum + value, 0)),
  );
  return (
    <figure className={mergeClasses(styles.line, styles.chart)}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {categories.map((category, index) => (
        <div key={category} className={styles.bar}>
          <span>{category}</span>
          <span className={styles.stack} title={valueAt(index).join(' / ')}>
            {series.map(({ name, color, values }) => (
              <span
                key={name}
                style={{ width: `${((values[index] ?? 0) / longest) * 100}%`, backgroundColor: `#${color}` }}
              />
            ))}
          </span>
        </div>
      ))}
      <div className={styles.legend}>
        {series.map(({ name, color }) => (
          <span key={name}>
            <span className={styles.swatch} style={{ backgroundColor: `#${color}` }} />
            {name}
          </span>
        ))}
      </div>
    </figure>
  );
}
