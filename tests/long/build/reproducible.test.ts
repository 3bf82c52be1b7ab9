import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyWebSources } from './copy-sources.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Builds the pages’ scripts from a folder, as somebody else might on their machine. */
async function build(web: string, environment: Record<string, string>): Promise<void> {
  const vite = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '-c', join(web, 'vite.config.ts'), '--logLevel', 'error'],
    { cwd: join(web, '..'), env: { PATH: process.env['PATH'], ...environment } },
  );
  let said = '';
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(vite, 'exit')) as [number | null];
  if (status !== 0) throw new Error(said.slice(-2000));
}

/** SHA-256 of every file built, by name. */
function hashesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length), hash(path)]),
  );
}

test('two builds in different folders, by different people, give equal bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'romduol-build-'));
  try {
    const one = copyWebSources(join(folder, 'a'));
    const other = copyWebSources(join(folder, 'somebody else’s', 'much deeper', 'romduol-2'));
    await build(one, { TZ: 'Asia/Phnom_Penh', LANG: 'km_KH.UTF-8', HOME: '/nowhere', USER: 'one' });
    await build(other, { TZ: 'America/New_York', LC_ALL: 'C', NODE_ENV: '', HOME: folder, CI: 'true' });
    const [first, second] = [one, other].map((web) => hashesBelow(join(web, 'dist/public')));
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(30);
    expect(second).toEqual(first);
    // Nothing in it tells where it was built.
    const telling = Object.keys(first ?? {}).filter((name) =>
      readFileSync(join(one, 'dist/public', name)).includes(folder),
    );
    expect(telling).toEqual([]);

    // The control: a byte that differs shows.
    appendFileSync(join(one, 'dist/public', Object.keys(first ?? {}).at(-1) ?? ''), '.');
    expect(hashesBelow(join(one, 'dist/public'))).not.toEqual(second);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
