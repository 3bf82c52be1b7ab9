import type { SignedRecordList } from '../api/statistics.ts';
import type { Day, MemberId, RecordId } from '../ids.ts';
import { fromBase64url, toBase64url, toHex } from './bytes.ts';
import { SealingError } from './errors.ts';
import { day as dayField, fields, malformed, text, whole } from './fields.ts';
import { decodeJson, encodeJson } from './sealed.ts';
import { checkSignature, signParts } from './signature.ts';
import type { KeyPair } from './sodium.ts';

/** Which revision of a coded record its author handed in last. */
export type ListedRecord = { readonly recordId: RecordId; readonly revision: number };

/**
 * What an author has handed in and knows of no release that counted it. With it a publisher finds what a server keeps back,
 * serves as it was earlier, or has from somebody else.
 */
export type RecordList = {
  readonly member: MemberId;
  /** Of the author's lists, from 1: each takes the place of the one before. */
  readonly number: number;
  readonly day: Day;
  /** In the order of their ids, each once. */
  readonly records: readonly ListedRecord[];
};

const ID_BYTES = 16;
/** The id, and its revision in four bytes, low one first. */
const ROW_BYTES = ID_BYTES + 4;

/** Signs a list, in whatever order its records are given. */
export function signRecordList({ member, number, day, records }: RecordList, signing: KeyPair): SignedRecordList {
  const packed = new Uint8Array(records.length * ROW_BYTES);
  const inOrder = records.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));
  for (const [i, record] of inOrder.entries()) packed.set(packRow(record), i * ROW_BYTES);
  const list = encodeJson({ v: 1, member, number, day, records: toBase64url(packed) });
  return { member, number, list, signature: signParts('records', [list], signing.secretKey) };
}

/** Throws `bad_signature`, `malformed`, and `damaged` when the row beside it says something else. */
export function openRecordList(signed: SignedRecordList, signerKey: Uint8Array): RecordList {
  checkSignature('records', [signed.list], signed.signature, signerKey);
  return readRecordList(signed);
}

/** The same for the server, which checked the signature when it took the list. */
export function readRecordList(signed: SignedRecordList): RecordList {
  const said = fields(decodeJson(signed.list));
  if (said['v'] !== 1) malformed();
  const list: RecordList = {
    member: text<MemberId>(said['member']),
    number: whole(said['number']),
    day: dayField<Day>(said['day']),
    records: readRows(readBytes(said['records'])),
  };
  if (list.member !== signed.member || list.number !== signed.number) throw new SealingError('damaged');
  return list;
}

function packRow({ recordId, revision }: ListedRecord): Uint8Array {
  const row = new Uint8Array(ROW_BYTES);
  const hex = recordId.replaceAll('-', '');
  for (let at = 0; at < ID_BYTES; at += 1) row[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  new DataView(row.buffer).setUint32(ID_BYTES, revision, true);
  return row;
}

/** Any number of bytes in base64url. Throws `malformed`, for a single letter left over too, which stands for no byte. */
function readBytes(value: unknown): Uint8Array {
  const encoded = text(value, /^[\w-]*$/);
  return encoded.length % 4 === 1 ? malformed() : fromBase64url(encoded);
}

function readRows(packed: Uint8Array): ListedRecord[] {
  if (packed.length % ROW_BYTES !== 0) malformed();
  const records: ListedRecord[] = [];
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = 0; at < packed.length; at += ROW_BYTES) {
    const hex = toHex(packed.subarray(at, at + ID_BYTES));
    const recordId = [0, 8, 12, 16, 20].map((from, i, starts) => hex.slice(from, starts[i + 1])).join('-') as RecordId;
    const revision = view.getUint32(at + ID_BYTES, true);
    const last = records.at(-1);
    if (revision < 1 || (last !== undefined && last.recordId >= recordId)) malformed();
    records.push({ recordId, revision });
  }
  return records;
}
