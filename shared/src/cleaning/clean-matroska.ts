import { CannotClean } from './cannot-clean.ts';
import { type Element, type Rules, readElement, rewriteElements, voidHead } from './ebml.ts';
import {
  CUES_RULES,
  HEADER_RULES,
  ID,
  INFO_RULES,
  KEPT_IN_CLUSTER,
  KEPT_IN_GROUP,
  SEEK_HEAD_RULES,
  trackOf,
  tracksRules,
} from './matroska-rules.ts';
import type { Source } from './readable-file.ts';
import { PieceList } from './pieces.ts';

const TOP_LEVEL: ReadonlySet<number> = new Set([
  ID.SeekHead,
  ID.Info,
  ID.Tracks,
  ID.Cluster,
  ID.Cues,
  ID.Chapters,
  ID.Attachments,
  ID.Tags,
]);

/**
 * Keeps pictures and sounds, how they are to be played and where they stand. Every other element (tags, attached files,
 * chapters, titles, dates, names of programs, other tracks) becomes void, of the same length and all zeros, so that
 * nothing moves and the index stays right. A recording that was cut short, as live ones are, loses what is not whole.
 */
export async function planMatroska(source: Source): Promise<{ list: PieceList; hasPicture: boolean }> {
  return new MatroskaCleaning(source).plan();
}

class MatroskaCleaning {
  readonly #source: Source;
  readonly #list = new PieceList();
  readonly #tracks = new Map<number, 'picture' | 'sound'>();
  readonly #rules: ReadonlyMap<number, Rules>;
  #clusters = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#rules = new Map([
      [ID.SeekHead, SEEK_HEAD_RULES],
      [ID.Info, INFO_RULES],
      [ID.Tracks, tracksRules(this.#tracks)],
      [ID.Cues, CUES_RULES],
    ]);
  }

  async plan(): Promise<{ list: PieceList; hasPicture: boolean }> {
    const { size } = this.#source;
    const header = await readElement(this.#source, 0, size);
    if (header?.id !== ID.EBML || header.end === null) throw new CannotClean('damaged');
    await this.#rewrite(header, header.end, HEADER_RULES);
    const segment = await readElement(this.#source, header.end, size);
    if (segment?.id !== ID.Segment) throw new CannotClean('damaged');
    this.#list.copy(segment.at, segment.start);
    const limit = Math.min(segment.end ?? size, size);
    for (let at = segment.start; at < limit;) {
      const element = await readElement(this.#source, at, limit);
      if (element === null) break;
      const end = element.id === ID.Cluster ? await this.#cluster(element, limit) : await this.#part(element, limit);
      if (end === null) break;
      at = end;
    }
    if (this.#clusters === 0) throw new CannotClean('damaged');
    return { list: this.#list, hasPicture: [...this.#tracks.values()].includes('picture') };
  }

  /** Everything but clusters. Answers where it ends, null when the file ends before. */
  async #part(element: Element, limit: number): Promise<number | null> {
    const { id, at, end } = element;
    if (end === null) throw new CannotClean('damaged');
    if (end > limit) return null;
    const rules = this.#rules.get(id);
    if (rules === undefined) this.#void(at, end);
    else await this.#rewrite(element, end, rules);
    return end;
  }

  async #rewrite({ at, start }: Element, end: number, rules: Rules): Promise<void> {
    const content = Uint8Array.from(await this.#source.read(start, end - start));
    rewriteElements(content, rules);
    this.#list.copy(at, start);
    this.#list.write(content);
  }

  #void(at: number, end: number, list: PieceList = this.#list): void {
    const { head, zeros } = voidHead(end - at);
    list.write(head);
    list.zero(zeros);
  }

  /** A cluster of known length, or up to the next element that cannot stand in one. */
  async #cluster({ at: clusterAt, start, end }: Element, outer: number): Promise<number | null> {
    const limit = Math.min(end ?? outer, outer);
    // Without the tracks, which come first in every file seen, nobody knows which blocks to keep.
    if (this.#tracks.size === 0) throw new CannotClean('damaged');
    this.#clusters += 1;
    this.#list.copy(clusterAt, start);
    for (let at = start; at < limit;) {
      const element = await readElement(this.#source, at, limit);
      if (element === null) return null;
      if (end === null && TOP_LEVEL.has(element.id)) return at;
      if (element.end === null) throw new CannotClean('damaged');
      if (element.end > limit) return null;
      if (element.id === ID.BlockGroup) await this.#group(element, element.end);
      else if (KEPT_IN_CLUSTER.has(element.id) || (element.id === ID.SimpleBlock && (await this.#isKept(element))))
        this.#list.copy(at, element.end);
      else this.#void(at, element.end);
      at = element.end;
    }
    return limit;
  }

  async #group(group: Element, end: number): Promise<void> {
    const list = new PieceList();
    list.copy(group.at, group.start);
    let isKept = true;
    for (let at = group.start; at < end;) {
      const element = await readElement(this.#source, at, end);
      if (element === null || element.end === null || element.end > end) throw new CannotClean('damaged');
      if (element.id === ID.Block && !(await this.#isKept(element))) isKept = false;
      if (KEPT_IN_GROUP.has(element.id)) list.copy(at, element.end);
      else this.#void(at, element.end, list);
      at = element.end;
    }
    if (isKept) this.#list.append(list);
    else this.#void(group.at, end);
  }

  async #isKept({ start, end }: Element): Promise<boolean> {
    const length = Math.min(8, (end ?? start) - start);
    return this.#tracks.has(trackOf(await this.#source.read(start, length)));
  }
}
