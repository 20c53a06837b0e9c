import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare const axe: { run(where: string, options: object): Promise<AxeResults> };

/** What axe finds against WCAG 2.2 AA in a part of the page, one line a violation; the workbook has its own tests. */
export async function violations(page: Page, where = 'main'): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async ([part, rules]) => {
      const { violations: found } = await axe.run(part, { runOnly: rules });
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
      );
    },
    [where, RULES] as const,
  );
}
