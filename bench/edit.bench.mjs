// What a page does when a cell of 台账 is edited, in processor time: taken in, folded, its tab drawn and laid out, the figures of the
// first screen. As a ratio of 20,000 entries to 200.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProduct } from './returns/bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'edit-bench-'));
try {
  const script = await bundleProduct(folder, join(import.meta.dirname, 'edit/edit.ts'));
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
