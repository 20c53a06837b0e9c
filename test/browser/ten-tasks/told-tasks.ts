import { readFile } from 'node:fs/promises';

const PAGE = 'docs/ten-tasks.zh-CN.md';
const HEADING = /^## \d+\. (.+)（(\d) 步）$/u;
const STEP = /^\d+\. /u;

/** A task as the page tells it. */
export interface ToldTask {
  readonly name: string;
  /** How many actions the page says it takes. */
  readonly actions: number;
  /** How many it lists. */
  readonly steps: number;
}

/** The tasks of the page, in its order. */
export async function toldTasks(): Promise<readonly ToldTask[]> {
  const tasks: ToldTask[] = [];
  for (const line of (await readFile(PAGE, 'utf8')).split('\n')) {
    const [, name, actions] = HEADING.exec(line) ?? [];
    const last = tasks.at(-1);
    if (name !== undefined) tasks.push({ name, actions: Number(actions), steps: 0 });
    else if (last !== undefined && STEP.test(line)) tasks.splice(-1, 1, { ...last, steps: last.steps + 1 });
  }
  return tasks;
}
