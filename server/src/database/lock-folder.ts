import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path a Unix socket may have, bytes, on every system we know (`sun_path`, with its final zero). */
const SOCKET_PATH_MAX = 107;

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Holds a data folder for this process alone: PGlite itself lets two processes write one folder and silently loses
 * rows. The lock is a Unix socket, which the system closes however the process ends.
 *
 * @throws FolderInUse when a living process answers on the folder's socket
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = socketPath(folder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(path);
    if (server !== null) return { release: () => new Promise((resolve) => void server.close(() => resolve())) };
    await removeStale(path, folder);
  }
  throw inUse(folder);
}

function socketPath(folder: string): string {
  const real = realpathSync(folder);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\romduol-${name}`;
  const inside = join(real, 'in-use.sock');
  return Buffer.byteLength(inside) <= SOCKET_PATH_MAX ? inside : join(tmpdir(), `romduol-${name}.sock`);
}

/** Null when the address is taken, by a living process or by the file that a killed one left. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * Moves the socket aside before judging it: were it unlinked where it stands, two processes starting at once could
 * each remove the other's fresh socket and both go on.
 */
async function removeStale(path: string, folder: string): Promise<void> {
  if (await answers(path)) throw inUse(folder);
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (await answers(aside)) {
    renameSync(aside, path);
    throw inUse(folder);
  }
  rmSync(aside, { force: true });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

const inUse = (folder: string): FolderInUse =>
  new FolderInUse(`${folder} is in use by another process of this program. Stop that one first, or set DATA_DIR.`);
