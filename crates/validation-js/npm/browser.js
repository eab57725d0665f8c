// The module in a browser and in what a bundler makes for one.

import initialise, { answer } from './service_user_rules.js';
import { makeRules } from './rules.js';

let loading;

export function load(wasm = new URL('./service_user_rules_bg.wasm', import.meta.url)) {
  loading ??= initialise({ module_or_path: wasm }).then(
    () => makeRules(answer),
    (error) => {
      // The next call is another attempt: a network may be back.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
