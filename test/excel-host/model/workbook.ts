import { accessDenied, HostError, invalidOperation, itemNotFound } from '../protocol/errors';
import type { Events } from '../protocol/events';
import type { Json } from '../protocol/wire';
import { cellRect, maxColumn, maxRow, type Rect } from './address';
import { Calculator } from './calculate';
import { MessageType, workbookTarget } from './event-types';
import { breakSheetIn, renameSheetIn, renameTableIn } from './formula-rewrite';
import { NamedItems, sameName } from './named-items';
import { Recalculation } from './recalculation';
import { checkSheetName, ensureDeletable, Sheet } from './sheet';
import type { Slicer } from './slicer';
import type { Table } from './table';
import { wordsOf, type Words } from './words';

/** Differences between builds that a test can switch on. */
export interface Behaviour {
  /** `protection.unprotect()` answers AccessDenied, as in some builds. */
  unprotectFails: boolean;
  /** Whether another workbook has the focus when one of the members is called that are refused then. */
  otherInFront: (member: string) => boolean;
  /** What `Excel.createWorkbook` opens: nothing with macros on a Mac (issue 2537), nothing where extensions are hardened (issue 3568). */
  opensCopies: 'all' | 'noMacros' | 'none';
  /** Nothing may be changed: a view, or a protected view that somebody let the add-in into. */
  readOnly: boolean;
  /** Any member, as “Worksheet.Delete”, that a test wants refused. */
  refuses: (member: string) => boolean;
  /** Off, formulas keep the results they have: for measurements of traffic at sizes the engine takes long for. */
  computesFormulas: boolean;
}

