/** @jest-environment jsdom */
import { createRoot } from 'react-dom/client';
import { useDrawnSession } from '../../src/taskpane/session/use-drawn-session';
import type { SessionEvent } from '../../src/taskpane/session/next-session';
import { SessionStore } from '../../src/taskpane/session/store';
import { threePeriods } from '../ledger/three-periods';

const PARTS = 40;
/** React looks up whether others wait every five milliseconds. */
const LONG_MS = 2;

/** A part of a screen that takes its time. */
function Part({ store, seen }: { readonly store: SessionStore; readonly seen: string[] }) {
  useDrawnSession(store);
  const end = performance.now() + LONG_MS;
  while (performance.now() < end);
  seen.push('drawn');
  return null;
}

/** What happened from an event on until all parts were drawn anew: whether the page heard anything in between. */
async function heardWhileDrawn(event: (store: SessionStore) => SessionEvent): Promise<boolean> {
  const store = new SessionStore();
  store.dispatch({ kind: 'opened', ledger: threePeriods(), ...FILE });
  const seen: string[] = [];
  const root = createRoot(document.createElement('div'));
  root.render(
    <>
      {Array.from({ length: PARTS }, (_, at) => (
        <Part key={at} store={store} seen={seen} />
      ))}
    </>,
  );
  await until(
    () => seen.length === PARTS,
    () => undefined,
  );
  seen.length = 0;
  store.dispatch(event(store));
  const isDrawn = () => seen.filter((one) => one === 'drawn').length === PARTS;
  await until(isDrawn, () => seen.push('heard'));
  root.unmount();
  return seen.slice(seen.indexOf('drawn')).includes('heard');
}

const FILE = {
  findings: [],
  fileName: '台账.xlsx',
  source: null,
  sampleReturns: [],
  unsaved: false,
} as const;

const MOST_TASKS = 1000;

/** Does something in one task after another until it is so. */
async function until(isSo: () => boolean, act: () => unknown): Promise<void> {
  for (let tasks = 0; tasks < MOST_TASKS && !isSo(); tasks += 1) {
    act();
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(isSo()).toBe(true);
}

test('what a step has come to is drawn in pieces, between which the page hears the clerk', async () => {
  expect(await heardWhileDrawn(() => ({ kind: 'changed', ledger: threePeriods() }))).toBe(true);
});

test('what the clerk does is drawn at once', async () => {
  expect(await heardWhileDrawn(() => ({ kind: 'saved' }))).toBe(false);
});
