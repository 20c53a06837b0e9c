'use strict';

const path = require('node:path');

// Webviews before WebKit 16.4 know no lookbehind in regular expressions. What a package writes with one is written without
// it here; a package that changed its text ends the build, so that somebody looks again.
const START = '$' + '{escapeRegExp(start)}';

const REPLACED = [
  {
    test: /excelts[\\/].*[\\/]chart[\\/]shape-properties\.js$/,
    from: '[^>]*(?<!/)>',
    to: '(?:[^>]*[^/>])?>',
  },
  {
    // Of its search for placeholders in a template, which the product does not use.
    test: /docx[\\/]dist[\\/]index\.mjs$/,
    from: `(?<=${START})`,
    to: START,
  },
];

module.exports = function replaceText(source) {
  const { from, to } = this.getOptions();
  if (!source.includes(from)) throw new Error(`${this.resourcePath} holds no ${from} any more`);
  return source.replaceAll(from, to);
};

module.exports.withoutLookbehind = REPLACED.map(({ test, from, to }) => ({
  test,
  use: [{ loader: path.join(__dirname, 'without-lookbehind.cjs'), options: { from, to } }],
}));
