import { formatNumber } from './numerals.ts';

/** The languages of the house, the first being the one to fall back to. */
export const LANGUAGES = ['en', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language. A place for a value is written `{name}`, in both the same. */
export type Words = Readonly<Record<Language, string>>;

export function isLanguage(text: unknown): text is Language {
  return text === 'en' || text === 'km';
}

/** The names of the places in a text: `'{days} days'` gives `'days'`. */
type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** What `say` must be given for these words: nothing when they have no places. */
type Values<W extends Words> = string extends W['en']
  ? [values?: Readonly<Record<string, string | number>>]
  : [Places<W['en']>] extends [never]
    ? []
    : [values: Readonly<Record<Places<W['en']>, string | number>>];

/** A catalogue of messages; it is written through this function so that the compiler knows each message's places. */
export function defineMessages<const M extends Readonly<Record<string, Words>>>(messages: M): M {
  return messages;
}

/** The words in one language with their places filled. Numbers are written in that language's digits. */
export function say<const W extends Words>(words: W, language: Language, ...[values]: Values<W>): string {
  const text: string = words[language];
  if (values === undefined) return text;
  const given: Readonly<Record<string, string | number>> = values;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = given[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}
