import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pruneWasm } from './prune-wasm.ts';

const FACTORY = /libsodium-sumo\.mjs$/;
const ADDRESS = 'virtual:sodium-wasm';
const LITERAL = /"(AGFzbQ[^"]{200000,})"/;
const THIN = join(import.meta.dirname, '../shared/src/sealing/sodium-thin.ts');
const THIN_STREAMS = join(import.meta.dirname, '../shared/src/sealing/sodium-thin-streams.ts');

function changed(): never {
  throw new Error('libsodium-sumo has another shape than the one this plugin was written for: look at both again');
}

function takeOutWasm(code: string): { wasm: Buffer; glue: string } {
  const literal = LITERAL.exec(code)?.[1] ?? changed();
  return { wasm: Buffer.from(literal, 'base64'), glue: code.replace(LITERAL, '""') };
}

/** The calls that `sodium-thin` makes, each with the minified name under which the WASM exports it. */
function namesOfThinCalls(glue: string): ReadonlyMap<string, string> {
  const bound = new Map<string, string>();
  for (const [, name = '', exported = ''] of glue.matchAll(/\b[a-zA-Z]\.(_\w+)=[a-zA-Z]\.([\w$]+),/g))
    bound.set(name, exported);
  const sources = [THIN, THIN_STREAMS].map((file) => readFileSync(file, 'utf8')).join('\n');
  const used = new Set(sources.match(/(?<=\braw\.)_\w+/g) ?? changed());
  return new Map([...used].map((name) => [name, bound.get(name) ?? changed()]));
}

/** The WASM of `sodium-thin`: what its calls reach, and nothing else. `factory` is the text of libsodium-sumo. */
export function takeOutThinWasm(factory: string): Uint8Array {
  const { wasm, glue } = takeOutWasm(factory);
  return pruneWasm(wasm, [...namesOfThinCalls(glue).values()]);
}

/**
 * The whole of what `sodium-thin` needs between itself and the WASM, where Emscripten's glue has 33 kB: memory that
 * grows, random numbers, and the few calls that the file names, under the minified names that the glue gives them.
 */
function makeThinGlue(glue: string): string {
  const bindings = [...namesOfThinCalls(glue)].map(([name, exported]) => `${name}: e.${exported}`);
  const [, onAssert] = /[{,](\w):\([\w,]+\)=>\w+\(`Assertion failed/.exec(glue) ?? changed();
  const [, onAbort, onConstant] = /,(\w):\(\)=>\w+\(""\),(\w):\(\w,\w,\w\)=>/.exec(glue) ?? changed();
  const [, onGrow] = /,(\w):\w+=>\{var \w+=\w+\.length,\w+=2147483648;/.exec(glue) ?? changed();
  const [, random] = /\{(\d+):\(\)=>\w+\.getRandomValue\(\),/.exec(glue) ?? changed();
  const [, memory] = /,\w+=\w+\.(\w+),\w+\.__indirect_function_table\}/.exec(glue) ?? changed();
  return `export default ({ getRandomValue, instantiateWasm }) => new Promise((resolve) => {
  let raw;
  const fail = () => { throw new WebAssembly.RuntimeError('aborted'); };
  const imports = {
    ${onAssert}: fail,
    ${onAbort}: fail,
    ${onConstant}: (code) => (code === ${random} ? getRandomValue() : 0),
    ${onGrow}: (size) => {
      try {
        raw.memory.grow(Math.ceil(((size >>> 0) - raw.memory.buffer.byteLength) / 65536));
        return 1;
      } catch {
        return 0;
      }
    },
  };
  instantiateWasm({ a: imports }, ({ exports: e }) => {
    raw = { memory: e.${memory}, get HEAPU8() { return new Uint8Array(e.${memory}.buffer); }, ${bindings.join(', ')} };
    resolve(raw);
  });
});`;
}

/**
 * libsodium-sumo carries its WASM as a string; a string cannot be streamed, cannot be fetched beside the script, and
 * compresses badly. The wrapped library's bytes become a file of their own, untouched, which it fetches by itself. A page
 * with `sodium-thin` fetches `virtual:sodium-wasm`, a third lighter: the same without the functions that it cannot reach,
 * and glue of its own measure.
 */
export function sodiumWasmAsAsset(): Plugin {
  const asset = (source: Uint8Array, name = 'libsodium-sumo.wasm') => ({ type: 'asset', name, source }) as const;
  return {
    name: 'sodium-wasm-as-asset',
    enforce: 'pre',
    apply: 'build',
    async resolveId(id, importer) {
      // For each importer anew: shared, the address would be a script of its own, and wait a round trip for it.
      if (id === ADDRESS) return `\0${ADDRESS}?${importer ?? ''}`;
      if (id !== 'libsodium-sumo' || importer !== THIN) return undefined;
      const factory = await this.resolve(id, importer, { skipSelf: true });
      return `${factory?.id ?? changed()}?thin`;
    },
    async load(id) {
      if (id.endsWith('?thin')) return makeThinGlue(takeOutWasm(readFileSync(id.slice(0, -5), 'utf8')).glue);
      if (!id.startsWith(`\0${ADDRESS}`)) return undefined;
      const factory = await this.resolve('libsodium-sumo', THIN, { skipSelf: true });
      const wasm = takeOutThinWasm(readFileSync(factory?.id ?? changed(), 'utf8'));
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile(asset(wasm, 'libsodium-thin.wasm'))};`;
    },
    transform: {
      filter: { id: FACTORY },
      handler(code) {
        const { wasm, glue } = takeOutWasm(code);
        const end = 'export default A;';
        if (!glue.includes(end) || !glue.includes('.instantiateWasm?')) changed();
        const factory = `export default (options) => new Promise((resolve, reject) => {
  const instantiateWasm = (imports, done) => {
    WebAssembly.instantiateStreaming(fetch(import.meta.ROLLUP_FILE_URL_${this.emitFile(asset(wasm))}), imports).then(({ instance, module }) => done(instance, module)).catch(reject);
  };
  A({ ...options, instantiateWasm }).then(resolve, reject);
});`;
        return { code: glue.replace(end, factory), map: null };
      },
    },
  };
}
