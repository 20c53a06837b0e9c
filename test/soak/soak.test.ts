import { writeFileSync } from 'node:fs';
import { soak } from './soak';

/** `npm run soak` says how long, and from which seed; the tests of every day play the same few visits. */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 0);
const SEED = Number(process.env['SOAK_SEED'] ?? 5);
const VISITS = 2;
/** Where the last line goes. */
const RESULT = process.env['SOAK_RESULT'];

jest.setTimeout((MINUTES + 10) * 60_000);

test('however a ledger is worked on through a year, at all doors, it comes to what a model of it says', async () => {
  const end = Date.now() + MINUTES * 60_000;
  let visits = 0;
  const goesOn = () => (MINUTES > 0 ? Date.now() < end : (visits += 1) <= VISITS);
  const say = (line: string) => {
    if (MINUTES > 0) process.stderr.write(`${line}\n`);
  };
  const { steps, faults, years, differences } = await soak({ seed: SEED, goesOn, say });
  const found = differences.length === 0 ? 0 : 1;
  const line = `seed ${SEED}: ${steps} steps, ${years} whole years, ${faults} faults injected, ${found} differences\n`;
  if (RESULT !== undefined) writeFileSync(RESULT, line);
  expect(steps).toBeGreaterThanOrEqual(VISITS);
  expect(differences).toEqual([]);
});
