import { createContext, Script } from 'node:vm';

/** An eighth of the longest cell: a step for each pair of letters is nothing yet, one for each three is a minute. */
const LONGEST = 4_000;

/** Letters and short words that the expression itself is about, and what most texts are full of. */
function pumpsOf({ source }: RegExp): readonly string[] {
  const plain = source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ' ').replace(/[[\](){}^$|?*+\\.]/g, ' ');
  const words = plain.split(' ').filter((word) => word !== '');
  const letters = [...new Set([...words.join('')])].slice(0, 12);
  return [...new Set([' ', '\u3000', '\n', '1', 'a', '措', '、', ...letters, ...words.slice(0, 6)])];
}

/** Each pump alone, behind each word the expression may begin with, and before something that makes it fail. */
function attacksOn(expression: RegExp): readonly string[] {
  const pumps = pumpsOf(expression);
  const starts = ['', ...pumps.slice(7, 11)];
  return pumps.flatMap((pump) =>
    starts.map((start) => `${start}${pump.repeat(LONGEST / pump.length)}\u0000!`),
  );
}

/** Of processor time, far beyond what all texts of one expression take: a hundredth of it where it is sound, for ever where it is not. */
const BOUND_MS = 10_000;
/** By the clock, on which a busy machine takes many times as long. */
const PATIENCE = 12;

const context = createContext({ expression: /a/, texts: [] as readonly string[] });
const script = new Script('for (const text of texts) { expression.lastIndex = 0; expression.exec(text); }');

/** Whether an expression takes far longer than it may over a text full of what it looks for. */
export function runsAway(expression: RegExp): boolean {
  Object.assign(context, { expression, texts: attacksOn(expression) });
  for (let clock = BOUND_MS; clock <= BOUND_MS * PATIENCE; clock *= 2) {
    const before = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: clock });
      return false;
    } catch {
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 >= BOUND_MS / 2) return true;
    }
  }
  return true;
}
