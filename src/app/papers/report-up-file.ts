import type { WorkbookFiles } from '../../base/workbook-port';
import type { Ledger } from '../../ledger/ledger';
import type { LevelReport } from '../../ledger/levels/levels';
import { levelReportOf } from '../../ledger/levels/report-up';
import type { PeriodCode } from '../../ledger/records';
import { levelReportWorkbook } from '../../sheets/levels/level-report-workbook';
import { safeFileName } from '../wording/safe-file-name';

export interface ReportUpFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly report: LevelReport;
}

/** 上报: the file for the place above; the ledger is not changed. @throws ReportUpError before anything is made */
export async function reportUpFile(
  ledger: Ledger,
  period: PeriodCode,
  files: WorkbookFiles,
): Promise<ReportUpFile> {
  const report = levelReportOf(ledger, period);
  const bytes = await files.write(levelReportWorkbook(report));
  return { fileName: safeFileName(`${report.place}_${period}_上报表.xlsx`), bytes, report };
}
