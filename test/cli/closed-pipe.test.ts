import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { bearClosedPipe } from '../../src/cli/closed-pipe';

function failing(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test('a pipe that its reader closed is no fault, any other fault of a stream is', () => {
  const stream = new PassThrough();
  bearClosedPipe(stream);
  expect(stream.emit('error', failing('EPIPE'))).toBe(true);
  expect(() => stream.emit('error', failing('ENOSPC'))).toThrow('ENOSPC');
});

test('a program that writes on after its reader has gone ends as it would have', () => {
  const program = `
    (${bearClosedPipe.toString()})(process.stdout);
    for (let line = 0; line < 20000; line += 1) process.stdout.write('line ' + line + '\\n');
    setTimeout(() => { process.exitCode = 3; }, 50);`;
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', `"$0" -e "$1" | head -n 1; echo "\${PIPESTATUS[0]}"`, process.execPath, program],
    { encoding: 'utf8' },
  );
  expect([stdout, stderr]).toEqual(['line 0\n3\n', '']);
});
