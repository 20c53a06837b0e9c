import { pause } from '../../../src/taskpane/session/clock';
import { EMPTY_WORKBOOK, page } from '../../support/pane-page';

/** A page that counts how often it was made ready to open and to save. */
function counting() {
  const ready = { times: 0 };
  const here = page({
    prepareFiles: () => {
      ready.times += 1;
      return Promise.reject(new Error('does not come'));
    },
  });
  return { ...here, ready };
}

test('who has begun to change a ledger will save it: once, until it is saved', async () => {
  const { commands, store, ready } = counting();
  await commands.build();
  expect(ready.times).toBe(0);
  await pause();
  expect(ready.times).toBe(1);
  await commands.setOffice({ contact: '2017Q3' });
  await pause();
  expect(ready.times).toBe(1);
  await commands.save();
  expect(store.snapshot().unsaved).toBe(false);
  await commands.setOffice({ contact: '2017Q4' });
  await pause();
  expect(ready.times).toBe(2);
});

test('who comes to the button that opens a ledger will open one', () => {
  const { commands, ready } = counting();
  commands.opening.prepare();
  expect(ready.times).toBe(1);
});

test('inside Excel there is no file to get ready for', () => {
  const { commands, ready } = counting();
  const live = page({
    live: { read: () => Promise.resolve(EMPTY_WORKBOOK) } as never,
    prepareFiles: () => {
      ready.times += 1;
      return Promise.resolve();
    },
  });
  live.commands.opening.prepare();
  expect(ready.times).toBe(0);
  commands.opening.prepare();
  expect(ready.times).toBe(1);
});
