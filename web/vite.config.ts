import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type Plugin, defineConfig } from 'vite';
import { pinRoot } from './pin-root.ts';
import { sodiumWasmAsAsset } from './sodium-wasm-plugin.ts';

/** Compresses each asset once, here, as well as Brotli can: the server sends the bytes as they are. */
function brotliBeside(): Plugin {
  let folder = '';
  return {
    name: 'brotli-beside',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, 'assets');
    },
    async closeBundle() {
      const files = (await readdir(folder)).filter((file) => /\.(js|css|svg|wasm)$/.test(file));
      const compress = promisify(brotliCompress);
      await Promise.all(
        files.map(async (file) => {
          const bytes = await readFile(join(folder, file));
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
          await writeFile(join(folder, `${file}.br`), await compress(bytes, { params }));
        }),
      );
    },
  };
}

/**
 * Vite wraps each dynamic import in two kilobytes that preload a chunk's styles and dependencies. Ours have none: one
 * script is fetched, at the moment it is asked for. Should a chunk bring styles some day, the build says so.
 */
function plainDynamicImports(): Plugin {
  return {
    name: 'plain-dynamic-imports',
    enforce: 'pre',
    apply: 'build',
    // For each importer anew, or what is left of it becomes a script that every page waits for.
    resolveId: {
      filter: { id: /vite\/preload-helper/ },
      handler: (id, importer) => `${id}?${importer ?? ''}`,
    },
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isDynamicEntry && (chunk.viteMetadata?.importedCss.size ?? 0) > 0)
          this.error(`${chunk.fileName} is imported on demand and brings styles, which nothing would load`);
      }
    },
  };
}

const names = { entryFileNames: 'assets/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' };

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  define: pinRoot(),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sodiumWasmAsAsset(), plainDynamicImports(), brotliBeside()],
  worker: { format: 'es', plugins: () => [sodiumWasmAsAsset()], rolldownOptions: { output: names } },
  build: {
    // Browsers inside apps grow old; what they lack in calls, a test of the built scripts finds.
    target: 'es2020',
    // Style sheets are written for old browsers by hand. Rewritten for them, each `system-ui` becomes nine families and each
    // logical side forty languages: a quarter of the page's style sheet, which is in its first bytes. Newer than this,
    // `min-width` becomes a range, which old ones do not know.
    cssTarget: ['chrome103', 'ios15.4'],
    manifest: true,
    outDir: 'dist/public',
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    // Of the console's script; the report page's is held to its weight by a test.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        leave: 'src/enhance/leave.ts',
        report: 'src/enhance/report.ts',
        return: 'src/enhance/return.ts',
        console: 'src/console/main.tsx',
        public: 'src/styles/public.css',
        charts: 'src/styles/charts.css',
        flower: 'src/styles/flower.svg',
      },
      output: { ...names, chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
