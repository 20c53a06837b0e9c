import type { CheckedFile } from '../../src/app/inbox/check-returns';
import { inputsOf } from '../../src/cli/check-files';

const input = (path: string) => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  read: () => Promise.resolve(new Uint8Array()),
});
const check = (source: string, inside?: string) =>
  ({ source, file: inside === undefined ? source : `${source}/${inside}` }) as CheckedFile;

test.each<[what: string, returned: string[], checked: CheckedFile[], paths: (string | undefined)[]]>([
  ['one check a file', ['a.xlsx', 'b.xlsx'], [check('a.xlsx'), check('b.xlsx')], ['a.xlsx', 'b.xlsx']],
  [
    'the same name in two folders',
    ['1/a.xlsx', '2/a.xlsx'],
    [check('a.xlsx'), check('a.xlsx')],
    ['1/a.xlsx', '2/a.xlsx'],
  ],
  [
    'an archive of two between files',
    ['a.xlsx', 'b.zip', 'c.xlsx'],
    [check('a.xlsx'), check('b.zip', 'x.xlsx'), check('b.zip', 'y.xlsx'), check('c.xlsx')],
    ['a.xlsx', 'b.zip', 'b.zip', 'c.xlsx'],
  ],
  ['an archive of nothing', ['b.zip', 'c.xlsx'], [check('c.xlsx')], ['c.xlsx']],
])('%s', (_, returned, checked, paths) => {
  expect(inputsOf(checked, returned.map(input)).map((one) => one?.path)).toEqual(paths);
});
