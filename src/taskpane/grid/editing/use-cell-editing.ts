import { useState } from 'react';
import type { CellEdit, EditRule } from '../../../app/changes/edit-cells';
import { cellAddress, type CellRange } from '../../../base/raw-sheet';
import type { EditAnswer } from '../../session/commands/grid-commands';
import { useWords } from '../../words-context';
import { copiedOver, placesOf, typedText } from './copied-over';
import { pastedRows } from './copied-cells';
import { refusalSentence } from './refusal-sentence';
import type { CellPlace } from '../selecting/selection';
import type { SheetGridModel } from '../sheet-grid-model';

/** The cell that is being typed over. */
export interface OpenEdit extends CellPlace {
  readonly rule: EditRule;
  readonly initial: string;
  /** Why what was typed was not taken. */
  readonly refusal: string | null;
}

/** What the last edit came to. */
export interface Said {
  readonly text: string;
  readonly isRefusal: boolean;
}

const NOTHING_SAID: Said = { text: '', isRefusal: false };

export type CellEditing = ReturnType<typeof useCellEditing>;

/** Editing cells of a tab: by typing, pasting and clearing; every edit ends with a sentence. */
export function useCellEditing(model: SheetGridModel, edit: (edits: readonly CellEdit[]) => EditAnswer) {
  const t = useWords();
  const [open, setOpen] = useState<OpenEdit | null>(null);
  const [said, setSaid] = useState(NOTHING_SAID);

  /** @param isOfMany The cell that was refused has to be named: it is one of several. */
  const tell = (answer: EditAnswer, isOfMany = false): string | null => {
    const sentence = refusalSentence(answer, t);
    const refusal =
      sentence !== null && isOfMany && answer.kind === 'refused'
        ? t('grid.refused.at', { cell: answer.cell, refusal: sentence })
        : sentence;
    const count = answer.kind === 'taken' ? answer.entries : 0;
    setSaid({ text: refusal ?? t('grid.edited', { count }), isRefusal: refusal !== null });
    return refusal;
  };

  /** @param typed What the first key typed; `undefined` to begin with what stands there. */
  const begin = ({ row, column }: CellPlace, typed?: string): void => {
    const rule = model.editRule(row, column);
    if (rule === undefined) {
      tell({ kind: 'refused', cell: cellAddress(model.rowNumber(row), column), typed: '', rule });
      return;
    }
    const standing = typedText(model, { row, column });
    setOpen({
      row,
      column,
      rule,
      initial: rule.kind === 'date' ? standing : (typed ?? standing),
      refusal: null,
    });
  };

  /** Whether the edit is over; a refused one stays open with what was typed. */
  const commit = (typed: string): boolean => {
    if (open === null) return true;
    const { row, column, initial } = open;
    if (typed === initial && typed === typedText(model, { row, column })) {
      setOpen(null);
      return true;
    }
    const refusal = tell(edit([{ row, column, typed }]));
    setOpen(refusal === null ? null : { ...open, refusal });
    return refusal === null;
  };

  const clear = (range: CellRange): void => {
    const places = placesOf(model, range).filter(({ row, column }) => model.editRule(row, column));
    const first = { row: range.top, column: range.left, typed: '' };
    tell(edit(places.length === 0 ? [first] : places.map((place) => ({ ...place, typed: '' }))));
  };

  const copyOver = (from: CellRange, range: CellRange): void => {
    const edits = copiedOver(model, from, range);
    if (edits.length > 0) tell(edit(edits), true);
  };

  /** One value fills the whole selection; several go where they would in Excel. */
  const paste = (range: CellRange, text: string): void => {
    const rows = pastedRows(text);
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
    if (only !== undefined) {
      const edits = placesOf(model, range).map((place) => ({ ...place, typed: only }));
      tell(edit(edits), edits.length > 1);
      return;
    }
    const columns = model.columns.filter(({ at }) => at >= range.left);
    const edits = rows.flatMap((cells, down) =>
      cells.map((typed, across): CellEdit => {
        return { row: range.top + down, column: columns[across]?.at ?? model.columns.length + 1, typed };
      }),
    );
    tell(edit(edits), true);
  };

  return {
    open,
    said,
    begin,
    commit,
    clear,
    paste,
    copyOver,
    cancel: () => setOpen(null),
    say: (text: string) => setSaid({ text, isRefusal: false }),
    silence: () => setSaid(NOTHING_SAID),
  };
}
