import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useLayout } from '../../../parts/layout';
import { useWords } from '../../../words-context';
import type { Plan } from '../../../../plan/plan';
import { documentPieces, type DocumentPiece } from './document-blocks';
import { usePanelStyles } from '../panel-styles';
import { useDocumentList } from './use-document-list';

const useStyles = makeStyles({
  piece: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    borderLeft: '3px solid transparent',
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  rest: { color: tokens.colorNeutralForeground3 },
  measure: {
    cursor: 'pointer',
    borderLeftColor: tokens.colorNeutralStroke1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  doubtful: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
  },
});

interface DocumentPanelProps {
  readonly plan: Plan;
  readonly isDoubtful: (no: number) => boolean;
  readonly selected: number | null;
  /** Chosen here, a measure is gone to in the list. */
  readonly onSelect: (no: number) => void;
}

/**
 * The document as it was read: headings, measures, and greyed what is neither. One stop of the Tab key: the arrows go from
 * measure to measure, Enter to the one among the measures.
 */
export function DocumentPanel({ plan, isDoubtful, selected, onSelect }: DocumentPanelProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const layout = useLayout();
  const t = useWords();
  const pieces = useMemo(() => documentPieces(plan), [plan]);
  const { measures } = plan;
  const { scroller, rows, stop, moveTo, onKeyDown } = useDocumentList({
    pieces,
    measures,
    selected,
    onSelect,
  });
  return (
    <section className={panel.panel} aria-label={t('pane.plan.document')}>
      <div className={panel.panelHead}>
        <h3 className={layout.heading}>{t('pane.plan.document')}</h3>
        <span className={layout.muted}>{t('pane.plan.documentKey')}</span>
      </div>
      <div className={panel.scroller} ref={scroller}>
        <div className={panel.rows} style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
          {rows.getVirtualItems().map((row) => {
            const piece = pieces[row.index];
            if (piece === undefined) return null;
            const no = piece.measure?.no;
            const isChosen = no !== undefined && no === selected;
            return (
              <div
                key={row.index}
                data-index={row.index}
                ref={rows.measureElement}
                className={mergeClasses(
                  panel.row,
                  styles.piece,
                  styles[piece.kind],
                  no !== undefined && isDoubtful(no) && styles.doubtful,
                  isChosen && styles.selected,
                )}
                style={{ transform: `translateY(${row.start}px)` }}
                {...(no === undefined
                  ? {}
                  : {
                      role: 'button',
                      tabIndex: row.index === stop ? 0 : -1,
                      'aria-current': isChosen,
                      onFocus: () => moveTo(no),
                      onClick: () => onSelect(no),
                    })}
              >
                <PieceText piece={piece} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function PieceText({ piece: { kind, text } }: { readonly piece: DocumentPiece }) {
  return kind === 'heading' ? <strong lang="zh-CN">{text}</strong> : <span lang="zh-CN">{text}</span>;
}
