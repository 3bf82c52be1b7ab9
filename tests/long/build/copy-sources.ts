import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
/** What a package is built with rather than of: it may stay where it is. */
const TOOLS = new Set(['vite', '@types']);

/** Symbolic links below a folder of packages, those of a scope among them. */
function linksIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (lstatSync(path).isSymbolicLink()) return [path];
    return name.startsWith('@') ? linksIn(path) : [];
  });
}

/** Links a package as it is linked here, and copies what it leads to, with everything that needs in turn. */
function copyPackage(link: string, to: string): void {
  const copied = join(to, relative(ROOT, link));
  if (existsSync(copied)) return;
  mkdirSync(dirname(copied), { recursive: true });
  const target = resolve(dirname(link), readlinkSync(link));
  symlinkSync(relative(dirname(link), target), copied);
  const inStore = /^(.*[\\/]\.pnpm[\\/][^\\/]+[\\/]node_modules)[\\/]/.exec(target)?.[1];
  // A package of ours is among the sources.
  if (inStore === undefined) return;
  const there = join(to, relative(ROOT, target));
  if (existsSync(there)) return;
  cpSync(target, there, { recursive: true });
  for (const other of linksIn(inStore)) copyPackage(other, to);
}

/** A copy of everything that the web build reads, in another folder; returns the folder of its configuration. */
export function copyWebSources(to: string): string {
  mkdirSync(to, { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'pnpm-workspace.yaml'])
    cpSync(join(ROOT, name), join(to, name));
  for (const name of ['shared', 'web']) {
    const own = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));
    cpSync(join(ROOT, name), join(to, name), { recursive: true, filter: own });
    for (const link of linksIn(join(ROOT, name, 'node_modules'))) {
      const packageName = relative(join(ROOT, name, 'node_modules'), link);
      if (![...TOOLS].some((tool) => packageName.startsWith(tool))) copyPackage(link, to);
    }
  }
  symlinkSync(join(ROOT, 'web/node_modules/vite'), join(to, 'web/node_modules/vite'));
  return join(to, 'web');
}
