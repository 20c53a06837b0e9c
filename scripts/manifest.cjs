'use strict';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Where the manifest at the root says that it is served, so that it can be sideloaded as it stands. */
const DEVELOPED_AT = 'https://localhost:3000';

/**
 * The manifest with other addresses in place of its own.
 *
 * @param {string} text manifest.xml
 * @param {{ origin: string, supportUrl: string }} addresses the where the add-in is served from, without a slash at
 *   the end (Excel asks for https), and the page its help link opens.
 * @returns {string}
 */
function fillManifest(text, { origin, supportUrl }) {
  if (!/^https:\/\/[^/\s].*[^/]$/.test(origin)) {
    throw new Error(`ADDIN_ORIGIN must begin with https:// and not end with a slash; it is ${origin}`);
  }
  if (!/^https?:\/\//.test(supportUrl))
    throw new Error(`SUPPORT_URL must be a web address; it is ${supportUrl}`);
  return text
    .replace(/\s*<!-- The build puts .*?-->/, '')
    .replaceAll(/https:\/\/localhost:3000(\/support\.html")?/g, (_, support) =>
      support === undefined ? escaped(origin) : `${escaped(supportUrl)}"`,
    );
}

module.exports = { DEVELOPED_AT, fillManifest };
