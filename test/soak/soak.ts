import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from './dice';
import type { FaultCount } from './door';
import { Year } from './year';

export interface SoakOptions {
  readonly seed: number;
  /** Whether there is time for one more visit of a door. */
  readonly goesOn: () => boolean;
  readonly say: (line: string) => void;
}

export interface SoakResult {
  readonly steps: number;
  readonly faults: number;
  /** Played to their end. */
  readonly years: number;
  /** Where product and model differ, or what stopped a step, after the steps that led there. */
  readonly differences: readonly string[];
}

/** Plays years of a city, one after the other, until the time is over or something differs. */
export async function soak({ seed, goesOn, say }: SoakOptions): Promise<SoakResult> {
  const dice = new Dice(seed);
  const faults: FaultCount = { count: 0 };
  let [steps, years] = [0, 0];
  for (;;) {
    const folder = await mkdtemp(join(tmpdir(), 'ledger-soak-'));
    const year = new Year(folder, dice, faults, say);
    try {
      await year.begin();
      const isWhole = await year.play(goesOn);
      steps += year.steps;
      if (!isWhole) return { steps, faults: faults.count, years, differences: [] };
      years += 1;
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      steps += year.steps;
      return { steps, faults: faults.count, years, differences: [...year.last, told] };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
