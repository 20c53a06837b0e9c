import { shown } from '../protocol/handles';
import { Workbook as FileWorkbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { finishPackage } from './finish';
import { saveCells } from './save-cells';
import { saveCharts, saveNotes, savePivots, saveTables } from './save-objects';
import { saveSheetSettings } from './save-page';
import { saveConditionalFormats, saveValidations } from './save-rules';

/** The workbook as an .xlsx, every formula with its result. */
export async function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  installChartSupport();
  const file = new FileWorkbook();
  const sheets = new Map<Sheet, Worksheet>();
  for (const sheet of workbook.sheets) sheets.set(sheet, file.addWorksheet(sheet.name));
  const sheetOf = (sheet: Sheet): Worksheet => {
    const target = sheets.get(sheet);
    if (!target) throw new RangeError(`${sheet.name} is not in the workbook`);
    return target;
  };
  for (const [sheet, into] of sheets) {
    saveTables(sheet, into);
    saveCells(sheet, into);
    saveConditionalFormats(sheet, into);
    saveValidations(sheet, into);
    saveSheetSettings(sheet, into, sheet === workbook.activeSheet);
    saveNotes(sheet, into);
  }
  for (const [sheet, into] of sheets) saveCharts(sheet, into);
  const pivots = [...sheets].flatMap(([sheet, into]) => savePivots(sheet, into, sheetOf));
  saveNames(workbook, file);
  saveProperties(workbook, file);
  // What the library packs is unpacked at once.
  return finishPackage(new Uint8Array(await file.xlsx.writeBuffer({ zip: { level: 0 } })), pivots);
}

function saveNames(workbook: Workbook, file: FileWorkbook): void {
  file.definedNames.model = [
    ...file.definedNames.model,
    ...workbook.names.all.map((item) => ({
      name: item.name,
      ranges: workbook.names.areaOf(item) ? [item.formula] : [],
      ...(!workbook.names.areaOf(item) && { formulaExpression: item.formula }),
      ...(item.scope && { localSheetId: workbook.sheets.indexOf(item.scope) }),
      ...(!item.visible && { hidden: true }),
    })),
  ];
}

function saveProperties(workbook: Workbook, file: FileWorkbook): void {
  const text = (name: string): string => shown(workbook.properties.get(name) ?? '');
  file.title = text('Title');
  file.subject = text('Subject');
  file.creator = text('Author') || workbook.userName;
  file.keywords = text('Keywords');
  file.category = text('Category');
  file.company = text('Company');
  file.views = [
    {
      x: 0,
      y: 0,
      width: 20000,
      height: 12000,
      firstSheet: 0,
      activeTab: workbook.sheets.indexOf(workbook.activeSheet),
      visibility: 'visible',
    },
  ];
}
