import { run } from './program';

function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const code = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  now: () => {
    const now = new Date();
    return { day: localDay(now), instant: now.toISOString() };
  },
  ticks: () => performance.now(),
  cwd: process.cwd(),
});
process.exitCode = code;
