import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { USE_CASES } from '../../src/app/changes/use-case-list';

/** The command, the pane with its ribbon and grid, and the papers that both hand out. */
const DOORS = ['src/cli', 'src/taskpane', 'src/app/papers'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
);

interface Import {
  readonly names: readonly string[];
  readonly from: string;
}

function importsOf(text: string): readonly Import[] {
  const found = text.matchAll(/import (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']*)'/gu);
  return [...found].map(({ groups }) => ({
    names: (groups?.names ?? '').split(',').map((name) => name.trim().replace(/ as .*/u, '')),
    from: groups?.from ?? '',
  }));
}

test.each(Object.keys(USE_CASES))('%s can be asked for, by name, at one door at least', (name) => {
  expect(DOORS.filter(({ text }) => text.includes(`'${name}'`))).not.toEqual([]);
});

test('no door makes a change around the runner', () => {
  const changes = new Set<string>(Object.values(USE_CASES).map((useCase) => useCase.name));
  expect(changes.size).toBe(Object.keys(USE_CASES).length);
  const around = DOORS.flatMap(({ name, text }) =>
    importsOf(text)
      .filter(({ from, names }) =>
        from.includes('app/runner/write-ledger')
          ? true
          : from.includes('app/changes/') && names.some((one) => changes.has(one)),
      )
      .map(({ from, names }) => `${name}: ${names.join(', ')} of ${from}`),
  );
  expect(around).toEqual([]);
});
