import { logged, undoBatch } from '../../ledger/change/changes';
import { undoneBatches } from '../../ledger/entries';
import { foldLedger } from '../../ledger/fold';
import type { Ledger } from '../../ledger/ledger';
import { summarise, type Summary } from '../../ledger/figures/summary';
import type { CalendarDate } from '../../base/calendar';
import { translator } from '../../locales/translate';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { NAME, TAB } from '../../sheets/words';
import type { WorkbookHost } from '../../base/workbook-port';
import type { CheckedFile } from '../inbox/check-returns';
import { collectReturns, type Collected } from './collect-returns';
import { findingLines } from '../wording/describe-finding';
import { reviseLedger, type ReviseOptions } from './revise-ledger';

/** The workbook knows no such import. */
export class NothingToUndoError extends Error {
  override readonly name = 'NothingToUndoError';
}

/** 回收: takes the sound rows of checked returns into the workbook's ledger, with the findings of all of them. */
export async function collectInto(
  host: WorkbookHost,
  options: ReviseOptions & { readonly chosen?: readonly string[] },
  checked: readonly CheckedFile[],
): Promise<Collected> {
  const result = await reviseLedger(host, options, ({ ledger }) => collecting(ledger, checked, options));
  return result;
}

/** A ledger with returns taken in, and the findings of all of them. */
export function collecting(
  ledger: Ledger,
  checked: readonly CheckedFile[],
  options: { readonly at: string; readonly chosen?: readonly string[] },
): Collected & { readonly findings: readonly FindingLine[] } {
  const collected = collectReturns(ledger, checked, options);
  return { ...collected, findings: findingLines(collected.files, translator('zh-CN')) };
}

/** 预警: what is overdue and due soon on a day, which becomes the workbook's; the ledger tab comes to the front. */
export async function markOverdue(
  host: WorkbookHost,
  options: ReviseOptions & { readonly asOf?: CalendarDate },
): Promise<{ readonly ledger: Ledger; readonly summary: Summary }> {
  const result = await reviseLedger(host, options, ({ ledger }) => {
    const { asOf = ledger.settings.asOf } = options;
    return { ledger: asOnDay(ledger, asOf, options.at), front: TAB.ledger };
  });
  return { ledger: result.ledger, summary: summaryOf(result.ledger) };
}

/** 汇总: the summary tab with its charts and the PivotTable made anew, the summary in front. */
export async function buildSummary(
  host: WorkbookHost,
  options: ReviseOptions,
): Promise<{ readonly ledger: Ledger; readonly summary: Summary }> {
  const result = await reviseLedger(host, options, ({ ledger }) => ({ ledger, front: TAB.summary }));
  return { ledger: result.ledger, summary: summaryOf(result.ledger) };
}

/**
 * 撤销: takes an import back. Of one that is taken back already the tabs are written again: the run that did it may have been
 * interrupted. @throws NothingToUndoError before anything is written
 */
export async function undoImport(host: WorkbookHost, options: ReviseOptions, batch: string): Promise<Ledger> {
  const result = await reviseLedger(host, options, ({ ledger }) => ({
    ledger: withoutBatch(ledger, batch, options.at),
  }));
  return result.ledger;
}

/** The ledger with a batch taken back, now or before. @throws NothingToUndoError when there is no such batch */
export function withoutBatch(ledger: Ledger, batch: string, at: string): Ledger {
  const undone = undoBatch(ledger, batch, at);
  if (undone !== undefined) return undone;
  if (undoneBatches(ledger.entries).has(batch)) return ledger;
  throw new NothingToUndoError(batch);
}

function asOnDay(ledger: Ledger, asOf: CalendarDate, at: string): Ledger {
  const before = ledger.settings.asOf;
  if (before === asOf) return ledger;
  const dated = { ...ledger, settings: { ...ledger.settings, asOf } };
  return logged(dated, 'settings', `${NAME.asOf}：${before} → ${asOf}`, at);
}

function summaryOf(ledger: Ledger): Summary {
  return summarise(ledger, ledger.settings.asOf, foldLedger(ledger));
}
