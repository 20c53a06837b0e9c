'use strict';

const { readdirSync } = require('node:fs');
const { basename, dirname, join, parse, relative, sep } = require('node:path');

const CODE = /(?<!\.d)\.tsx?$/;

/** Every code file under a folder, sub-folders included, as paths; read once a run of the linter. */
const listings = new Map();
function codeFiles(folder) {
  if (!listings.has(folder)) {
    const files = readdirSync(folder, { recursive: true }).filter((file) => CODE.test(file));
    listings.set(
      folder,
      files.map((file) => join(folder, file)),
    );
  }
  return listings.get(folder);
}

const shown = (file, root) => relative(root, file).split(sep).join('/');

/** A folder holds what one look takes in, and a file is known by its name alone, wherever it is spoken of. */
module.exports = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: { root: { type: 'string' }, most: { type: 'integer' } },
        required: ['root', 'most'],
        additionalProperties: false,
      },
    ],
    messages: {
      crowded:
        '{{ folder }} holds {{ count }} files, {{ most }} are the most: cut it by what happens in which order.',
      twin: '{{ other }} has the same name: say in the name what this file holds.',
    },
  },
  create(context) {
    const { root, most } = context.options[0];
    const { filename } = context;
    return {
      Program(node) {
        const others = codeFiles(root).filter((file) => file !== filename);
        const folder = dirname(filename);
        const count = others.filter((file) => dirname(file) === folder).length + 1;
        if (count > most) {
          context.report({ node, messageId: 'crowded', data: { folder: basename(folder), count, most } });
        }
        const twin = others.find((file) => parse(file).name === parse(filename).name);
        if (twin !== undefined)
          context.report({ node, messageId: 'twin', data: { other: shown(twin, root) } });
      },
    };
  },
};
