import * as nodeModule from 'node:module';

/** Has Node (from 22.1 on) keep what it compiled for the next start, in its folder of temporary files. */
export function keepCompiled(node: object = nodeModule): void {
  if ('enableCompileCache' in node && typeof node.enableCompileCache === 'function')
    node.enableCompileCache();
}
