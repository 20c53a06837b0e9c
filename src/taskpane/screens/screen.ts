import type { ComponentType } from 'react';
import type { Ledger } from '../../ledger/ledger';
import type { Commands } from '../session/commands/session-commands';
import { later } from '../parts/later';
import type { Session } from '../session/session';

/** What a screen draws from, whether or not a ledger is open. */
export interface ScreenProps {
  readonly session: Session;
  readonly commands: Commands;
  /** Inside Excel, over the workbook that is open there. */
  readonly isLive: boolean;
}

/** What a screen of an open ledger draws from. */
export interface LedgerScreenProps extends ScreenProps {
  readonly ledger: Ledger;
}

/** When a screen can be gone to. */
export type ScreenEntry =
  | { readonly when: 'ledger'; readonly View: ComponentType<LedgerScreenProps> }
  | { readonly when: 'noLedger' | 'always'; readonly View: ComponentType<ScreenProps> };

/** A screen of an open ledger; its code loads when it is first opened. */
export function ledgerScreen(load: () => Promise<ComponentType<LedgerScreenProps>>) {
  return { when: 'ledger', View: later(load) } as const;
}

/** A screen that needs no ledger; its code loads when it is first opened. */
export function freeScreen(when: 'noLedger' | 'always', load: () => Promise<ComponentType<ScreenProps>>) {
  return { when, View: later(load) } as const;
}
