import { HostError, invalidArgument, invalidOperation } from '../protocol/errors';
import type { Json } from '../protocol/wire';
import { intersect, isInside, overlaps, subtract, type Rect } from './address';
import type { Chart } from './chart';
import type { Comment } from './comment';
import type { ConditionalFormat } from './conditional';
import { MessageType, workbookTarget } from './event-types';
import type { AutoFilterState } from './filter';
import { Grid } from './grid';
import type { Note } from './note';
import { newPageSetup } from './page';
import type { Pivot } from './pivot';
import { ensureAllowed, ensureUnlocked, type Protection } from './protection';
import type { Table } from './table';
import { changeValidation, noValidation, type ValidatedArea } from './validation';
import type { Workbook } from './workbook';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** One worksheet. What belongs to one subject lives in the file of that subject; this holds it. */
export class Sheet {
  readonly id: string;
  readonly grid = new Grid();
  readonly page = newPageSetup();
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  readonly pivots: Pivot[] = [];
  readonly comments: Comment[] = [];
  readonly notes: Note[] = [];
  /** First priority first. */
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly customProperties = new Map<string, Json>();
  validations: ValidatedArea[] = [];
  merges: Rect[] = [];
  visibility: Visibility = 'Visible';
  /** `#RRGGBB`, or '' for none. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  freeze: Rect | null = null;
  autoFilter: AutoFilterState | null = null;
  protection: Protection | null = null;
  deleted = false;

  constructor(
    readonly workbook: Workbook,
    /** Never reused in one workbook. */
    readonly number: number,
    public name: string,
  ) {
    this.id = `{${String(number).padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  /** `Excel.ClearApplyTo`. @throws AccessDenied, PivotTableRangeConflict */
  clear(rect: Rect, applyTo: string): void {
    const [all, contents, formats] = [applyTo === 'All', applyTo === 'Contents', applyTo === 'Formats'];
    const links = all || applyTo === 'RemoveHyperlinks' || applyTo === 'Hyperlinks';
    if (all || contents) this.ensureWritable(rect);
    if (all || formats) ensureAllowed(this, 'allowFormatCells');
    for (const [, , cell] of this.grid.cellsIn(rect)) {
      if (all || contents)
        Object.assign(cell, { value: null, formula: undefined, quoted: undefined, spilled: undefined });
      if (links) cell.link = undefined;
    }
    if (all || formats) this.clearFormats(rect);
    if (all) changeValidation(this, rect, () => noValidation);
    this.workbook.touch();
  }

  private clearFormats(rect: Rect): void {
    this.grid.resetStyles(rect);
    this.merges = this.merges.filter((merge) => !isInside(merge, rect));
    for (const rule of [...this.conditionalFormats]) {
      rule.rects = rule.rects.flatMap((ruled) => subtract(ruled, rect));
      if (rule.rects.length === 0) this.conditionalFormats.splice(this.conditionalFormats.indexOf(rule), 1);
    }
  }

  /** Locked cells of a protected sheet and cells of a PivotTable cannot be written. */
  ensureWritable(rect: Rect): void {
    ensureUnlocked(this, rect);
    if (this.pivots.some((pivot) => pivot.rendered && intersect(pivot.rendered, rect))) {
      throw new HostError('PivotTableRangeConflict', 'Part of a PivotTable cannot be changed');
    }
  }

  /** Keeps the value of the first cell. @throws MergedRangeConflict inside a table or across another merge. */
  merge(rect: Rect): void {
    ensureAllowed(this, 'never');
    if (this.tables.some((table) => intersect(table.rect, rect))) {
      throw new HostError('MergedRangeConflict', 'Cells of a table cannot be merged');
    }
    const met = this.merges.filter((merge) => overlaps(merge, rect));
    if (met.some((merge) => !isInside(merge, rect))) {
      throw new HostError('MergedRangeConflict', 'The range cuts through merged cells');
    }
    if (met.length > 0) this.merges = this.merges.filter((merge) => !met.includes(merge));
    if (rect.top === rect.bottom && rect.left === rect.right) return;
    this.merges.push(rect);
    for (const [row, column, cell] of this.grid.cellsIn(rect)) {
      if (row !== rect.top || column !== rect.left) Object.assign(cell, { value: null, formula: undefined });
    }
    this.workbook.touch();
  }

  unmerge(rect: Rect): void {
    ensureAllowed(this, 'never');
    this.merges = this.merges.filter((merge) => !overlaps(merge, rect));
  }

  /** Whether a cell lies under a merged one and shows nothing of its own. */
  isCovered(row: number, column: number): boolean {
    return this.merges.some((merge) => {
      const inside = row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;
      return inside && (row !== merge.top || column !== merge.left);
    });
  }

  /** @throws InvalidOperation for the last visible sheet. */
  setVisibility(visibility: string): void {
    if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') {
      throw invalidArgument(`visibility ${visibility}`);
    }
    if (visibility !== 'Visible') this.workbook.ensureNotLastVisible(this);
    const visibilityBefore = this.visibility;
    this.visibility = visibility;
    if (visibility !== 'Visible' && this.workbook.activeSheet === this) this.workbook.activateNeighbour(this);
    this.workbook.notifier.emit(MessageType.sheetVisibilityChanged, [this.id, workbookTarget], {
      worksheetId: this.id,
      visibilityBefore,
      visibilityAfter: visibility,
      source: 'Local',
    });
  }

  ensureAlive(): void {
    if (this.deleted) throw new HostError('InvalidReference', `${this.name} was deleted`);
  }
}

/** 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, not “History”. */
export function checkSheetName(name: string): string {
  const refused = /[:\\/?*[\]]/u.test(name) || name.startsWith("'") || name.endsWith("'");
  if (name === '' || name.length > 31 || refused || name.toLowerCase() === 'history') {
    throw invalidArgument(`worksheet name ${name}`);
  }
  return name;
}

export function ensureDeletable(sheet: Sheet): void {
  if (sheet.visibility === 'VeryHidden') throw invalidOperation('a very hidden sheet cannot be deleted');
  sheet.workbook.ensureNotLastVisible(sheet);
}
