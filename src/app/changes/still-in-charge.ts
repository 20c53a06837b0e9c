import type { Ledger } from '../../ledger/ledger';
import { assignmentsHeld, officesOf, officesOfPeriod, type OfficeCharge } from '../../ledger/units/offices';
import { CATALOGUE, type FindingCode } from '../../returns/findings/catalogue';
import type { Finding, ReturnRow } from '../../returns/checked-return';
import type { CheckedFile } from '../inbox/check-returns';

/**
 * Checked returns, held once more against who is in charge by the ledger they go into: the clerk may have named a successor
 * since the check. The file of an office that is in charge of nothing for its period is refused, and a row that another office
 * has taken over is not sound; a finding names who is in charge. So every sound row of a file that may be taken in answers for an
 * assignment.
 */
export function stillInCharge(ledger: Ledger, checked: readonly CheckedFile[]): readonly CheckedFile[] {
  return checked.map((file) => {
    const { office, period, verdict } = file;
    if (office === null || period === null || verdict === 'rejected') return file;
    const charges = officesOfPeriod(ledger, period);
    const held = assignmentsHeld(charges, office);
    return held.size === 0 ? refused(file, office, charges) : withoutOthersRows(file, office, charges);
  });
}

function refused(file: CheckedFile, office: string, charges: readonly OfficeCharge[]): CheckedFile {
  const heirs = officesOf(office, charges);
  const measures = new Set(file.rows.map(({ measure }) => measure));
  const inCharge = heirs.length > 0 ? heirs : officesWith(measures, charges);
  const details = { office, inCharge: inCharge.join('、') };
  const where = { file: file.file, sheet: '', cell: '' };
  const found = finding('office-not-in-charge', {
    where,
    measure: null,
    field: 'unit',
    value: office,
    details,
  });
  return { ...file, verdict: 'rejected', findings: [...file.findings, found] };
}

function withoutOthersRows(file: CheckedFile, office: string, charges: readonly OfficeCharge[]): CheckedFile {
  const held = assignmentsHeld(charges, office);
  const isOthers = ({ sound, measure }: ReturnRow) => sound && !held.has(measure);
  const others = file.rows.filter(isOthers);
  if (others.length === 0) return file;
  const found = others.map(({ measure, sheet, row }) =>
    finding('measure-not-in-charge', {
      where: { file: file.file, sheet, cell: '' },
      measure,
      field: 'measure',
      value: String(measure),
      details: { office, row, inCharge: officesWith(new Set([measure]), charges).join('、') },
    }),
  );
  return {
    ...file,
    verdict: 'needs-correction',
    rows: file.rows.map((row) => (isOthers(row) ? { ...row, sound: false } : row)),
    findings: [...file.findings, ...found],
  };
}

function officesWith(measures: ReadonlySet<number>, charges: readonly OfficeCharge[]): readonly string[] {
  return charges
    .filter(({ assignments }) => assignments.some(({ measure }) => measures.has(measure)))
    .map(({ office }) => office);
}

function finding(code: FindingCode, rest: Omit<Finding, 'code' | 'severity'>): Finding {
  return { code, severity: CATALOGUE[code].severity, ...rest };
}
