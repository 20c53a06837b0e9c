import { readFileSync } from 'node:fs';
import { checkReturns } from '../../../src/app/inbox/check-returns';
import { collectReturns } from '../../../src/app/changes/collect-returns';
import { demoLedger, demoReturns } from '../../../src/app/demo/make-demo';
import { findingLines } from '../../../src/app/wording/describe-finding';
import { createWorkbookFiles } from '../../../src/hosts/file/workbook-files';
import type { Ledger } from '../../../src/ledger/ledger';
import { translator } from '../../../src/locales/translate';
import type { FindingLine } from '../../../src/sheets/tabs/findings-tab';
import { AT } from '../../ledger/builders';

const files = createWorkbookFiles();

export interface Sample {
  readonly fresh: Ledger;
  readonly collected: Ledger;
  readonly findings: readonly FindingLine[];
}

/** The plan's ledger before and after a period's returns were collected. */
export async function collectedSample(): Promise<Sample> {
  const fresh = demoLedger(readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8'));
  const returned = demoReturns(fresh, 2017).map(({ fileName, form }) => ({
    name: fileName,
    read: () => files.write(form),
  }));
  const checked = await checkReturns(fresh, returned, files);
  const change = collectReturns(fresh, checked, { at: AT });
  return {
    fresh,
    collected: change.ledger,
    findings: findingLines(change.files, translator('zh-CN')),
  };
}
