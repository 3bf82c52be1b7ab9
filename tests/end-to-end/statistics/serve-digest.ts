import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';

/** A page that makes releases in the browser that opens it and shows their hash as its title. */
export type DigestSite = { readonly addressOf: (order: number) => string; close(): Promise<void> };

const DIGEST = join(import.meta.dirname, '../../unit/statistics/digest-releases.ts');
const ENTRY = 'digest-page';

/** The order of the records comes with the address, the hash of the releases goes into the title. */
const PAGE = `import { digestReleases } from ${JSON.stringify(DIGEST)};
document.title = digestReleases(Number(new URLSearchParams(location.search).get('order')));`;

/** Bundles the statistics of the source for browsers, as the console's worker is, and serves them on this machine. */
export async function serveDigest(): Promise<DigestSite> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    plugins: [
      { name: ENTRY, resolveId: (id) => (id === ENTRY ? id : null), load: (id) => (id === ENTRY ? PAGE : null) },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (bundle === undefined || !('output' in bundle)) throw new Error('nothing was built');
  const script = bundle.output[0].code;
  const server = createServer(({ url = '' }, answer) => {
    const isScript = url.startsWith('/page.js');
    answer.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    answer.end(
      isScript ? script : '<!doctype html><title>counting</title><script type="module" src="/page.js"></script>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (order) => `http://127.0.0.1:${port}/?order=${order}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
