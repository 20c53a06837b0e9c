import { isMainThread, workerData } from 'node:worker_threads';
import { localMinute } from '../app/runner/local-times';
import { bearClosedPipe } from './closed-pipe';
import { keepCompiled } from './node/keep-compiled';
import { READS_PLANS, servePlans } from './serve-plans';

keepCompiled();
if (isMainThread) {
  const { run } = await import('./program');
  bearClosedPipe(process.stdout);
  bearClosedPipe(process.stderr);
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    now: () => {
      const now = new Date();
      const minute = localMinute(now);
      return { day: minute.slice(0, 10), minute, instant: now.toISOString() };
    },
    ticks: () => performance.now(),
    cwd: process.cwd(),
    script: process.argv[1],
  });
} else if (workerData === READS_PLANS) {
  await servePlans();
} else {
  (await import('./check-threads')).serveChecks();
}
