import { printFit } from '../../../src/taskpane/grid/printing/print-fit';

const MARGINS = { top: 10, right: 10, bottom: 10, left: 10 };
const LYING = {
  paper: 'A3',
  orientation: 'landscape',
  fitWidth: true,
  margins: MARGINS,
  footerLeft: '',
} as const;

test('a tab lies on A4 as its setup says, and all its columns fit', () => {
  const { page, scale } = printFit(LYING, { width: 2_000, height: 9_000 }, false);
  expect(page).toBe('@page { size: A4 landscape; margin: 10mm 10mm 10mm 10mm; }');
  expect(scale * 2_000).toBeLessThanOrEqual((277 / 25.4) * 96);
  expect(scale * 2_000).toBeGreaterThan((277 / 25.4) * 96 - 4);
});

test('what is narrow is not blown up, and what is on one page fits it in height too', () => {
  expect(printFit(LYING, { width: 300, height: 300 }, true).scale).toBe(1);
  const upright = { ...LYING, orientation: 'portrait' } as const;
  const { page, scale } = printFit(upright, { width: 500, height: 2_000 }, true);
  expect(page).toContain('A4 portrait');
  expect(scale * 2_000).toBeLessThanOrEqual((277 / 25.4) * 96);
});

test('a sheet of the clerk’s own lies down; nothing is printed smaller than can be read', () => {
  const { page, scale } = printFit(undefined, { width: 50_000, height: 100 }, false);
  expect(page).toContain('A4 landscape');
  expect(scale).toBe(0.3);
});
