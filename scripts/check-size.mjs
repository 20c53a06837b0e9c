// Weighs what a page loads before it shows anything: its own HTML names the scripts. Run after a build.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What each page may have in its own scripts; a button of the ribbon has no second load to wait for. */
const LIMITS = { 'index.html': 122_000, 'taskpane.html': 124_000, 'ribbon.html': 250_000 };
/** A form that is a page stays under 300 KB: beside this script it holds the unit's measures and its empty workbook. */
const FORM_LIMIT = 180_000;

for (const [page, limit] of Object.entries(LIMITS)) {
  const html = readFileSync(`dist/${page}`, 'utf8');
  const addresses = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map((match) => match[1]);
  const scripts = addresses.filter((address) => !address.includes('://'));
  const bytes = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length,
    0,
  );
  const heavy = bytes > limit || bytes === 0;
  console.log(
    `${heavy ? 'TOO HEAVY' : 'ok'}  ${page}: ${Math.round(bytes / 1000)} of ${limit / 1000} KB gzip (${scripts.join(', ')})`,
  );
  if (heavy) process.exitCode = 1;
}

const form = readFileSync('dist/form-page/form-page.js').length;
console.log(
  `${form > FORM_LIMIT ? 'TOO HEAVY' : 'ok'}  form-page.js: ${Math.round(form / 1000)} of ${FORM_LIMIT / 1000} KB`,
);
if (form > FORM_LIMIT) process.exitCode = 1;
