import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Compiles what threads call of libsodium’s sumo build, of which this process's main thread holds only the smaller sister. The file is the one
 * that browsers get; `root` holds `web/dist`. Threads share what is compiled.
 */
export async function compileSodium(root: string): Promise<WebAssembly.Module> {
  const assets = join(root, 'web/dist/public/assets');
  const wasm = (await readdir(assets)).find((name) => /^libsodium-thin-.*\.wasm$/.test(name));
  if (wasm === undefined) throw new Error('libsodium is not built');
  return WebAssembly.compile(await readFile(join(assets, wasm)));
}
