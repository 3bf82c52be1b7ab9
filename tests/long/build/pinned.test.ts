import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
/** Whatever judges a keyring. */
const JUDGES = /^(sealing-worker|return-worker|desk-worker)-[\w-]+\.js$/;

function scriptsOf(folder: string, key: string): Map<string, string> {
  const outDir = mkdtempSync(join(tmpdir(), 'romduol-pinned-'));
  try {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = [
      'build',
      '-c',
      `${folder}/vite.config.ts`,
      '--outDir',
      outDir,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ];
    execFileSync(process.execPath, [vite, ...args], { cwd: ROOT, env: { ...process.env, ROOT_KEY: key } });
    const below = folder === 'web' ? join(outDir, 'assets') : outDir;
    const names = readdirSync(below).filter((name) => name.endsWith('.js'));
    return new Map(names.map((name) => [name, readFileSync(join(below, name), 'utf8')]));
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

test('a build for a root key carries it wherever a keyring is judged, and one for none carries none', () => {
  const key = Buffer.alloc(32, 91).toString('base64url');
  const holders = (scripts: Map<string, string>) => [...scripts].filter(([, text]) => text.includes(key));
  const web = scriptsOf('web', key);
  const judges = [...web.keys()].filter((name) => JUDGES.test(name));
  expect(judges).toHaveLength(3);
  expect(holders(web).map(([name]) => name)).toEqual(expect.arrayContaining(judges));
  const server = holders(scriptsOf('server', key)).map(([name]) => name);
  expect(server).toHaveLength(1);
  expect(holders(scriptsOf('web', ''))).toEqual([]);
  // One letter short: a build that pins nothing by mistake would look like one that does.
  expect(() => scriptsOf('web', key.slice(1))).toThrow('ROOT_KEY');
});
