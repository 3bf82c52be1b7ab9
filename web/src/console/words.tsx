import { type Language, type Words, say } from '@romduol/shared/language/language';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

const Spoken = createContext<Language>('en');
export const LanguageProvider = Spoken.Provider;

export function useLanguage(): Language {
  return useContext(Spoken);
}

type SayArguments<W extends Words> = Parameters<typeof say<W>> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** `say` in the language of the screen. */
export function useSay(): <const W extends Words>(words: W, ...values: SayArguments<W>) => string {
  const language = useLanguage();
  return (words, ...values) =>
    (say as (words: Words, language: Language, ...values: unknown[]) => string)(words, language, ...values);
}
