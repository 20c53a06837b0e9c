import type { Events } from '../protocol/events';
import type { ClassTable } from '../protocol/handles';
import { applicationClasses, type OpenWorkbook } from './application';
import { borderClasses } from './borders';
import { chartClasses } from './chart';
import { chartPartClasses } from './chart-parts';
import { chartSeriesClasses } from './chart-series';
import { commentClasses } from './comment';
import { conditionalFormatClasses } from './conditional-format';
import { dataValidationClasses } from './data-validation';
import { namedItemClasses } from './named-item';
import { noteClasses } from './note';
import { pageLayoutClasses } from './page-layout';
import { pivotClasses } from './pivot';
import { pivotFieldClasses } from './pivot-fields';
import { slicerClasses } from './slicer';
import { rangeClasses } from './range';
import { rangeAreasClasses } from './range-areas';
import { rangeFormatClasses } from './range-format';
import { settingsClasses } from './settings';
import { tableClasses } from './table';
import { tablePartClasses } from './table-parts';
import { workbookClasses } from './workbook';
import { worksheetClasses } from './worksheet';

/** Every class of the library this host knows, by its name there. */
export function buildClassTable(events: Events, openWorkbook: OpenWorkbook): ClassTable {
  return {
    ...applicationClasses(openWorkbook),
    ...workbookClasses(events, openWorkbook),
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
    ...chartSeriesClasses,
    ...pivotClasses,
    ...pivotFieldClasses,
    ...slicerClasses,
    ...commentClasses,
    ...noteClasses,
    ...settingsClasses,
  };
}
