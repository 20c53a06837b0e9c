import { sampleLedger } from '../demo/make-demo';
import type { Beginning, Revision, UseCase } from '../runner/use-case';
import { ledgerOfPlan, type BuildInput } from './build-ledger';
import { changeMember, changeUnit } from './change-directory';
import { changeSettings } from './change-settings';
import { collect } from './collect-returns';
import { buildSummary, drawTabs, markOverdue } from './draw-tabs';
import { editLedgerCells } from './edit-cells';
import { applyForExtension, decideExtension, verify } from './enter-acts';
import { noteForms } from './issue-forms';
import { notePages } from './note-pages';
import { noteReceipts } from './note-receipts';
import { rememberLetters } from './remember-letters';
import { handDown } from './hand-down';
import { issueTabs } from './issue-tabs';
import { revisePlan } from './revise-plan';
import { undo } from './undo';

const LIST = {
  collect,
  noteReceipts,
  handDown,
  undo,
  editCells: editLedgerCells,
  verify,
  applyForExtension,
  decideExtension,
  issueTabs,
  noteForms,
  notePages,
  rememberLetters,
  changeSettings,
  changeUnit,
  changeMember,
  revisePlan,
  markOverdue,
  buildSummary,
  drawTabs,
} satisfies Readonly<Record<string, UseCase<never>>>;

export type UseCaseName = keyof typeof LIST;
export type Inputs = { readonly [Name in UseCaseName]: Parameters<(typeof LIST)[Name]>[1] };
export type Results = { readonly [Name in UseCaseName]: ReturnType<(typeof LIST)[Name]> };

/** Everything that can be done to a ledger, each once, for whoever asks: the command, the pane, the ribbon, the grid. */
export const USE_CASES: { readonly [Name in UseCaseName]: UseCase<Inputs[Name], Results[Name]> } = LIST;

const BEGUN = {
  /** 建账. */
  build: ({ plan, ...options }: BuildInput, at: string): Revision => ({
    ledger: ledgerOfPlan(plan, { ...options, at }),
  }),
  /** A sample to try things with. */
  sample: ({ planText, seed }: { readonly planText: string; readonly seed: number }): Revision => ({
    ledger: sampleLedger(planText, seed),
  }),
} satisfies Readonly<Record<string, Beginning<never>>>;

export type BeginningName = keyof typeof BEGUN;
export type BeginningInputs = { readonly [Name in BeginningName]: Parameters<(typeof BEGUN)[Name]>[0] };

/** The ways to make a new ledger. */
export const BEGINNINGS: { readonly [Name in BeginningName]: Beginning<BeginningInputs[Name]> } = BEGUN;
