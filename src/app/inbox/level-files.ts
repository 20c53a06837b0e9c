import type { RawWorkbook } from '../../base/raw-sheet';
import type { NewLevelReport } from '../../ledger/change/take-level-reports';
import type { Ledger } from '../../ledger/ledger';
import type { LevelReport } from '../../ledger/levels/levels';
import { matchReport, type LevelFinding } from '../../ledger/levels/match-report';
import { periodLabel } from '../../ledger/period';
import type { CheckedReturn, Finding } from '../../returns/checked-return';
import { CATALOGUE, isFatal, type FindingCode } from '../../returns/findings/catalogue';
import { FindingList } from '../../returns/findings/finding-list';
import { LevelReportError, readLevelReport } from '../../sheets/levels/read-level-report';
import type { CheckedFile } from './check-file';

/** A report of a lower place that lay among the returns, read and not changed since it was made. */
export interface LevelFile {
  readonly report: LevelReport;
  readonly digest: string;
  /** The clerk's word that measures of equal text are the same. */
  readonly isMatched?: true;
}

/** Reads a report of a lower place; what it is to the ledger says `withLevels`. */
export function checkLevelFile(workbook: RawWorkbook): CheckedReturn & { readonly level?: LevelFile } {
  const { file } = workbook;
  const findings = new FindingList(file);
  const nothing = { file, office: null, rows: [], returnedOn: null, agreed: [] };
  try {
    const level = readLevelReport(workbook);
    const { period } = level.report;
    return { ...nothing, period, verdict: 'accepted', findings: findings.findings, level };
  } catch (error) {
    if (!(error instanceof LevelReportError)) throw error;
    findings.add(error.fault === 'newer' ? 'level-newer' : 'level-changed', { field: 'file', value: file });
    return { ...nothing, period: null, verdict: 'rejected', findings: findings.findings };
  }
}

/**
 * Holds the reports among checked files against the ledger, each content once. What an earlier call found is found anew.
 * @param matched Places of which the clerk says that measures of equal text are the same, besides those said so of in their files.
 */
export function withLevels(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  matched: readonly string[] = [],
): { readonly files: readonly CheckedFile[]; readonly reports: readonly NewLevelReport[] } {
  if (!checked.some(({ level }) => level !== undefined)) return { files: checked, reports: [] };
  const said = checked.flatMap(({ level }) => (level?.isMatched === true ? [level.report.place] : []));
  const places = new Set([...matched, ...said]);
  const reports = new Map<string, NewLevelReport>();
  const files = checked.map((one): CheckedFile => {
    const { file, sha256, level } = one;
    if (level === undefined) return one;
    const { findings, record } = matchReport(ledger, { ...level, file, sha256 }, places);
    if (record === null || reports.has(record.digest)) {
      return found(one, record === null ? findings : [again(level.report)]);
    }
    reports.set(record.digest, record);
    return found(one, findings);
  });
  return { files, reports: [...reports.values()] };
}

/** 按内容对应: the reports of these places once more, with the clerk's word that measures of equal text are the same. */
export function matchedByText(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  places: ReadonlySet<string>,
): readonly CheckedFile[] {
  const said = checked.map((one): CheckedFile =>
    one.level !== undefined && places.has(one.level.report.place)
      ? { ...one, level: { ...one.level, isMatched: true } }
      : one,
  );
  return withLevels(ledger, said).files;
}

function again({ place, period }: LevelReport): LevelFinding {
  return { code: 'level-known', details: { place, period: periodLabel(period) } };
}

function found(checked: CheckedFile, findings: readonly LevelFinding[]): CheckedFile {
  return {
    ...checked,
    verdict: findings.some(({ code }) => isFatal(code)) ? 'rejected' : 'accepted',
    findings: [
      ...checked.findings.filter(({ code }) => !code.startsWith('level-')),
      ...findings.map(({ code, details }) => findingOf(checked.file, code, details)),
    ],
  };
}

function findingOf(file: string, code: FindingCode, details: LevelFinding['details']): Finding {
  const where = { file, sheet: '', cell: '' };
  const { severity } = CATALOGUE[code];
  return { code, severity, where, measure: null, field: 'file', value: file, details };
}
