// The module in Node.js, where the WebAssembly is a file and not something to fetch.

import { readFile } from 'node:fs/promises';
import { answer, initSync } from './service_user_rules.js';
import { makeRules } from './rules.js';

let loading;

export function load(wasm = new URL('./service_user_rules_bg.wasm', import.meta.url)) {
  loading ??= compile(wasm).then(
    () => makeRules(answer),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

async function compile(wasm) {
  const source = await wasm;
  initSync({ module: source instanceof URL || typeof source === 'string' ? await readFile(source) : source });
}
