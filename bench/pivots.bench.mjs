// The workbook of many measures over twelve periods, PivotTables and their source included: its size, and the processor time in
// which it is drawn and written, against those of the plan at hand.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProduct } from './returns/bundle.mjs';

const PERIODS = 12;
const SIZES = [140, 1400, 14_000];
const folder = mkdtempSync(join(tmpdir(), 'pivots-bench-'));
try {
  const script = await bundleProduct(folder, join(import.meta.dirname, 'pivots/pivots.ts'));
  const runs = SIZES.map((measures) => {
    const args = [script, join(folder, 'L.xlsx'), String(measures), String(PERIODS)];
    const [bytes, seconds] = execFileSync(process.execPath, args, { encoding: 'utf8' })
      .split(' ')
      .map(Number);
    return { measures, bytes, seconds };
  });
  for (const { measures, bytes, seconds } of runs) {
    const size = `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / runs[0].bytes).toFixed(1)} ×`;
    const time = `${seconds.toFixed(1)} s, ${(seconds / runs[0].seconds).toFixed(1)} ×`;
    process.stdout.write(`${measures} measures × ${PERIODS} periods: ${size}; written in ${time}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
