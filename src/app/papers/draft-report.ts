import type { NamedPaper } from '../../documents/papers-in-address';
import { yearlyReport } from '../../documents/report/yearly-report';
import { planNames } from '../../documents/wording';
import type { Ledger } from '../../ledger/ledger';
import { safeFileName } from '../wording/safe-file-name';

/** 年度进展报告 and its file, “荆门市2017年度法治政府建设进展报告.docx”. */
export function composeReport(ledger: Ledger, year: number): NamedPaper {
  const { place, subject } = planNames(ledger.plan);
  const fileName = safeFileName(`${place}${year}年度${subject}进展报告.docx`);
  return { fileName, paper: yearlyReport(ledger, year) };
}
