import { bytesOf } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';
import { copyOf, readChunks, wrapChunk } from './riff.ts';

const NEEDED = ['fmt ', 'fact', 'data'];

/** Keeps format, length and samples, each once and byte for byte. LIST, bext, iXML, id3, cue points and the rest go. */
export async function planWav(source: Source): Promise<PieceList> {
  const body = new PieceList();
  body.write(bytesOf('WAVE'));
  const found = new Set<string>();
  // The length that the file states for itself is not read: recorders that were cut short leave it at nothing.
  for await (const chunk of readChunks(source, 12, source.size)) {
    if (!NEEDED.includes(chunk.name) || found.has(chunk.name)) continue;
    found.add(chunk.name);
    body.append(wrapChunk(chunk.name, copyOf(chunk)));
  }
  if (!found.has('fmt ') || !found.has('data')) throw new CannotClean('damaged');
  return wrapChunk('RIFF', body);
}
