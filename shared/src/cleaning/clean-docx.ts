import { type Zippable, unzipSync, zipSync } from 'fflate';
import { CannotClean } from './cannot-clean.ts';
import type { CannotCleanFile, CleanedFile } from './clean-file.ts';
import { LIST_RULES, PART_RULES, fateOf, linkRules } from './docx-rules.ts';
import { FILE_KINDS } from './file-kinds.ts';
import { readerOf } from './readable-file.ts';
import { recogniseFile } from './recognise-file.ts';
import { type XmlRules, rewriteXml } from './rewrite-xml.ts';

/** All parts together, unpacked, in bytes. Text packs well, so it is no multiple of the file; it is what memory allows. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 2_000;

/**
 * Writes a Word document anew: its text, styles and pictures without properties, comments, names and dates of changes,
 * ids of sittings, templates, paths, and what its pictures say of themselves. Macros, packed files and parts that are not
 * known are refused.
 */
export async function cleanDocx(
  bytes: Uint8Array,
  cleanPicture: (bytes: Uint8Array) => Promise<CleanedFile | CannotCleanFile>,
): Promise<Uint8Array> {
  const parts = unpack(bytes);
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) throw new CannotClean('damaged');
  const cleaned: Zippable = {};
  for (const [name, content] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fate = fateOf(name);
    if (fate === 'keep') cleaned[name] = content;
    else if (fate === 'rewrite') cleaned[name] = rewrite(content, PART_RULES);
    else if (fate === 'list') cleaned[name] = rewrite(content, LIST_RULES);
    else if (fate === 'links')
      cleaned[name] = rewrite(content, linkRules(name.replace(/_rels\/[^/]*$/, '').replace(/\/$/, '')));
    else if (fate === 'picture') cleaned[name] = await picture(content, cleanPicture);
  }
  // A time in the local zone, which is how an archive states it: the same bytes wherever it is made.
  return zipSync(cleaned, { mtime: new Date(1980, 0, 1) });
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let [total, count] = [0, 0];
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    total += originalSize;
    count += 1;
    if (total > LARGEST_UNPACKED || count > MOST_PARTS) throw new CannotClean('too_large');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })).filter(([name]) => !name.endsWith('/')));
  } catch (error) {
    throw error instanceof CannotClean ? error : new CannotClean('damaged');
  }
}

function rewrite(content: Uint8Array, rules: XmlRules): Uint8Array {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new CannotClean('damaged');
  }
  return new TextEncoder().encode(rewriteXml(xml, rules));
}

async function picture(
  content: Uint8Array,
  cleanPicture: (bytes: Uint8Array) => Promise<CleanedFile | CannotCleanFile>,
): Promise<Uint8Array> {
  const kind = await recogniseFile(readerOf(content));
  // Before it is cleaned: an archive that holds itself would never come to an end.
  if (kind === 'unknown' || !FILE_KINDS[kind].type.startsWith('image/')) throw new CannotClean('unknown_parts');
  const cleaned = await cleanPicture(content);
  if (cleaned.kind === 'cleaned') return cleaned.bytes;
  throw new CannotClean('unknown_parts');
}
