import type { Translate } from '../../locales/translate';
import type { Repair, RestoredCell } from '../../sheets/layout/repairs';

/** So many cells of a tab are told one by one. */
const TOLD_SINGLY = 3;

/** A sentence for each thing of ours that somebody had changed in the workbook: what was found and what was done. */
export function describeRepairs(repairs: readonly Repair[], t: Translate): readonly string[] {
  const cells = repairs.filter((one) => one.kind === 'cell');
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  return [
    ...repairs.filter((one) => one.kind !== 'cell').map((one) => describeRepair(one, t)),
    ...sheets.flatMap((name) =>
      cellSentences(
        cells.filter(({ sheet }) => sheet === name),
        t,
      ),
    ),
  ];
}

function cellSentences(cells: readonly RestoredCell[], t: Translate): readonly string[] {
  const [first] = cells;
  if (first === undefined || cells.length <= TOLD_SINGLY) {
    return cells.map((cell) => describeRepair(cell, t));
  }
  const named = cells.slice(0, TOLD_SINGLY).map(({ cell }) => cell);
  return [t('repair.cells', { sheet: first.sheet, count: cells.length, cells: named.join('、') })];
}

/** What somebody had done to one thing of ours, and that it is as it was again. */
export function describeRepair(repair: Repair, t: Translate): string {
  switch (repair.kind) {
    case 'cell':
      return t(repair.found === '' ? 'repair.emptied' : 'repair.cell', { ...repair });
    case 'entry':
      return t('repair.entry', { ...repair });
    case 'row':
      return t('repair.row', { ...repair });
    case 'leftOut':
      return t(`repair.leftOut.${repair.what}`, { sheet: repair.sheet, cells: repair.cells });
    case 'carriedOver':
      return t('repair.carriedOver');
    case 'held':
      return t('repair.held', { place: repair.place === '' ? t('repair.held.somewhere') : repair.place });
    case 'tab':
      return t(`repair.${repair.reason}`, { sheet: repair.sheet });
  }
}
