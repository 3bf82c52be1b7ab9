import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadStandardSodium } from '@romduol/shared/sealing/sodium-standard';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { loadAssets } from '../assets/assets.ts';
import { reachDeployed } from './deployed.ts';
import { assetFiles, writeManifest } from './expected-files.ts';
import { verifyWeb } from './verify-web.ts';

/** Where the build put this file: `server/dist/program`. */
const ROOT = join(import.meta.dirname, '../../..');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const USAGE = `npm run verify-web -- https://report.example.org   compares a deployment with this source
  --manifest=FILE   also writes the SHA-256 of every file that should be served; without an address, of the build alone`;

/** An address that nobody on the line can change the answers of; null for any other. */
function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin, pathname, search } = new URL(text);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback);
  return safe && pathname === '/' && search === '' ? origin : null;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { manifest: { type: 'string' }, built: { type: 'string', default: join(ROOT, 'web/dist/checked') } },
    allowPositionals: true,
  });
  useSodium(await loadStandardSodium());
  const assets = loadAssets(values.built);
  const [address, ...more] = positionals;
  const origin = readOrigin(address ?? '');
  if ((origin === null && (address !== undefined || values.manifest === undefined)) || more.length > 0) {
    say(USAGE);
    return 2;
  }
  if (origin === null) {
    writeFileSync(values.manifest ?? '', writeManifest(assetFiles(assets)));
    return 0;
  }
  const { stated, files, differences } = await verifyWeb(reachDeployed(origin), assets, Date.now);
  if (values.manifest !== undefined) writeFileSync(values.manifest, writeManifest(files));
  say(`${origin} says of itself:`);
  for (const line of stated) say(`  ${line}`);
  if (differences.length === 0) {
    say(`All ${files.length} files and pages are what this source makes.`);
    return 0;
  }
  say(differences.length === 1 ? 'One difference:' : `${differences.length} differences:`);
  for (const line of differences) say(`  ${line}`);
  return 1;
}

process.exitCode = await main();
