import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { MODULE, ROOT } from './module.mjs';

/** What a page may load, in bytes as brotli. */
const LIMIT = 40_000;

const manifest = JSON.parse(readFileSync(join(MODULE, 'package.json'), 'utf8'));

test('all that a page loads weighs at most 40 kB as brotli', (t) => {
  const loaded = readdirSync(MODULE).filter((name) => /\.(js|wasm)$/.test(name) && name !== 'node.js');
  const weights = loaded.map((name) => [name, brotliCompressSync(readFileSync(join(MODULE, name))).length]);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  t.diagnostic(`The module weighs ${sum} bytes as brotli: ${weights.map(([name, weight]) => `${name} ${weight}`).join(', ')}.`);
  assert.ok(sum <= LIMIT, `${sum} bytes`);
});

test('the package lists every file that it holds, and needs no other', () => {
  const extra = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json'];
  assert.deepEqual(readdirSync(MODULE).sort(), [...manifest.files, ...extra].sort());
  assert.equal(manifest.dependencies, undefined);
  assert.equal(Object.keys(manifest.exports['.'])[0], 'types');
  assert.equal(manifest.sideEffects, false);
});

test('the package has the version of everything else', () => {
  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'));
  assert.equal(manifest.version, version);
});

test('no script asks for eval', () => {
  for (const name of readdirSync(MODULE).filter((file) => file.endsWith('.js'))) {
    assert.doesNotMatch(readFileSync(join(MODULE, name), 'utf8'), /\beval\b|\bFunction\(|\.style\b|innerHTML/, name);
  }
});

test('the example for Node.js runs with the package by its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'service-user-rules-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(MODULE, join(folder, 'node_modules', 'service-user-rules'), 'dir');
    const example = readFileSync(resolve(ROOT, 'examples/rules-module/node/check.mjs'), 'utf8');
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', example], { cwd: folder, encoding: 'utf8' });
    assert.match(said, /friendly_name: The character “\.” at position 3 cannot be used/);
    assert.match(said, /CI-signer is fine/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
