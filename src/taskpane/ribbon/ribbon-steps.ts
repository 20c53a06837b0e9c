import { checkActiveSheet, OwnTabError, type ActiveSheetCheck } from '../../app/inbox/check-active-sheet';
import { describeRepairs } from '../../app/wording/describe-repairs';
import { ledgerFault } from '../../app/wording/ledger-fault';
import { describeFinding } from '../../app/wording/describe-finding';
import { workbookPlace } from '../../app/runner/ledger-place';
import { runUseCase } from '../../app/runner/run-use-case';
import { ExcelHostError } from '../../hosts/excel/excel-errors';
import type { RibbonStep } from '../../hosts/excel/ribbon-commands';
import type { Translate } from '../../locales/translate';
import type { CalendarDate } from '../../base/calendar';
import { LedgerFormatError } from '../../sheets/reading/ledger-format-error';
import type { LeftUndone, LiveWorkbook } from '../../base/workbook-port';
import { pause } from '../session/clock';

export interface RibbonWorld {
  readonly live: LiveWorkbook;
  readonly planText: string;
  readonly today: () => CalendarDate;
  readonly minute: () => string;
  readonly words: Translate;
}

/** The ribbon's buttons, by the names the manifest calls them; each does what the pane's button of the same name does. */
export function ribbonSteps(world: RibbonWorld): Readonly<Record<string, RibbonStep>> {
  const { live, planText, today, minute, words } = world;
  let undone: LeftUndone | null = null;
  live.onUndone?.((what) => {
    undone = what;
  });
  const step = (work: () => Promise<string | null>) => async () => {
    undone = null;
    const said = await work().catch((error: unknown) => faultSentence(error, words));
    return undone === null
      ? said
      : [...(said === null ? [] : [said]), words(`excel.undone.${undone}`)].join('\n');
  };
  const run = async (name: 'markOverdue' | 'buildSummary') => {
    const asked = { by: 'ribbon', at: minute() } as const;
    const { repairs } = await runUseCase(workbookPlace(live, undefined, pause), name, {}, asked);
    return repairs.length === 0 ? null : describeRepairs(repairs, words).join('\n');
  };
  return {
    checkSheet: step(async () => {
      const check = await checkActiveSheet(live, { planText, today: today(), at: minute(), words });
      const [first] = check.checked.findings.filter(
        ({ severity, where }) => severity === 'error' && where.cell !== '',
      );
      if (first !== undefined) await live.select(check.sheet, first.where.cell);
      return checkSentence(check, words);
    }),
    markOverdue: step(() => run('markOverdue')),
    buildSummary: step(() => run('buildSummary')),
  };
}

function checkSentence({ sheet, checked, marked, inLedger }: ActiveSheetCheck, words: Translate): string {
  const { verdict, findings, rows, office } = checked;
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (verdict === 'rejected') {
    const [reason] = findings.filter(({ severity }) => severity === 'error');
    const { message, suggestion } =
      reason === undefined ? { message: '', suggestion: '' } : describeFinding(reason, words);
    return words('ribbon.check.rejected', { sheet, message, suggestion });
  }
  const ledger = inLedger ? 'yes' : 'no';
  const values = { unit: office ?? sheet, rows: rows.length, errors, warnings, ledger };
  if (errors + warnings === 0) return words('ribbon.check.sound', values);
  return words(marked ? 'ribbon.check.marked' : 'ribbon.check.notMarked', values);
}

function faultSentence(error: unknown, words: Translate): string {
  if (error instanceof ExcelHostError) return words(`excel.error.${error.code}`, { sheet: error.sheet });
  if (error instanceof OwnTabError) return words('ribbon.fault.ownTab', { sheet: error.sheet });
  if (error instanceof LedgerFormatError) {
    const [key, values] = ledgerFault(error) ?? ['ribbon.fault.noLedger', {}];
    return words(key, values);
  }
  return words('excel.error.unknown');
}
