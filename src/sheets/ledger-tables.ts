import type { Ledger } from '../ledger/ledger';
import { ACTS } from './tabs/acts-tab';
import { unitsTable } from './tabs/directory-tab';
import { ENTRIES } from './tabs/entries-tab';
import { FINDINGS } from './tabs/findings-tab';
import { LEDGER } from './tabs/ledger-tab';
import { LOG } from './tabs/log-tab';
import { SETTING_TABLE } from './tabs/settings-tab';
import { SUBMISSIONS } from './tabs/submissions-tab';
import type { TableTab } from './tabs/table-tab';

/** The tabs that are tables, by name: found by their headers, their rows told by what identifies them. */
export function tablesOf({ directory }: Ledger): ReadonlyMap<string, TableTab<never, string>> {
  const tables: readonly TableTab<never, string>[] = [
    LEDGER,
    ENTRIES,
    SUBMISSIONS,
    ACTS,
    FINDINGS,
    unitsTable(directory.groups),
    LOG,
    SETTING_TABLE,
  ];
  return new Map(tables.map((table) => [table.name, table]));
}
