import type { WorkbookFiles } from '../../base/workbook-port';
import type { Ledger } from '../../ledger/ledger';
import type { FindingCode } from '../../returns/findings/catalogue';
import { recheckHandedIn } from './apply-corrections';
import type { CheckPool } from './check-pool';
import { checkReturns, type CheckedFile, type Progress, type ReturnFile } from './check-returns';
import { holdsPlan, type ReadsPlans } from './holds-plan';
import { itemKey, kindOf, type ArrivedFile, type Inbox } from './inbox';
import { returnContext } from './return-context';
import { matchedByText } from './level-files';
import { handedInBytes } from './send-back';

interface Gathering {
  readonly files: WorkbookFiles;
  readonly progress?: Progress;
  readonly pool?: CheckPool | undefined;
  /** Asked whether a document that is no return is a plan. */
  readonly readPlan: ReadsPlans;
}

/** What a document that holds a plan looks like to whoever looks for a return in it. */
const MAYBE_PLANS: ReadonlySet<FindingCode> = new Set([
  'file-not-workbook',
  'file-word-or-pdf',
  'header-missing',
  'one-column',
  'column-missing',
]);

/** Reading a plan takes its time: of a folder full of documents no more are tried. */
const MOST_TRIED = 3;

/**
 * Checks what was handed in and tells by its content what each file is. A file that is in the inbox already keeps the corrections
 * agreed to. Each file comes once, however often it was handed in.
 */
export async function gather(
  ledger: Ledger,
  inbox: Inbox,
  handedIn: readonly ReturnFile[],
  { files, progress, pool, readPlan }: Gathering,
): Promise<readonly ArrivedFile[]> {
  const said = inbox.items.flatMap(({ checked: { level } }) =>
    level?.isMatched === true ? [level.report.place] : [],
  );
  const checked = matchedByText(
    ledger,
    await checkReturns(ledger, handedIn, files, progress, pool),
    new Set(said),
  );
  const agreed = new Map(inbox.items.map((item) => [item.key, item.checked.agreed]));
  const context = returnContext(ledger);
  const gathered = new Map<string, ArrivedFile>();
  let tried = 0;
  for (const file of checked) {
    const key = itemKey(file);
    if (gathered.has(key)) continue;
    const before = agreed.get(key) ?? [];
    const again =
      before.length === 0 ? undefined : await recheckHandedIn(file, handedIn, files, context, before);
    let kind = kindOf(file);
    if (tried < MOST_TRIED && mayBePlan(file)) {
      tried += 1;
      const bytes = await handedInBytes(file, handedIn, files);
      if (bytes !== undefined && (await holdsPlan(readPlan, file.file, bytes))) kind = 'plan';
    }
    gathered.set(key, { kind, checked: again ?? file });
  }
  return [...gathered.values()];
}

function mayBePlan({ rows, findings }: CheckedFile): boolean {
  return rows.length === 0 && findings.some(({ code }) => MAYBE_PLANS.has(code));
}
