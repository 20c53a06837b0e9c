// The product's own reading and checking as one plain script, built as the command is.
import { join } from 'node:path';
import webpack from 'webpack';
import settings from '../../webpack.config.js';

/** Builds a program into a folder; gives the script. Default: `product.ts`. */
export async function bundleProduct(folder, program = join(import.meta.dirname, 'product.ts')) {
  const all = await settings({}, { mode: 'production' });
  const command = all.find(({ name }) => name === 'command');
  const entry = { product: program };
  const compiler = webpack({ ...command, entry, output: { path: folder, filename: '[name].cjs' } });
  const stats = await new Promise((done, fail) => {
    compiler.run((error, result) => (error ? fail(error) : done(result)));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return join(folder, 'product.cjs');
}
