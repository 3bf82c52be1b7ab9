/**
 * Lines for a label in a chart. SVG does not wrap text, and no script measures it: the width is reckoned from the
 * characters, so that every machine draws the same chart.
 */

/** Mean widths in em of the faces the pages ask for, a little wide: measured on the codebook's labels. */
const LATIN_EM = 0.56;
const KHMER_EM = 0.82;

/** One character as it is read: a base with its vowels, signs and the subscript consonants below it (U+17D2 and next). */
const CLUSTER = /[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]|\p{M})*|\P{M}\p{M}*/gu;

function clustersOf(text: string): string[] {
  return text.match(CLUSTER) ?? [];
}

function widthOf(cluster: string): number {
  return /^[\u1780-\u17FF]/u.test(cluster) ? KHMER_EM : LATIN_EM;
}

export function widthInEm(text: string): number {
  return clustersOf(text).reduce((width, cluster) => width + widthOf(cluster), 0);
}

/** Breaks at spaces; a run without one that is wider than a line (Khmer writes no spaces within a phrase) after a cluster. */
export function wrapLabel(text: string, em: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((run) => splitRun(run, em))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthInEm(longer) > em) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function splitRun(run: string, em: number): string[] {
  if (widthInEm(run) <= em) return [run];
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clustersOf(run)) {
    if (piece !== '' && widthInEm(piece + cluster) > em) {
      pieces.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  return [...pieces, piece];
}
