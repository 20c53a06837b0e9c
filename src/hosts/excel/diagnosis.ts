import type { Diagnosis, RefusedStep } from '../../base/workbook-port';
import { hasNotes } from './cell-notes';
import { ExcelHostError } from './excel-errors';

const REMEMBERED = 10;
/** Beyond whatever there is today. */
const HIGHEST_MINOR = 40;
const OTHER_SETS = ['DialogApi', 'RibbonApi', 'SharedRuntime', 'OpenBrowserWindowApi'] as const;

const refused: RefusedStep[] = [];

/** What Excel refused, by its codes alone: what stands in cells is in none of them. */
export function rememberRefused(error: unknown): void {
  if (!(error instanceof ExcelHostError)) return;
  const { code, excelCode, place } = error;
  refused.unshift({ code, excelCode, place });
  refused.length = Math.min(refused.length, REMEMBERED);
}

/** The Excel around the page. */
export function diagnosis(): Diagnosis {
  const { diagnostics, requirements, displayLanguage } = Office.context;
  const minor = Array.from({ length: HIGHEST_MINOR }, (_, index) => index + 1).findLast((version) =>
    requirements.isSetSupported('ExcelApi', `1.${version}`),
  );
  return {
    platform: `${String(diagnostics.host)} ${String(diagnostics.platform)}`,
    version: diagnostics.version,
    language: displayLanguage,
    sets: [
      ...(minor === undefined ? [] : [`ExcelApi 1.${minor}`]),
      ...OTHER_SETS.filter((name) => requirements.isSetSupported(name, '1.1')),
      ...(hasNotes() ? ['Notes'] : []),
    ],
    refused: [...refused],
  };
}
