import type { WorkbookFiles } from '../../base/workbook-port';
import type { HandDownRecord } from '../../ledger/levels/levels';
import type { Plan } from '../../plan/plan';
import { handDownWorkbook } from '../../sheets/levels/hand-down-workbook';

/** 下达: the plan for the place, to be sent there. */
export function handDownFile(plan: Plan, record: HandDownRecord, files: WorkbookFiles): Promise<Uint8Array> {
  return files.write(handDownWorkbook(plan, record));
}
