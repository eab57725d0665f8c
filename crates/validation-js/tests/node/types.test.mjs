import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { MODULE, NODE_MODULES, ROOT } from './module.mjs';

const ts = createRequire(join(NODE_MODULES, 'x.js'))('typescript');
const TYPES = join(MODULE, 'index.d.ts');

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  paths: { 'service-user-rules': [TYPES] },
};

function complaints(files) {
  const program = ts.createProgram(files, OPTIONS);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start).line ?? 0;
    return `${diagnostic.file?.fileName}:${line + 1}: ${text}`;
  });
}

const example = (name) => resolve(ROOT, 'crates/validation-js/tests/types', name);

test('the types allow what is right and refuse what is wrong', () => {
  assert.deepEqual(complaints([TYPES, example('right.ts'), example('wrong.ts')]), []);
});

test('the types know no any', () => {
  assert.doesNotMatch(readFileSync(TYPES, 'utf8'), /\bany\b(?=\s*[;,)>|\]=])/);
});

test('each function that the types name is there', async () => {
  const { load } = await import('./module.mjs');
  const rules = await load();
  const source = ts.createSourceFile(TYPES, readFileSync(TYPES, 'utf8'), ts.ScriptTarget.ES2022);
  const face = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'Rules');
  assert.deepEqual(Object.keys(rules).sort(), face.members.map((member) => member.name.text).sort());
  for (const entry of ['browser.js', 'node.js']) {
    assert.deepEqual(Object.keys(await import(join(MODULE, entry))), ['load'], entry);
  }
});
