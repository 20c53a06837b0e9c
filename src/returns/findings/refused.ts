import type { FileFaultCode } from '../../base/file-fault';
import { FindingList } from './finding-list';
import type { CheckedReturn } from '../checked-return';

/** A return that could not even be opened, with the reason as its one finding. */
export function refusedReturn(file: string, code: FileFaultCode, detail: string): CheckedReturn {
  const findings = new FindingList(file);
  findings.add(code, { field: 'file', value: file, details: { detail } });
  return rejectedReturn(file, findings);
}

/** A return in which nothing could be understood. */
export function rejectedReturn(file: string, findings: FindingList): CheckedReturn {
  return {
    file,
    office: null,
    period: null,
    verdict: 'rejected',
    rows: [],
    findings: findings.findings,
    returnedOn: null,
    agreed: [],
  };
}
