import binaryen from 'binaryen';

const EXPORTS = 7;
const CODE = 10;
/** No locals; `unreachable`; end. */
const EMPTY_BODY = Uint8Array.of(0x00, 0x00, 0x0b);

/**
 * The same WebAssembly module with nothing in the functions that cannot be reached from the exports that are kept, so that it
 * weighs less on the wire. What remains is the same bytes at the same indices: a compiler or an optimiser could make time
 * depend on secrets where the authors of a cryptographic library took care that it does not. Throws when a name is
 * not exported. Memory and tables stay exported.
 */
export function pruneWasm(wasm: Uint8Array, keptFunctions: readonly string[]): Uint8Array {
  const reached = findReached(wasm, keptFunctions);
  const parts = [wasm.subarray(0, 8)];
  for (const { id, content } of readSections(wasm)) {
    let kept = content;
    if (id === EXPORTS) kept = pruneExports(content, new Set(keptFunctions));
    if (id === CODE) kept = emptyBodies(content, reached);
    parts.push(Uint8Array.of(id), writeNumber(kept.length), kept);
  }
  return Buffer.concat(parts);
}

/** For each function that the module defines, in its order, whether something that is kept may call it. */
function findReached(wasm: Uint8Array, keptFunctions: readonly string[]): boolean[] {
  const module = binaryen.readBinary(wasm);
  try {
    module.setFeatures(binaryen.Features.All);
    const kept = new Set(keptFunctions);
    const exported = Array.from({ length: module.getNumExports() }, (_, i) =>
      binaryen.getExportInfo(module.getExportByIndex(i)),
    );
    for (const { kind, name } of exported)
      if (kind === binaryen.ExternalFunction && !kept.delete(name)) module.removeExport(name);
    if (kept.size > 0) throw new Error(`not exported: ${[...kept].join(', ')}`);
    const defined = Array.from({ length: module.getNumFunctions() }, (_, i) =>
      binaryen.getFunctionInfo(module.getFunctionByIndex(i)),
    ).filter(({ base, module: from }) => !from && !base);
    module.runPasses(['remove-unused-module-elements']);
    return defined.map(({ name }) => module.getFunction(name) !== 0);
  } finally {
    module.dispose();
  }
}

type Section = { readonly id: number; readonly content: Uint8Array };

function* readSections(wasm: Uint8Array): Generator<Section> {
  for (let at = 8; at < wasm.length;) {
    const id = wasm[at] ?? 0;
    const size = readNumber(wasm, at + 1);
    at = size.end + size.value;
    yield { id, content: wasm.subarray(size.end, at) };
  }
}

/** An export is a name, a kind and an index; functions are of kind 0. */
function pruneExports(content: Uint8Array, keptFunctions: ReadonlySet<string>): Uint8Array {
  const count = readNumber(content, 0);
  const entries: Uint8Array[] = [];
  let at = count.end;
  for (let i = 0; i < count.value; i += 1) {
    const length = readNumber(content, at);
    const name = content.subarray(length.end, length.end + length.value);
    const kind = content[length.end + length.value];
    const { end } = readNumber(content, length.end + length.value + 1);
    if (kind !== 0 || keptFunctions.has(Buffer.from(name).toString('utf8'))) entries.push(content.subarray(at, end));
    at = end;
  }
  return Buffer.concat([writeNumber(entries.length), ...entries]);
}

function emptyBodies(content: Uint8Array, reached: readonly boolean[]): Uint8Array {
  const count = readNumber(content, 0);
  if (count.value !== reached.length) throw new Error('the functions of the module were counted differently');
  const bodies: Uint8Array[] = [];
  let at = count.end;
  for (const kept of reached) {
    const size = readNumber(content, at);
    const body = content.subarray(size.end, size.end + size.value);
    at = size.end + size.value;
    const left = kept ? body : EMPTY_BODY;
    bodies.push(writeNumber(left.length), left);
  }
  return Buffer.concat([writeNumber(count.value), ...bodies]);
}

/** LEB128, as WebAssembly writes numbers without a sign. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, shift = 0; shift < 35; at += 1, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Error('not a number of WebAssembly');
}

function writeNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Uint8Array.of(...bytes, left);
    bytes.push((left % 128) | 0x80);
  }
}
