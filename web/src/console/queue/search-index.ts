import type { CaseId } from '@romduol/shared/ids';
import MiniSearch from 'minisearch';
import type { QueueLine } from './queue-lines.ts';
import { lettersMark, runsOf, soughtTerms, termsOf } from './tokenise.ts';

/** What of a line has a name that people search by: its level, its area, whoever is responsible. */
export const FACETS = ['level', 'state', 'step', 'province', 'age', 'category', 'team', 'assignee'] as const;
export type Facet = (typeof FACETS)[number];
/** A facet's value with every name it goes by. */
export type Label = { readonly facet: Facet; readonly code: string; readonly text: string };

/** Whether a line has every one of the words that are sought. */
export type Found = (line: QueueLine) => boolean;

/** What cases are found by. In memory only: it goes with the console's other readings at a lock. */
export type SearchIndex = {
  /** The names of everything that lines can have: they are searched once, however many lines have them. */
  setLabels(labels: readonly Label[]): void;
  /** Takes a case's own words, in the place of those before. */
  setText(caseId: CaseId, text: string): void;
  /** Forgets the words of every other case. */
  keepOnly(caseIds: ReadonlySet<CaseId>): void;
  /** Null for a search that names nothing. */
  find(text: string): Found | null;
};

type Entry = { readonly id: string; readonly text: string };

/** Of more letters than this, one may be wrong. */
const FORGIVING = 5;

function makeIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
}

const idsWith = (index: MiniSearch<Entry>, run: string): string[] =>
  index
    .search(run, {
      combineWith: 'AND',
      tokenize: soughtTerms,
      prefix: (term) => !term.startsWith(lettersMark),
      fuzzy: (term) => (!term.startsWith(lettersMark) && term.length > FORGIVING ? 1 : false),
    })
    .map(({ id }) => id as string);

export function makeSearchIndex(): SearchIndex {
  const texts = makeIndex();
  const known = new Map<CaseId, string>();
  let labels = makeIndex();
  let named: readonly Label[] = [];

  /** What one word of a search stands for. */
  const judgeRun = (run: string): Found => {
    const own = new Set(idsWith(texts, run));
    const codes = new Map<Facet, Set<string>>(FACETS.map((facet) => [facet, new Set()]));
    for (const at of idsWith(labels, run)) {
      const label = named[Number(at)];
      if (label !== undefined) codes.get(label.facet)?.add(label.code);
    }
    const has = (facet: Facet, code: string | null): boolean => code !== null && codes.get(facet)?.has(code) === true;
    return ({ caseId, team, level, summary }) => {
      if (own.has(caseId) || isNumber(caseId, run) || has('team', team)) return true;
      if (summary === null) return false;
      return (
        has('level', level) ||
        has('state', summary.state) ||
        has('step', summary.next.step) ||
        has('province', summary.province) ||
        has('age', summary.age) ||
        has('assignee', summary.assignee) ||
        summary.categories.some((code) => has('category', code))
      );
    };
  };

  return {
    setLabels(all) {
      named = all;
      labels = makeIndex();
      labels.addAll(all.map(({ text }, at) => ({ id: String(at), text })));
    },
    setText(caseId, text) {
      const before = known.get(caseId);
      if (before === text) return;
      if (before === undefined) texts.add({ id: caseId, text });
      else texts.replace({ id: caseId, text });
      known.set(caseId, text);
    },
    keepOnly(caseIds) {
      for (const [caseId, text] of known) {
        if (caseIds.has(caseId)) continue;
        texts.remove({ id: caseId, text });
        known.delete(caseId);
      }
    },
    find(text) {
      const judges = runsOf(text).map(judgeRun);
      return judges.length === 0 ? null : (line) => judges.every((holds) => holds(line));
    },
  };
}

/** Either half of the number that a case goes by on screens, or the beginning of both. */
const isNumber = (caseId: CaseId, run: string): boolean =>
  caseId.startsWith(run) || caseId.slice(0, 8).startsWith(run, 4);