/** Functions whose result may fill more cells than their own. */
const spillingFunction =
  /\b(?:FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|TRANSPOSE|VSTACK|HSTACK|TEXTSPLIT|RANDARRAY)\(/iu;

export type Notifier = Pick<Events, 'isHeard' | 'emit'>;

/** The open workbook. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  slicers: Slicer[] = [];
  readonly names = new NamedItems(this);
  readonly settings = new Map<string, Json>();
  readonly properties = new Map<string, Json>();
  readonly customProperties = new Map<string, Json>();
  readonly behaviour: Behaviour = {
    unprotectFails: false,
    otherInFront: () => false,
    opensCopies: 'all',
    readOnly: false,
    refuses: () => false,
    computesFormulas: true,
  };
  name = 'Book1.xlsx';
  userName = '法制办';
  language: 'zh-CN' | 'en-US' = 'zh-CN';
  calculationMode = 'Automatic';
  date1904 = false;
  /** “Protect Workbook”: no sheet comes, goes, moves, or gets another name. */
  structureProtected = false;
  /** Until the running batch ends. */
  calculationSuspended = false;
  /** `Excel.EventTriggerSource`: this add-in while a request of its runs, else nobody that Excel would name. */
  changedBy: 'ThisLocalAddin' | 'Unknown' = 'Unknown';
  /** Whether events of changed cells say so: from ExcelApi 1.14 on. */
  saysWhoChanged = false;
  selection: { sheet: Sheet; rects: readonly Rect[] };
  private active: Sheet;
  private readonly results = new Recalculation(this, (sheets) => new Calculator(this, sheets).run());
  private dirty = false;
  private spills = false;
  private numbers = 0;

  constructor(readonly notifier: Notifier) {
    this.active = this.addSheet(null);
    this.selection = { sheet: this.active, rects: [cellRect(1, 1)] };
  }

  get words(): Words {
    return wordsOf[this.language];
  }

  get activeSheet(): Sheet {
    return this.active;
  }

  get tables(): Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  nextId(): number {
    this.numbers += 1;
    return this.numbers;
  }

  /** Formulas must be computed before the next reading. */
  touch(): void {
    this.dirty = true;
    this.results.invalidate();
  }

  /** A formula was entered: whether it may spill decides how much a reading must compute. */
  noteFormula(formula: string): void {
    this.spills ||= spillingFunction.test(formula);
  }

  /** Computes what is about to be read. A block without formulas needs nothing, unless some formula may spill into it. */
  ensureCalculated(read?: { readonly sheet: Sheet; readonly rect: Rect }): void {
    const isOff =
      this.calculationMode === 'Manual' || this.calculationSuspended || !this.behaviour.computesFormulas;
    if (!this.dirty || isOff) return;
    if (read === undefined || this.spills) {
      this.calculate();
      return;
    }
    if (!hasFormula(read.sheet, read.rect)) return;
    this.results.bring(read.sheet);
    this.dirty = !this.results.isDone;
  }

  /** After a file was opened: results are as they were saved, or are computed when the file has none. */
  opened(): void {
    this.dirty = false;
    let formulas = 0;
    let results = 0;
    for (const sheet of this.sheets) {
      for (const [, , cell] of sheet.grid.cellsIn({ top: 1, left: 1, bottom: maxRow, right: maxColumn })) {
        if (cell.formula === undefined) continue;
        this.noteFormula(cell.formula);
        formulas += 1;
        if (cell.value !== '') results += 1;
      }
    }
    if (formulas > 0 && results === 0) this.touch();
  }

  /** Everything, asked for: where results follow of themselves they are computed when they are read. */
  recalculate(): void {
    this.touch();
    if (this.calculationMode === 'Manual' || this.calculationSuspended) this.calculate();
  }

  calculate(): void {
    if (!this.dirty || !this.behaviour.computesFormulas) return;
    this.dirty = false;
    if (this.spills) this.results.bringAll();
    else this.results.bring();
  }

  findSheet(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sameName(sheet.name, key));
  }

  sheet(key: string): Sheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw itemNotFound(`worksheet ${key}`);
    return sheet;
  }

  /** At the end, with a free name when none is given. @throws InvalidArgument, ItemAlreadyExists */
  addSheet(name: string | null): Sheet {
    this.ensureStructure();
    const wanted = name === null ? this.freeSheetName() : checkSheetName(name);
    if (this.findSheet(wanted)) throw new HostError('ItemAlreadyExists', `A sheet is called ${wanted}`);
    const sheet = new Sheet(this, this.nextId(), wanted);
    this.sheets.push(sheet);
    this.notifier.emit(MessageType.sheetAdded, [workbookTarget], { worksheetId: sheet.id, source: 'Local' });
    return sheet;
  }

  private freeSheetName(): string {
    for (let number = this.sheets.length + 1; ; number += 1) {
      const name = `${this.words.sheet}${number}`;
      if (!this.findSheet(name)) return name;
    }
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.ensureStructure();
    checkSheetName(name);
    const taken = this.findSheet(name);
    if (taken && taken !== sheet) throw new HostError('ItemAlreadyExists', `A sheet is called ${name}`);
    const nameBefore = sheet.name;
    this.rewriteFormulas((formula) => renameSheetIn(formula, nameBefore, name));
    sheet.name = name;
    this.touch();
    this.notifier.emit(MessageType.sheetNameChanged, [sheet.id, workbookTarget], {
      worksheetId: sheet.id,
      nameBefore,
      nameAfter: name,
      source: 'Local',
    });
  }

  renameTableInFormulas(from: string, to: string): void {
    this.rewriteFormulas((formula) => renameTableIn(formula, from, to));
  }

  /** @throws InvalidOperation for the last visible sheet and for a very hidden one. */
  deleteSheet(sheet: Sheet): void {
    this.ensureStructure();
    ensureDeletable(sheet);
    if (this.active === sheet) this.activateNeighbour(sheet);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.slicers = this.slicers.filter((slicer) => slicer.sheet !== sheet);
    sheet.deleted = true;
    this.names.removeScope(sheet);
    this.rewriteFormulas((formula) => breakSheetIn(formula, sheet.name));
    this.touch();
    this.notifier.emit(MessageType.sheetDeleted, [workbookTarget], {
      worksheetId: sheet.id,
      source: 'Local',
    });
  }

  /** @throws AccessDenied where the structure is protected (Learn, “Error handling with the application-specific APIs”). */
  ensureStructure(): void {
    if (this.structureProtected) throw accessDenied('the structure of the workbook is protected');
  }

  /** Every formula, with the name of the sheet it stands on. */
  rewriteFormulas(rewrite: (formula: string, home: string | undefined) => string): void {
    for (const sheet of this.sheets) {
      for (const row of sheet.grid.rows.values()) {
        for (const cell of row.cells.values())
          if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, sheet.name);
      }
      for (const rule of sheet.conditionalFormats) rule.formula = rewrite(rule.formula, sheet.name);
    }
    for (const item of this.names.all) item.formula = rewrite(item.formula, item.scope?.name);
  }

  /** @throws InvalidOperation for a hidden sheet. */
  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw invalidOperation('a hidden sheet cannot be activated');
    if (this.active === sheet) return;
    const left = this.active;
    this.active = sheet;
    this.selection = { sheet, rects: [cellRect(1, 1)] };
    this.notifier.emit(MessageType.sheetDeactivated, [left.id, workbookTarget], { worksheetId: left.id });
    this.notifier.emit(MessageType.sheetActivated, [sheet.id, workbookTarget], { worksheetId: sheet.id });
  }

  /** The next visible sheet comes to the front. */
  activateNeighbour(sheet: Sheet): void {
    const at = this.sheets.indexOf(sheet);
    const others = [...this.sheets.slice(at + 1), ...this.sheets.slice(0, at).reverse()];
    const next = others.find((other) => other.visibility === 'Visible');
    if (next) this.activate(next);
  }

  ensureNotLastVisible(sheet: Sheet): void {
    if (!this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) {
      throw invalidOperation('a workbook keeps one visible sheet');
    }
  }

  select(sheet: Sheet, rects: readonly Rect[], address: string): void {
    this.activate(sheet);
    this.selection = { sheet, rects };
    const targets = [sheet.id, workbookTarget];
    this.notifier.emit(MessageType.sheetSelectionChanged, targets, { worksheetId: sheet.id, address });
  }

  /** What lasts only for one batch ends with it. */
  endBatch(): void {
    this.calculationSuspended = false;
    this.changedBy = 'Unknown';
  }
}

function hasFormula(sheet: Sheet, rect: Rect): boolean {
  for (const [, , cell] of sheet.grid.cellsIn(rect)) if (cell.formula !== undefined) return true;
  return false;
}
