import { loadThinSodium } from '@romduol/shared/sealing/sodium-thin';
import type { Sodium } from '@romduol/shared/sealing/sodium';

/** The build that derives keys from words, from its compiled file. */
export const instantiateSodium = (wasm: WebAssembly.Module): Promise<Sodium> =>
  loadThinSodium(async (imports) => ({
    instance: await WebAssembly.instantiate(wasm, imports as WebAssembly.Imports),
  }));
