import { ledgerWorkbook } from '../../src/sheets/ledger-workbook';
import { DRAWING_VERSION } from '../../src/sheets/reading/drawn';
import { fnv1a } from '../../src/plan/plan-id';
import { threePeriods } from '../ledger/three-periods';

/** Formulas of a ledger that stays the same, as each version of the drawing has them: the last line is this version's. */
const FORMULAS: Readonly<Record<number, string>> = {
  3: 'fd291cac',
  4: 'd7f9280e',
  5: '874afab9',
};

test('when formulas change, the version of the drawing does: else what the last version drew is told as a clerk’s doing', () => {
  const formulas = ledgerWorkbook(threePeriods()).sheets.flatMap(({ cells }) =>
    cells.flatMap((row) =>
      row.flatMap((cell) =>
        cell !== null && typeof cell === 'object' && 'formula' in cell ? [cell.formula] : [],
      ),
    ),
  );
  expect(formulas.length).toBeGreaterThan(100);
  expect({ [DRAWING_VERSION]: fnv1a(formulas.join('\n')) }).toEqual({
    [DRAWING_VERSION]: FORMULAS[DRAWING_VERSION],
  });
});
