import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { MODULE, NODE_MODULES, ROOT } from './module.mjs';

/** The bundle stays for the end-to-end tests, which open it in both browsers. */
const BUNDLE = resolve(ROOT, 'dist/rules-module-in-vite');

test('Vite takes the module and its WebAssembly along', async () => {
  const vite = await import(pathToFileURL(createRequire(join(NODE_MODULES, 'x.js')).resolve('vite')));
  rmSync(BUNDLE, { recursive: true, force: true });
  const warnings = [];
  const logger = vite.createLogger('warn');
  logger.warn = (text) => warnings.push(text);
  await vite.build({
    root: resolve(ROOT, 'examples/rules-module/vite'),
    resolve: { alias: { 'service-user-rules': join(MODULE, 'browser.js') } },
    build: { outDir: BUNDLE, emptyOutDir: true },
    customLogger: logger,
  });
  assert.deepEqual(warnings, []);
  const assets = readdirSync(join(BUNDLE, 'assets'));
  const [wasm, ...others] = assets.filter((name) => name.endsWith('.wasm'));
  assert.deepEqual(others, []);
  const [script] = assets.filter((name) => name.endsWith('.js'));
  assert.ok(readFileSync(join(BUNDLE, 'assets', script), 'utf8').includes(wasm), `${script} names ${wasm}`);
  assert.deepEqual(readFileSync(join(BUNDLE, 'assets', wasm)), readFileSync(join(MODULE, 'service_user_rules_bg.wasm')));
});
