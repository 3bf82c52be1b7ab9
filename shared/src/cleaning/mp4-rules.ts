import { be16, be32, byteAt, nameAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Box, type Rule, type Rules, boxesIn, findBox, keep, rewriteBoxes } from './mp4-boxes.ts';

/** Times of making and changing become 0, which is "not said"; the language, where there is one, "undetermined". */
function timeless(languageAt: readonly [number, number] | null): Rule {
  return (bytes, { start, end }) => {
    const isLong = byteAt(bytes, start) === 1;
    if (end - start < (isLong ? 32 : 20)) throw new CannotClean('damaged');
    bytes.fill(0, start + 4, start + (isLong ? 20 : 12));
    if (languageAt !== null) {
      const at = start + languageAt[isLong ? 1 : 0];
      if (at + 2 > end) throw new CannotClean('damaged');
      bytes.set([0x55, 0xc4], at);
    }
    return true;
  };
}

/** Who made the handler and what they called it; its type stays. */
export const nameless: Rule = (bytes, { start, end }) => {
  bytes.fill(0, Math.min(start + 12, end), end);
  return true;
};

/** Where samples are: in this file. Others are named by path, with the volume and the person it belongs to. */
export const selfContained: Rule = (bytes, { start, end }) => {
  for (const entry of boxesIn(bytes, start + 8, end)) {
    if ((be32(bytes, entry.start) & 1) === 0) throw new CannotClean('unknown_parts');
    bytes.fill(0, entry.start + 4, entry.end);
  }
  return true;
};

/** What decoders need beside a sample entry's own fields: settings, colours, shape, bit rate, channels. */
const IN_ENTRY: ReadonlyMap<string, Rule> = new Map([
  ...keep('avcC', 'hvcC', 'lhvC', 'vvcC', 'av1C', 'vpcC', 'esds', 'glbl', 'dvcC', 'dvvC', 'dvwC', 'hvcE'),
  ...keep('colr', 'pasp', 'clap', 'fiel', 'gama', 'clli', 'mdcv', 'amve', 'ccst', 'btrt', 'st3d', 'sv3d', 'vexu'),
  ...keep('dOps', 'dac3', 'dec3', 'alac', 'dfLa', 'wave', 'chan', 'chnl', 'pcmC', 'SA3D', 'srat', 'dapa'),
  // Both begin with four letters for whoever made the encoder.
  ['damr', withoutVendor],
  ['d263', withoutVendor],
]);

function withoutVendor(bytes: Uint8Array, { start, end }: Box): boolean {
  bytes.fill(0, start, Math.min(start + 4, end));
  return true;
}

const VISUAL_HEAD = 86;
const [VENDOR, COMPRESSOR, COMPRESSOR_END] = [20, 50, 82];
/** The length of a sound entry's head by its version: 1 and 2 are QuickTime's. */
const SOUND_HEADS = [36, 52, 72];

/** Names of vendor and compressor go from the descriptions of samples. */
function cleanEntries(isVisual: boolean): Rule {
  return (bytes, { start, end }) => {
    const isIsoVersion1 = byteAt(bytes, start) === 1;
    for (const { type, at, end: entryEnd } of boxesIn(bytes, start + 8, end)) {
      if (type === 'encv' || type === 'enca') throw new CannotClean('encrypted');
      const version = isIsoVersion1 ? 0 : be16(bytes, at + 16);
      const head = isVisual ? VISUAL_HEAD : (SOUND_HEADS[version] ?? Infinity);
      if (at + head > entryEnd) throw new CannotClean('damaged');
      bytes.fill(0, at + VENDOR, at + VENDOR + 4);
      if (isVisual) bytes.fill(0, at + COMPRESSOR, at + COMPRESSOR_END);
      rewriteBoxes(bytes, at + head, entryEnd, IN_ENTRY);
    }
    return true;
  };
}

function trackRules(isVisual: boolean): Rules {
  const tables = ['stts', 'ctts', 'cslg', 'stss', 'stps', 'stsh', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp'];
  const samples: Rules = new Map([
    ...keep(...tables, 'sgpd', 'sbgp', 'padb', 'stdp'),
    ['stsd', cleanEntries(isVisual)],
  ]);
  const information: Rules = new Map<string, Rule>([
    ...keep('vmhd', 'smhd'),
    ['hdlr', nameless],
    ['dinf', new Map([['dref', selfContained]])],
    ['stbl', samples],
  ]);
  const media: Rules = new Map<string, Rule>([
    ['mdhd', timeless([20, 32])],
    ['hdlr', nameless],
    ['minf', information],
  ]);
  return new Map<string, Rule>([
    ['tkhd', timeless(null)],
    ['edts', new Map(keep('elst'))],
    ['tapt', new Map(keep('clef', 'prof', 'enof'))],
    ['mdia', media],
  ]);
}

const [VISUAL_RULES, SOUND_RULES] = [trackRules(true), trackRules(false)];

/** What a track is: picture, sound, or anything else, which is never kept. */
export type TrackKind = 'vide' | 'soun' | null;

export function kindOfTrack(bytes: Uint8Array, track: Box): TrackKind {
  const handler = findBox(bytes, track, 'mdia', 'hdlr');
  const type = handler === null ? '' : nameAt(bytes, handler.start + 8);
  return type === 'vide' || type === 'soun' ? type : null;
}

/** Rules for the film's description: its pictures and sounds with all that plays them. */
export const MOVIE_RULES: Rules = new Map<string, Rule>([
  ['mvhd', timeless(null)],
  ['mvex', new Map(keep('trex', 'mehd'))],
  [
    'trak',
    (bytes, track) => {
      const kind = kindOfTrack(bytes, track);
      if (kind !== null) rewriteBoxes(bytes, track.start, track.end, kind === 'vide' ? VISUAL_RULES : SOUND_RULES);
      return kind !== null;
    },
  ],
]);

/** Rules for a fragment's description; `isKept` is asked for each track's id. */
export function fragmentRules(isKept: (track: number) => boolean): Rules {
  const inTrack = new Map(keep('tfhd', 'tfdt', 'trun', 'sdtp', 'sbgp', 'sgpd'));
  return new Map<string, Rule>([
    ...keep('mfhd'),
    [
      'traf',
      (bytes, track) => {
        const head = findBox(bytes, track, 'tfhd');
        if (head === null || !isKept(be32(bytes, head.start + 4))) return false;
        rewriteBoxes(bytes, track.start, track.end, inTrack);
        return true;
      },
    ],
  ]);
}
