// Draws assets/icon*-SIZE.png from assets/icon*.svg with Chromium (CHROMIUM, or where Debian keeps it). Run after changing the drawing.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** 16, 32 and 80 for the ribbon; 32 and 64 for the add-in's entry in Excel's lists. */
const SIZES = [16, 32, 64, 80];

/** The add-in's own, which also opens the pane, and one for each further button. */
const NAMES = ['icon', 'icon-check', 'icon-overdue', 'icon-summary'];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const name of NAMES) {
    const drawing = readFileSync(`assets/${name}.svg`).toString('base64');
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style>` +
          `<img src="data:image/svg+xml;base64,${drawing}" alt="">`,
      );
      await page.screenshot({ path: `assets/${name}-${size}.png`, omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
