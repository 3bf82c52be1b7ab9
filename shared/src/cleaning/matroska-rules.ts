import { byteAt, bytesOf, hasName } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Rule, type Rules, childrenOf, readVarint, rewriteElements } from './ebml.ts';
import { emptyComments } from './vorbis-comment.ts';

/** Ids of elements, with their marker bits, by the names that RFC 9559 gives them. */
export const ID = {
  EBML: 0x1a45dfa3,
  Segment: 0x18538067,
  SeekHead: 0x114d9b74,
  Info: 0x1549a966,
  Tracks: 0x1654ae6b,
  Cluster: 0x1f43b675,
  Cues: 0x1c53bb6b,
  Chapters: 0x1043a770,
  Attachments: 0x1941a469,
  Tags: 0x1254c367,
  TrackEntry: 0xae,
  TrackNumber: 0xd7,
  TrackUID: 0x73c5,
  TrackType: 0x83,
  Language: 0x22b59c,
  CodecID: 0x86,
  CodecPrivate: 0x63a2,
  MuxingApp: 0x4d80,
  WritingApp: 0x5741,
  SimpleBlock: 0xa3,
  BlockGroup: 0xa0,
  Block: 0xa1,
} as const;

const keep = (...ids: number[]): [number, Rule][] => ids.map((id) => [id, 'keep']);
const blank: Rule = (content) => {
  content.fill(0);
  return true;
};

const SEEK_ID = 0x53ab;
const FOUND: ReadonlySet<number> = new Set([ID.SeekHead, ID.Info, ID.Tracks, ID.Cluster, ID.Cues]);
/** Where to find what is still there; an entry for what is gone goes with it. */
const keepsItsTarget: Rule = (content) =>
  childrenOf(content).some(
    ({ id, start, end }) =>
      id === SEEK_ID && FOUND.has(content.subarray(start, end).reduce((total, byte) => total * 256 + byte, 0)),
  );

/** Versions and lengths, and the document's type. */
export const HEADER_RULES: Rules = new Map(keep(0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285));
export const SEEK_HEAD_RULES: Rules = new Map([[0x4dbb, keepsItsTarget]]);
/** Scale and duration; the names of programs are mandatory and become empty. */
export const INFO_RULES: Rules = new Map([...keep(0x2ad7b1, 0x4489), [ID.MuxingApp, blank], [ID.WritingApp, blank]]);
export const CUES_RULES: Rules = new Map([
  [0xbb, new Map<number, Rule>([...keep(0xb3), [0xb7, new Map(keep(0xf7, 0xf1, 0xf0, 0xb2, 0x5378))]])],
]);
/** What may stand in a cluster and in a group of blocks beside blocks: times, references, transparency. */
export const KEPT_IN_CLUSTER: ReadonlySet<number> = new Set([0xe7, 0xa7, 0xab]);
export const KEPT_IN_GROUP: ReadonlySet<number> = new Set([ID.Block, 0x9b, 0xfb, 0xfa, 0xa4, 0x75a1, 0x75a2]);

const undetermined: Rule = (content) => {
  if (content.length < 3) return false;
  content.fill(0);
  content.set(bytesOf('und'));
  return true;
};

/** Numbers, flags, delays, codec, and how pictures and sounds are to be shown. Names are not among them. */
const ENTRY_RULES: Rules = new Map<number, Rule>([
  ...keep(ID.TrackNumber, ID.TrackType, ID.CodecID, ID.CodecPrivate),
  ...keep(0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23e383, 0x234e7a, 0x55ee, 0x56aa, 0x56bb, 0x6d80),
  [ID.TrackUID, 'keep'],
  [ID.Language, undetermined],
  [
    0xe0,
    new Map(
      keep(
        0x9a,
        0x9d,
        0x53b8,
        0x53c0,
        0xb0,
        0xba,
        0x54aa,
        0x54bb,
        0x54cc,
        0x54dd,
        0x54b0,
        0x54ba,
        0x54b2,
        0x54b3,
        0x2eb524,
        0x55b0,
        0x7670,
      ),
    ),
  ],
  [0xe1, new Map(keep(0xb5, 0x78b5, 0x9f, 0x6264))],
]);

const [VIDEO, AUDIO] = [1, 2];
/** Codecs whose private part holds settings only; of Vorbis, we empty the comments in it. */
const CODECS =
  /^(V_VP8|V_VP9|V_AV1|V_MPEG4\/ISO\/AVC|V_MPEGH\/ISO\/HEVC|A_OPUS|A_VORBIS|A_AAC.*|A_MPEG\/L3|A_PCM\/.*)\0*$/;

/** Rules for the tracks; those that stay are added, by their numbers, to `kept`. */
export function tracksRules(kept: Map<number, 'picture' | 'sound'>): Rules {
  return new Map([[ID.TrackEntry, (content) => cleanEntry(content, kept)]]);
}

function cleanEntry(content: Uint8Array, kept: Map<number, 'picture' | 'sound'>): boolean {
  const parts = new Map(childrenOf(content).map(({ id, start, end }) => [id, content.subarray(start, end)]));
  const numberOf = (id: number): number =>
    (parts.get(id) ?? new Uint8Array(0)).reduce((total, byte) => total * 256 + byte, 0);
  const type = numberOf(ID.TrackType);
  if (type !== VIDEO && type !== AUDIO) return false;
  const codec = String.fromCharCode(...(parts.get(ID.CodecID)?.subarray(0, 64) ?? []));
  if (!CODECS.test(codec)) throw new CannotClean('unknown_parts');
  const number = numberOf(ID.TrackNumber);
  kept.set(number, type === VIDEO ? 'picture' : 'sound');
  const uid = parts.get(ID.TrackUID);
  // Random, and the same in every file that was made of this one. It may not be 0.
  uid?.fill(0).set([number & 0xff || 1], uid.length - 1);
  if (codec.startsWith('A_VORBIS')) emptyVorbisComments(parts.get(ID.CodecPrivate) ?? new Uint8Array(0));
  rewriteElements(content, ENTRY_RULES);
  return true;
}

/** Three packets behind their count and the lengths of the first two; the second holds the comments. */
function emptyVorbisComments(bytes: Uint8Array): void {
  if (byteAt(bytes, 0) !== 2) throw new CannotClean('damaged');
  let at = 1;
  const lengths = [0, 0].map(() => {
    let length = 0;
    for (; byteAt(bytes, at) === 255; at += 1) length += 255;
    length += byteAt(bytes, at);
    at += 1;
    return length;
  });
  const [first = 0, second = 0] = lengths;
  if (!hasName(bytes, at + first, '\x03vorbis') || at + first + second > bytes.length) throw new CannotClean('damaged');
  bytes.set(emptyComments('\x03vorbis', second), at + first);
}

/** The number of the track that a block belongs to. */
export function trackOf(block: Uint8Array): number {
  return readVarint(block, 0).value;
}
