import { keepCompiled } from '../../src/cli/node/keep-compiled';

test('Node keeps what it compiled where it can, and is not asked where it cannot', () => {
  let asked = 0;
  keepCompiled({ enableCompileCache: () => (asked += 1) });
  expect(asked).toBe(1);
  expect(() => keepCompiled({})).not.toThrow();
});
