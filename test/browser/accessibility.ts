import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare const axe: { run(where: object, options: object): Promise<AxeResults> };

/**
 * Fluent’s keyboard library marks both ends of a group of controls with an empty element that takes the focus and hands it on
 * at once; axe takes it for hidden content with a tab stop.
 */
const HANDS_ON_FOCUS = '[data-tabster-dummy]';

/** What axe finds against WCAG 2.2 AA in a part of the page, one line a violation; the workbook has its own tests. */
export async function violations(page: Page, where = 'main'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  await untilStill(page);
  return page.evaluate(
    async ([part, passedOver, rules]) => {
      const scope = { include: [part], exclude: [passedOver] };
      const { violations: found } = await axe.run(scope, { runOnly: rules, resultTypes: ['violations'] });
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
      );
    },
    [where, HANDS_ON_FOCUS, RULES] as const,
  );
}

/** A control that still fades in has less contrast than it will have. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      ),
  );
}
