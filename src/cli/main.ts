import { isMainThread, workerData } from 'node:worker_threads';
import { bearClosedPipe } from './closed-pipe';
import { READS_PLANS, servePlans } from './plan-thread';

function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

if (isMainThread) {
  const { run } = await import('./program');
  bearClosedPipe(process.stdout);
  bearClosedPipe(process.stderr);
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    now: () => {
      const now = new Date();
      return { day: localDay(now), instant: now.toISOString() };
    },
    ticks: () => performance.now(),
    cwd: process.cwd(),
    script: process.argv[1],
  });
} else if (workerData === READS_PLANS) {
  servePlans();
} else {
  (await import('./check-threads')).serveChecks();
}
