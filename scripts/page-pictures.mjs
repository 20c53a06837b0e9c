// Takes the pictures of the browser edition that docs/ shows, from the built pages. Needs Chromium.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = join('dist', path === '/' ? 'index.html' : path);
  readFile(file).then(
    (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
    () => response.writeHead(404).end(),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});

/** One page from the sample to the screen wanted, in a language and theme, at a width. */
async function picture(name, { width, height = 800, theme = 'light', language = 'zh-CN', screen, steps }) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.getByRole('button', { name: '用示例数据试一遍' }).click();
  await page.getByRole('button', { name: '用示例填报表' }).click();
  await page.getByText('共 33 份').waitFor();
  if (steps === 'collected') {
    await page.getByRole('button', { name: '汇入无误的行' }).click();
    await page.getByText('已汇入').waitFor();
  }
  const tabs = page.locator('main').getByRole('tablist').getByRole('tab');
  await tabs.nth(4).click();
  await page.getByLabel('外观').selectOption(theme);
  await page.getByLabel('语言').selectOption(language);
  await tabs.nth(screen).click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await page.close();
}

try {
  await picture('page-returns', { width: 1280, screen: 1 });
  await picture('page-summary', { width: 1280, screen: 3, steps: 'collected' });
  await picture('page-dark-en', {
    width: 1280,
    screen: 2,
    steps: 'collected',
    theme: 'dark',
    language: 'en-US',
  });
  await picture('pane-home-320', { width: 320, height: 640, screen: 0, steps: 'collected' });
  await picture('pane-settings-320-dark', {
    width: 320,
    height: 640,
    screen: 4,
    steps: 'collected',
    theme: 'dark',
  });
} finally {
  await browser.close();
  server.close();
}
