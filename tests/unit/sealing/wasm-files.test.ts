// The files with libsodium's WASM that pages get, as built, beside the package's.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import binaryen from 'binaryen';
import { expect, test } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../../web/dist/public/assets');

function wasmOfPackage(): Buffer {
  const source = readFileSync(fileURLToPath(import.meta.resolve('libsodium-sumo')), 'utf8');
  const [, literal = ''] = /"(AGFzbQ[^"]{200000,})"/.exec(source) ?? [];
  return Buffer.from(literal, 'base64');
}

const wasmFile = (name: string): Buffer =>
  readFileSync(join(ASSETS, readdirSync(ASSETS).find((file) => file.startsWith(name) && file.endsWith('.wasm')) ?? ''));

test('libsodium’s bytes in the console are those of the package, untouched', () => {
  expect(wasmFile('libsodium-sumo-').equals(wasmOfPackage())).toBe(true);
});

/** Each function of a module, by its index, as text. */
function functionsOf(wasm: Uint8Array): Map<string, string> {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(binaryen.Features.All);
  const functions = Array.from({ length: module.getNumFunctions() }, (_, i) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(i)),
  );
  const texts = new Map(functions.map(({ name, body }) => [name, body === 0 ? '' : binaryen.emitText(body)]));
  module.dispose();
  return texts;
}

test('a reporter’s page gets functions of libsodium as they are, or nothing in their place, and no more than it calls', () => {
  const given = wasmFile('libsodium-thin-');
  const all = functionsOf(wasmOfPackage());
  const other = [...functionsOf(given)].filter(([name, text]) => text !== all.get(name));
  expect(new Set(other.map(([, text]) => text))).toEqual(new Set(['(unreachable)\n']));
  // Some 150 stay.
  expect(all.size - other.length).toBeLessThan(160);
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(new Uint8Array(given)));
  expect(exported.filter(({ kind }) => kind === 'memory')).toHaveLength(1);
  expect(exported.length).toBeLessThanOrEqual(20);
});
