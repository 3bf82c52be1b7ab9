import type { SealedDirectoryEntry } from '../api/directory.ts';
import type { OrganisationId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { pad, unpad } from './padding.ts';
import { decodeJson, encodeJson, open, seal } from './sealed.ts';

const FLOOR = 1024;

type EntryHead = Omit<SealedDirectoryEntry, 'sealed'>;

const bindEntry = (organisation: OrganisationId, { entryId, revision, epoch }: EntryHead): Uint8Array =>
  pae(label('directory'), utf8(organisation), utf8(entryId), le64(revision), le64(epoch));

/** Seals an entry of an organisation's directory under its directory key of `epoch`. */
export function sealDirectoryEntry({
  organisation,
  directoryKey,
  content,
  ...head
}: EntryHead & { organisation: OrganisationId; directoryKey: Uint8Array; content: unknown }): SealedDirectoryEntry {
  const { entryId, revision, epoch } = head;
  const sealed = seal(directoryKey, bindEntry(organisation, head), pad(encodeJson(content), FLOOR));
  return { entryId, revision, epoch, sealed };
}

/** The content as JSON. Throws `damaged`, `malformed`. */
export function openDirectoryEntry(
  entry: SealedDirectoryEntry,
  { organisation, directoryKey }: { organisation: OrganisationId; directoryKey: Uint8Array },
): unknown {
  return decodeJson(unpad(open(directoryKey, bindEntry(organisation, entry), entry.sealed)));
}
