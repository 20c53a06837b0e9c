import { useMemo } from 'react';
import type { SheetBlueprint } from '../../base/blueprint';
import type { TabsByNeed } from '../../sheets/ledger-workbook';
import { ShownTab } from './shown-tab';
import type { StandingSheets } from './standing/standing-sheets';

/** The tabs that can be looked at, each made when it is first asked for. */
export interface TabReader {
  readonly names: readonly string[];
  readonly tab: (name: string) => ShownTab | undefined;
}

/** @param own Sheets of the clerk's workbook that are not the ledger's. @param returned The one of a returned file. */
export function useTabReader(
  tabs: TabsByNeed,
  standing: StandingSheets | null,
  own: readonly SheetBlueprint[],
  returned: SheetBlueprint | null,
): TabReader {
  return useMemo(() => {
    const others = [...own, ...(returned === null ? [] : [returned])];
    const read = new Map<string, ShownTab>();
    const make = (name: string): ShownTab | undefined => {
      const ours = tabs.tab(name);
      if (ours !== undefined) return standing?.tab(ours) ?? new ShownTab(ours);
      const sheet = others.find((one) => one.name === name);
      if (sheet === undefined) return undefined;
      return (sheet === returned ? undefined : standing?.ownTab(sheet)) ?? new ShownTab(sheet);
    };
    return {
      names: [...tabs.names, ...others.map(({ name }) => name)],
      tab: (name) => {
        const tab = read.get(name) ?? make(name);
        if (tab !== undefined) read.set(name, tab);
        return tab;
      },
    };
  }, [tabs, standing, own, returned]);
}
