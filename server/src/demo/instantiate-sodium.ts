import { loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import { withStreams } from '@romduol/shared/sealing/sodium-thin-streams';
import type { Sodium } from '@romduol/shared/sealing/sodium';

/** The build that derives keys from words, from its compiled file. */
export async function instantiateSodium(wasm: WebAssembly.Module): Promise<Sodium> {
  const thin = await loadThinSodium(async (imports) => ({
    instance: await WebAssembly.instantiate(wasm, imports as WebAssembly.Imports),
  }));
  return withStreams(thin);
}
