import type { PaperWriter } from '../../documents/paper';
import { yearlyReport } from '../../documents/report/yearly-report';
import { planNames } from '../../documents/wording';
import type { Ledger } from '../../ledger/ledger';
import { safeFileName } from '../wording/safe-file-name';

/** 年度进展报告 as a file, “荆门市2017年度法治政府建设进展报告.docx”. */
export async function draftReport(
  ledger: Ledger,
  year: number,
  writePaper: PaperWriter,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { place, subject } = planNames(ledger.plan);
  const fileName = safeFileName(`${place}${year}年度${subject}进展报告.docx`);
  return { fileName, bytes: await writePaper(yearlyReport(ledger, year)) };
}
