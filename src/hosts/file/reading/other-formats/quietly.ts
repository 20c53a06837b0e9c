/* eslint-disable no-console -- this is where somebody else is kept from it */
const SAID = ['error', 'warn', 'log'] as const;

/**
 * Runs what is not ours without letting it speak to the console: the library of old formats tells it in English of every record it
 * does not know. Only for what comes to its end at once, so that nothing of ours is silenced with it.
 */
export function quietly<Result>(work: () => Result): Result {
  const spoken = SAID.map((name) => console[name]);
  for (const name of SAID) console[name] = () => undefined;
  try {
    return work();
  } finally {
    SAID.forEach((name, index) => {
      console[name] = spoken[index] ?? console[name];
    });
  }
}
