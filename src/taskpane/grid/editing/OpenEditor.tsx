import { cellAddress } from '../../../base/raw-sheet';
import { useWords } from '../../words-context';
import type { GridSelection } from '../selecting/use-grid-selection';
import type { SheetGridModel } from '../sheet-grid-model';
import type { GridScroll } from '../use-grid-scroll';
import { CellEditor, type AfterEdit } from './CellEditor';
import type { CellEditing, OpenEdit } from './use-cell-editing';

interface OpenEditorProps {
  readonly model: SheetGridModel;
  readonly choice: GridSelection;
  readonly editing: CellEditing;
  readonly scroll: GridScroll;
  readonly open: OpenEdit;
}

/** The editor of the cell that is being typed over, and where the keyboard goes from it. */
export function OpenEditor({ model, choice, editing, scroll, open }: OpenEditorProps) {
  const t = useWords();
  const finish = (after: AfterEdit): void => {
    if (after === 'stay') choice.select(choice.selection.focus);
    else if (after !== 'leave') scroll.scrollTo(choice.move(after, false, scroll.pageRows));
  };
  return (
    <CellEditor
      key={`${open.row} ${open.column}`}
      label={t('grid.edit', { cell: cellAddress(model.rowNumber(open.row), open.column) })}
      rule={open.rule}
      initial={open.initial}
      refusal={open.refusal}
      onCommit={(typed, after) => {
        if (editing.commit(typed)) finish(after);
      }}
      onCancel={() => {
        editing.cancel();
        finish('stay');
      }}
    />
  );
}
