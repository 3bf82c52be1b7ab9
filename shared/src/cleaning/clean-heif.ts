import { bytesOf, hasName } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { type Places, cleanItemList, cleanProfile, findItems } from './heif-items.ts';
import { type Box, type Rule, type Rules, boxesIn, keep, rewriteBoxes } from './mp4-boxes.ts';
import { load, topBoxes } from './mp4-file.ts';
import { nameless, selfContained } from './mp4-rules.ts';
import { gapsBetween } from './mp4-samples.ts';
import { type Patch, type PieceList, applyPatches } from './pieces.ts';
import type { Source } from './readable-file.ts';

const colours: Rule = (bytes, { start, end }) => {
  const isProfile = hasName(bytes, start, 'prof') || hasName(bytes, start, 'rICC');
  if (isProfile) cleanProfile(bytes.subarray(start + 4, end));
  return true;
};
const refuse: Rule = () => {
  throw new CannotClean('unknown_parts');
};

/** What pictures need to be decoded and shown. A property that is not known may be needed: such a file is refused. */
const SHAPES = 'ispe pixi hvcC av1C avcC lhvC irot imir pasp clap auxC clli mdcv cclv amve rloc lsel a1lx a1op'.split(
  ' ',
);
const WORDS = 'udes altt crtt mdft uuid free skip'.split(' ');

const META: Rules = new Map<string, Rule>([
  ...keep('pitm', 'iref', 'iinf', 'iloc', 'idat'),
  ['hdlr', nameless],
  ['dinf', new Map([['dref', selfContained]])],
  [
    'iprp',
    new Map<string, Rule>([
      ...keep('ipma'),
      [
        'ipco',
        (bytes, { start, end }) => {
          const others = boxesIn(bytes, start, end).filter(({ type }) => ![...SHAPES, ...WORDS, 'colr'].includes(type));
          const rules: Rules = new Map<string, Rule>([...keep(...SHAPES), ['colr', colours]]);
          rewriteBoxes(bytes, start, end, new Map([...rules, ...others.map(({ type }) => [type, refuse] as const)]));
          return true;
        },
      ],
    ]),
  ],
]);

/**
 * Keeps pictures, their tiles, thumbnails and depths, how they are turned and coloured, byte for byte and where they are.
 * Exif, XMP, names and descriptions become zeros in their places, and so does whatever no picture needs. Films and bursts
 * in this container, and what is not known, are refused.
 */
export async function planHeif(source: Source): Promise<PieceList> {
  const boxes = await topBoxes(source);
  const end = boxes.filter(({ type }) => ['ftyp', 'meta', 'mdat'].includes(type)).at(-1)?.end ?? 0;
  const [metaBox, another] = boxes.filter(({ type }) => type === 'meta');
  if (metaBox === undefined || another !== undefined || boxes.some(({ type }) => type === 'moov'))
    throw new CannotClean('unknown_parts');
  const { bytes, inner } = await load(source, metaBox);
  const { inFile } = cleanMeta(bytes, inner);
  const patches: Patch[] = [{ at: metaBox.at, bytes }];
  for (const box of boxes) {
    if (box.at >= end || ['ftyp', 'meta', 'mdat'].includes(box.type)) continue;
    patches.push({ at: box.at + 4, bytes: bytesOf('free') }, { at: box.start, zeros: box.end - box.start });
  }
  const media = boxes.filter(({ type }) => type === 'mdat').map(({ start, end: to }) => ({ from: start, to }));
  for (const { from, to } of gapsBetween(inFile, media)) patches.push({ at: from, zeros: to - from });
  if (inFile.some(({ to }) => to > end)) throw new CannotClean('damaged');
  return applyPatches(patches, end);
}

/** Rewrites the description of all items, behind its version, in place. Answers where the pictures lie. */
function cleanMeta(bytes: Uint8Array, meta: Box): Places {
  const parts = new Map(boxesIn(bytes, meta.start + 4, meta.end).map((box) => [box.type, box]));
  const [list, table, inside] = [parts.get('iinf'), parts.get('iloc'), parts.get('idat')];
  if (list === undefined || table === undefined) throw new CannotClean('damaged');
  const pictures = cleanItemList(bytes, list);
  if (pictures.size === 0) throw new CannotClean('damaged');
  const places = findItems(bytes, table, pictures);
  if (inside !== undefined) {
    const kept = places.inside.map(({ from, to }) => ({ from: from + inside.start, to: to + inside.start }));
    for (const { from, to } of gapsBetween(kept, [{ from: inside.start, to: inside.end }])) bytes.fill(0, from, to);
  }
  rewriteBoxes(bytes, meta.start + 4, meta.end, META);
  return places;
}
