import type { Translate } from '../../locales/translate';
import type { Correction, RestoredCell } from '../../sheets/layout/corrections';

/** So many cells of a tab are told one by one. */
const TOLD_SINGLY = 3;

/** A sentence for each thing of ours that somebody had changed in the workbook: what was found and what was done. */
export function describeCorrections(corrections: readonly Correction[], t: Translate): readonly string[] {
  const cells = corrections.filter((one) => one.kind === 'cell');
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  return [
    ...corrections.filter((one) => one.kind !== 'cell').map((one) => describeCorrection(one, t)),
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
    return cells.map((cell) => describeCorrection(cell, t));
  }
  const named = cells.slice(0, TOLD_SINGLY).map(({ cell }) => cell);
  return [t('correction.cells', { sheet: first.sheet, count: cells.length, cells: named.join('、') })];
}

/** What somebody had done to one thing of ours, and that it is as it was again. */
export function describeCorrection(correction: Correction, t: Translate): string {
  switch (correction.kind) {
    case 'cell':
      return t(correction.found === '' ? 'correction.emptied' : 'correction.cell', { ...correction });
    case 'entry':
      return t('correction.entry', { ...correction });
    case 'row':
      return t('correction.row', { ...correction });
    case 'tab':
      return t(`correction.${correction.reason}`, { sheet: correction.sheet });
  }
}
