import { CATALOGUE, isFatal, type FindingCode } from './catalogue';
import { cellAddress } from '../../base/raw-sheet';
import type { Correction, FieldName, Finding } from '../checked-return';

export interface FindingPart {
  /** Row and column of the cell at fault. */
  readonly at?: { readonly row: number; readonly column: number };
  readonly measure?: number;
  readonly field?: FieldName;
  readonly value?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly correction?: Correction;
}

/** Gathers the findings of one file, and which rows an error spoils; speaks of one of its sheets at a time. */
export class FindingList {
  readonly findings: Finding[] = [];
  private readonly spoilt = new Set<number>();
  private readonly errorFields = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly sheet = '',
  ) {}

  /**
   * A separate list for another sheet; `take` brings those of its findings that are worth reporting into this
   * one.
   */
  onSheet(sheet: string): FindingList {
    return new FindingList(this.file, sheet);
  }

  take(findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  add(code: FindingCode, part: FindingPart = {}): void {
    const { severity } = CATALOGUE[code];
    if (severity === 'error') {
      if (part.at !== undefined) this.spoilt.add(part.at.row);
      this.errorFields.add(`${part.measure} ${part.field}`);
    }
    this.findings.push({
      code,
      severity,
      where: {
        file: this.file,
        sheet: this.sheet,
        cell: part.at === undefined ? '' : cellAddress(part.at.row, part.at.column),
      },
      measure: part.measure ?? null,
      field: part.field ?? null,
      value: part.value ?? '',
      details: part.details ?? {},
      ...(part.correction === undefined ? {} : { correction: part.correction }),
    });
  }

  isSound(row: number): boolean {
    return !this.spoilt.has(row);
  }

  /** Whether the field of a measure's row has an error already. */
  hasErrorAt(measure: number, field: FieldName): boolean {
    return this.errorFields.has(`${measure} ${field}`);
  }

  get isFatal(): boolean {
    return this.findings.some(({ code }) => isFatal(code));
  }

  get hasErrors(): boolean {
    return this.findings.some(({ severity }) => severity === 'error');
  }
}
