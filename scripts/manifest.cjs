'use strict';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The manifest with its addresses in place.
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
    .replaceAll('{ADDIN_ORIGIN}', escaped(origin))
    .replaceAll('{SUPPORT_URL}', escaped(supportUrl));
}

module.exports = { fillManifest };
