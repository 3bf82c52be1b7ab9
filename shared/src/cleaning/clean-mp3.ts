import { be32, byteAt, bytesOf, hasName } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';
import { type FrameFormat, findFirstFrame, framesFrom } from './sound-frames.ts';

/** Kilobits a second by the index in a header, for layer III of MPEG 1 and of MPEG 2 and 2.5; 0: not used. */
const RATES_OF_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const RATES_OF_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** Sync word, version, layer and sample rate: what all frames of a stream have in common. */
const COMMON = 0xff_fe_0c_00;

/** The length in bytes of the layer III frame with this header, 0 when it is none. */
function frameLength(header: number): number {
  const version = (header >>> 19) & 3;
  const samples = SAMPLE_RATES[(header >>> 10) & 3];
  const isLayer3 = header >>> 21 === 0x7ff && version !== 1 && ((header >>> 17) & 3) === 1;
  if (!isLayer3 || samples === undefined) return 0;
  const [rates, slots, divisor] =
    version === 3 ? [RATES_OF_1, 144_000, 1] : ([RATES_OF_2, 72_000, version === 2 ? 2 : 4] as const);
  const rate = rates[(header >>> 12) & 15] ?? 0;
  return rate === 0 ? 0 : Math.floor((slots * rate) / (samples / divisor)) + ((header >>> 9) & 1);
}

export const LAYER_3: FrameFormat = {
  head: 4,
  lengthOf: (head) => frameLength(be32(head, 0)),
  streamOf: (head) => (be32(head, 0) & COMMON) >>> 0,
};

/**
 * Keeps whole frames of the first stream and nothing else: so ID3, APE, Lyrics3 and whatever else was put before,
 * between or behind them goes without being read. The frame that announces length and delays is kept without the name
 * of the program that wrote it.
 */
export async function planMp3(source: Source): Promise<PieceList> {
  const first = await findFirstFrame(source, LAYER_3);
  if (first === null) throw new CannotClean('damaged');
  const list = new PieceList();
  for await (const { at, end } of framesFrom(source, first, LAYER_3)) {
    if (at === first) list.write(withoutEncoder(Uint8Array.from(await source.read(at, end - at))));
    else list.copy(at, end);
  }
  return list;
}

/** The first frame without the version of its encoder. Players read the delays behind that only where it begins with LAME. */
function withoutEncoder(frame: Uint8Array<ArrayBuffer>): Uint8Array {
  const isMpeg1 = ((byteAt(frame, 1) >>> 3) & 3) === 3;
  const isMono = byteAt(frame, 3) >>> 6 === 3;
  const at = 4 + (isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  if (!hasName(frame, at, 'Xing') && !hasName(frame, at, 'Info')) return frame;
  const flags = be32(frame, at + 4);
  const fields = [4, 4, 100, 4].filter((_, bit) => (flags & (1 << bit)) !== 0);
  const encoder = at + 8 + fields.reduce((total, length) => total + length, 0);
  const sumAt = encoder + 34;
  if (sumAt + 2 > frame.length || !['LAME', 'Lavf', 'Lavc'].some((name) => hasName(frame, encoder, name))) {
    return frame.fill(0, Math.min(encoder, frame.length));
  }
  frame.set(bytesOf('LAME\0\0\0\0\0'), encoder);
  const sum = checksum(frame.subarray(0, sumAt));
  frame.set([sum >>> 8, sum & 0xff], sumAt);
  return frame.fill(0, sumAt + 2);
}

/** CRC-16 of LAME's tag: polynomial 0x8005, bits reversed, beginning with 0. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xa001;
  }
  return sum;
}
