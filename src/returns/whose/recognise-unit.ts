import { distance } from 'fastest-levenshtein';
import { matchOffice, officesOf, type OfficeCharge } from '../../ledger/units/offices';
import type { UnitMatch, UnitNames } from '../../plan/units/units';
import type { FindingList } from '../findings/finding-list';
import { headTexts, readHead, type HeadAnswer } from '../locate/head-and-foot';
import type { UnitDirectory } from '../../ledger/records';
import type { FormIdentity } from './form-identity';
import type { LocatedTable } from '../locate/locate-table';
import type { ReturnContext } from '../checked-return';
import { unitByMeasures } from './unit-by-measures';
import { unitInText, unitsInText } from './unit-in-text';

/** Where a return may say whose it is and for when. */
export interface ReturnClues {
  /** Its name; inside an archive with the path there. */
  readonly file: string;
  readonly table: LocatedTable;
  readonly identity: FormIdentity | undefined;
}

export interface UnitEvidence extends ReturnClues {
  /** Who reports for the return's period. */
  readonly offices: readonly OfficeCharge[];
  readonly context: ReturnContext;
  readonly findings: FindingList;
}

/**
 * Whose return it is: the hidden identity, else the head of the form, its title, the file's name, and last the measures
 * themselves. Where two of them say different things, that is a finding; the first two must agree.
 */
export function recogniseUnit(evidence: UnitEvidence): string | null {
  const { table, identity, offices, context, findings } = evidence;
  const head = readHead(table.sheet.rows, table.headerRow, 'unit');
  const issuedTo = identity === undefined ? undefined : officeIssuedTo(identity.unit, offices);
  const match = head === undefined ? undefined : matchOffice(head.text, offices, context);
  if (
    issuedTo !== undefined &&
    head !== undefined &&
    !(match !== undefined && 'unit' in match && match.unit === issuedTo)
  ) {
    const details = { issued: issuedTo, written: head.text };
    findings.add('unit-conflict', { at: head, field: 'unit', value: head.text, details });
    return null;
  }
  const unit = issuedTo ?? (head === undefined ? assumedUnit(evidence) : namedByHead(head, match, evidence));
  if (unit !== null) noteFileName(unit, evidence);
  return unit;
}

/** A form issued before its unit was dissolved is its successor's, if that is one office. */
function officeIssuedTo(unit: string, offices: readonly OfficeCharge[]): string | undefined {
  if (offices.some(({ office }) => office === unit)) return unit;
  const heirs = officesOf(unit, offices);
  return heirs.length === 1 ? heirs[0] : undefined;
}

function namedByHead(
  head: HeadAnswer,
  match: UnitMatch | undefined,
  { table, offices, context, findings }: UnitEvidence,
): string | null {
  const place = { at: head, field: 'unit' as const, value: head.text };
  if (match === undefined) {
    const near = nearestOffice(head.text, offices);
    findings.add('unit-unknown', {
      ...place,
      details: { candidates: near ?? '' },
      ...(near === undefined ? {} : { correction: { before: head.text, after: near, made: false } }),
    });
    return null;
  }
  if ('ambiguous' in match) {
    const unit = unitByMeasures(table, context.plan, offices, match.ambiguous);
    if (unit === undefined) {
      findings.add('unit-unknown', { ...place, details: { candidates: match.ambiguous.join('、') } });
      return null;
    }
    findings.add('unit-assumed', { ...place, details: { unit, from: 'measures' } });
    return unit;
  }
  const correction = { before: head.text, after: match.unit, made: true };
  if (match.how === 'shortName') findings.add('unit-short-name', { ...place, correction });
  if (match.how === 'successor') {
    findings.add('unit-successor', { ...place, details: { unit: match.unit }, correction });
  }
  return match.unit;
}

/** One sign away from a name, and from one only; a county's office is no slip of the pen. */
function nearestOffice(written: string, offices: readonly OfficeCharge[]): string | undefined {
  if (/[县区旗州镇乡]/u.test(written.slice(0, 4))) return undefined;
  const near = offices.filter(({ office }) => office.length > 3 && distance(written, office) === 1);
  return near.length === 1 ? near[0]?.office : undefined;
}

function assumedUnit(evidence: UnitEvidence): string | null {
  const { file, table, offices, context, findings } = evidence;
  const names = officeNames(offices, context.directory);
  const sources = [
    [
      'title',
      () =>
        firstFound(headTexts(table.sheet.rows, table.headerRow), (text) =>
          unitInText(text, names, context.place),
        ),
    ],
    ['file', () => firstFound(nameParts(file), (text) => unitInText(text, names, context.place))],
    ['measures', () => unitByMeasures(table, context.plan, offices)],
  ] as const;
  for (const [from, find] of sources) {
    const unit = find();
    if (unit === undefined) continue;
    findings.add('unit-assumed', { field: 'unit', details: { unit, from } });
    return unit;
  }
  findings.add('unit-unknown', { field: 'unit', details: { candidates: '' } });
  return null;
}

/** The offices that report, with the short names the directory has for them. */
export function officeNames(
  offices: readonly OfficeCharge[],
  directory: UnitDirectory,
): readonly UnitNames[] {
  const units = new Map(directory.units.map((unit) => [unit.name, unit]));
  return offices.map(({ office }) => units.get(office) ?? { name: office, shortNames: [], successor: null });
}

/** The file's own name first, then the folders and the archive it lay in. */
export function nameParts(file: string): readonly string[] {
  return file.split('/').reverse();
}

export function firstFound<Found>(
  texts: readonly string[],
  find: (text: string) => Found | undefined,
): Found | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A file named after another unit is worth a look; one that names several, or none, says nothing. */
function noteFileName(unit: string, evidence: UnitEvidence): void {
  const [name = ''] = nameParts(evidence.file);
  const [other, ...more] = unitsInText(
    name,
    officeNames(evidence.offices, evidence.context.directory),
    evidence.context.place,
  );
  if (other === undefined || other === unit || more.length > 0) return;
  evidence.findings.add('unit-file-name', { field: 'unit', value: name, details: { unit, other } });
}
