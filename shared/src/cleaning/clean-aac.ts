import { be16, be32, byteAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';
import { type FrameFormat, findFirstFrame, framesFrom } from './sound-frames.ts';

/** AAC in ADTS, as some telephones record it. */
export const ADTS: FrameFormat = {
  head: 7,
  lengthOf: (head) => {
    const length = (be32(head, 3) >>> 13) & 0x1fff;
    return (be16(head, 0) & 0xfff6) === 0xfff0 && ((byteAt(head, 2) >>> 2) & 15) < 13 && length > 7 ? length : 0;
  },
  /** Sync word, version, protection, profile, sample rate, channels. */
  streamOf: (head) => (be32(head, 0) & 0xff_ff_fd_c0) >>> 0,
};

/** Keeps whole frames and nothing else. */
export async function planAac(source: Source): Promise<PieceList> {
  const first = await findFirstFrame(source, ADTS);
  if (first === null) throw new CannotClean('damaged');
  const list = new PieceList();
  for await (const { at, end } of framesFrom(source, first, ADTS)) list.copy(at, end);
  return list;
}
