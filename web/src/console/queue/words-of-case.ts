import { ageAnswer } from '@romduol/shared/codebook/person';
import { category } from '@romduol/shared/codebook/category';
import type { CodeList } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import type { CaseEntry } from '@romduol/shared/casework/entries';
import { nextStepWords, stateWords } from '@romduol/shared/casework/words';
import type { Words } from '@romduol/shared/language/language';
import type { CaseView, ConversationView, DeskView } from '../../desk/views.ts';
import { levelWords } from '../messages/casework.ts';
import type { Facet, Label } from './search-index.ts';

/** What lines can be searched by, each under its names in both languages. */
export function labelsOf(view: DeskView): Label[] {
  const fromList = (facet: Facet, list: CodeList): Label[] =>
    list.codes.map(({ code, en, km }) => ({ facet, code, text: `${en} ${km}` }));
  const fromWords = (facet: Facet, words: Readonly<Record<string, Words>>): Label[] =>
    Object.entries(words).map(([code, { en, km }]) => ({ facet, code, text: `${en} ${km}` }));
  return [
    ...fromWords('level', levelWords),
    ...fromWords('state', stateWords),
    ...fromWords('step', nextStepWords),
    ...fromList('province', provinceAnswer),
    ...fromList('age', ageAnswer),
    ...fromList('category', category),
    ...view.teams.map(({ id, name }): Label => ({ facet: 'team', code: id, text: `${name.en} ${name.km}` })),
    ...view.colleagues.map(({ id, handle }): Label => ({ facet: 'assignee', code: id, text: handle })),
  ];
}

/** Everything that people wrote in a case that was opened: the report, the log, the conversation. */
export function wordsOfCase(view: CaseView, talk: ConversationView | undefined): string {
  const { answers, contact } = view;
  const told = [answers.narrative, answers.identity_text, ...Object.values(contact ?? {})];
  const written = view.log.flatMap(({ entry }) => (entry === null ? [] : textsIn(entry)));
  const said = (talk?.lines ?? []).filter(({ kind }) => kind === 'words').map(({ text }) => text);
  return [...told.filter((one) => typeof one === 'string'), ...written, ...said].join(' ');
}

/** Texts of an entry that have more than a code in them. */
function textsIn(entry: CaseEntry): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /[\s\u1780-\u17ff]/.test(value)) texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(entry);
  return texts;
}
