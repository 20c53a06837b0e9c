import type { Events } from '../protocol/events';
import type { ClassTable } from '../protocol/handles';
import type { References } from '../protocol/references';
import { applicationClasses, type OpenWorkbook } from './application';
import { borderClasses } from './borders';
import { chartClasses } from './chart';
import { chartPartClasses } from './chart-parts';
import { commentClasses } from './comment';
import { conditionalFormatClasses } from './conditional-format';
import { dataValidationClasses } from './data-validation';
import { namedItemClasses } from './named-item';
import { pageLayoutClasses } from './page-layout';
import { pivotClasses } from './pivot';
import { rangeClasses } from './range';
import { rangeAreasClasses } from './range-areas';
import { rangeFormatClasses } from './range-format';
import { settingsClasses } from './settings';
import { tableClasses } from './table';
import { tablePartClasses } from './table-parts';
import { workbookClasses } from './workbook';
import { worksheetClasses } from './worksheet';

/** Every class of the library this host knows, by its name there. */
export function buildClassTable(events: Events, references: References, openWorkbook: OpenWorkbook): ClassTable {
  return {
    ...applicationClasses(openWorkbook),
    ...workbookClasses(events, references, openWorkbook),
    ...worksheetClasses,
    ...rangeClasses,
    ...rangeAreasClasses,
    ...rangeFormatClasses,
    ...borderClasses,
    ...tableClasses,
    ...tablePartClasses,
    ...namedItemClasses,
    ...conditionalFormatClasses,
    ...dataValidationClasses,
    ...pageLayoutClasses,
    ...chartClasses,
    ...chartPartClasses,
    ...pivotClasses,
    ...commentClasses,
    ...settingsClasses,
  };
}
