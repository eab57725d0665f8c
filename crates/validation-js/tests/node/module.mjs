// Where the tests find the module and npm's packages; `cargo xtask test` says so in the environment.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
export const MODULE = process.env.RULES_MODULE ?? resolve(ROOT, 'dist/rules-module');
export const NODE_MODULES = process.env.NODE_MODULES ?? resolve(ROOT, 'target/tools/npm/node_modules');

/** The module as the package's own entry for Node.js. */
export const { load } = await import(pathToFileURL(resolve(MODULE, 'node.js')));

export const VECTORS = JSON.parse(readFileSync(resolve(ROOT, 'tests/vectors/service-users.json'), 'utf8'));

/** The draft and the context of a vector. */
export function whole(vector) {
  const draft = { ...VECTORS.draft, ...vector.draft };
  for (const name of vector.leave_out ?? []) {
    delete draft[name];
  }
  return { draft, context: { ...VECTORS.context, ...vector.context } };
}
