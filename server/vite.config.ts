import { defineConfig } from 'vite';
import { pinRoot } from '../web/pin-root.ts';
import { sodiumWasmAsAsset } from '../web/sodium-wasm-plugin.ts';

/** Programs and threads that Node starts: our packages bundled, everything else from node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  define: pinRoot(),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sodiumWasmAsAsset()],
  // The form thread is started anew for each form: with what it needs in its own files it starts a quarter sooner.
  ssr: { noExternal: [/^@romduol\//, /^preact/, 'marked', 'uqr', '@fastify/busboy'], external: true as const },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/program',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        'form-worker': 'src/intake/form-worker.tsx',
        demo: 'src/demo/main.ts',
        'verify-web': 'src/verify-web/main.ts',
        'receipt-worker': 'src/demo/receipt-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
