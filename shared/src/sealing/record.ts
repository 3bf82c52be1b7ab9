import type { SealedRecord } from '../api/statistics.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { padToLength, unpad } from './padding.ts';
import { decodeJson, encodeJson, open, seal } from './sealed.ts';

/** Every coded record is this long before sealing, so that none tells how much it holds. */
const RECORD_BYTES = 2048;

type RecordHead = Omit<SealedRecord, 'sealed'>;

const bindRecord = ({ recordId, revision, author, epoch, codebook }: RecordHead): Uint8Array =>
  pae(label('record'), utf8(recordId), le64(revision), utf8(author), le64(epoch), le64(codebook));

/** Seals a coded record under its author's statistics key of `epoch`. Throws `too_long`. */
export function sealRecord({
  statisticsKey,
  content,
  ...head
}: RecordHead & { statisticsKey: Uint8Array; content: unknown }): SealedRecord {
  const { recordId, revision, author, epoch, codebook } = head;
  const sealed = seal(statisticsKey, bindRecord(head), padToLength(encodeJson(content), RECORD_BYTES));
  return { recordId, revision, author, epoch, codebook, sealed };
}

/** The content as JSON. Throws `damaged`, `malformed`. */
export function openRecord(record: SealedRecord, statisticsKey: Uint8Array): unknown {
  return decodeJson(unpad(open(statisticsKey, bindRecord(record), record.sealed)));
}
