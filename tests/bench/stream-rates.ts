/* oxlint-disable no-underscore-dangle -- the names that Emscripten gives to C functions */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '@romduol/shared/ids';
import { openAttachment, sealAttachment } from '@romduol/shared/sealing/attachment';
import { loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { ROOT } from './site.ts';

/** As a browser reads a file, and as it is sealed. */
const PIECE = 256 * 1024;
const ASSETS = join(ROOT, 'web/dist/public/assets');

/** Megabytes a second, all three by the build and the WASM that a reporter's worker and the server's threads run. */
export type StreamRates = {
  /** libsodium's own call on one piece again and again: nothing is copied, nothing handed out. */
  readonly alone: number[];
  /** A file sealed into chunks, and opened from them, each in memory of its own as it goes to the line or comes from it. */
  readonly sealed: number[];
  readonly opened: number[];
};

/** In turns, so that whatever else the machine does falls on all alike. Leaves the build that it measured installed. */
export async function measureStreams(content: Uint8Array, rounds: number): Promise<StreamRates> {
  const wasm = readdirSync(ASSETS).find((name) => /^libsodium-thin-.*\.wasm$/.test(name));
  if (wasm === undefined) throw new Error('libsodium is not built');
  const module = await WebAssembly.compile(readFileSync(join(ASSETS, wasm)));
  const thin = await loadThinSodium(async (imports) => ({
    instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports),
  }));
  useSodium(withStreams(thin));
  const { raw } = thin;
  const [state = 0, header = 0, key = 0, from = 0, to = 0] = [52, 24, 32, PIECE, PIECE + 17].map((length) =>
    raw._malloc(length),
  );
  const rateOf = (act: () => void): number => {
    const began = performance.now();
    act();
    return content.length / 1000 / (performance.now() - began);
  };
  const owner = { caseId: crypto.randomUUID() as CaseId, place: 0, key: sodium().randomBytes(32) };
  const rates: StreamRates = { alone: [], sealed: [], opened: [] };
  // One round that is not counted: the compiler has made the best of the code by its end.
  for (let round = 0; round <= rounds; round += 1) {
    const alone = rateOf(() => {
      raw._crypto_secretstream_xchacha20poly1305_init_pull(state, header, key);
      for (let left = content.length; left > 0; left -= PIECE)
        raw._crypto_secretstream_xchacha20poly1305_push(state, to, 0, from, Math.min(left, PIECE), 0, 0, 0, 0, 0);
    });
    const sealer = sealAttachment(owner);
    const opener = openAttachment(owner, content.length);
    const spent = { sealing: 0, opening: 0 };
    // Chunk by chunk, and none is kept: an upload has a few of them in memory at a time.
    const through = (seal: () => Iterable<Uint8Array>): void => {
      const began = performance.now();
      const chunks = [...seal()];
      const sealed = performance.now();
      for (const chunk of chunks) opener.open(chunk);
      spent.sealing += sealed - began;
      spent.opening += performance.now() - sealed;
    };
    for (let at = 0; at < content.length; at += PIECE) through(() => sealer.push(content.subarray(at, at + PIECE)));
    through(() => sealer.finish());
    opener.finish();
    if (round === 0) continue;
    rates.alone.push(alone);
    rates.sealed.push(content.length / 1000 / spent.sealing);
    rates.opened.push(content.length / 1000 / spent.opening);
  }
  return rates;
}
