import type { Language } from '@romduol/shared/language/language';

/** The public pages by the last part of their address; home has none. */
export const PLACES = ['home', 'report', 'return', 'help', 'rights', 'next', 'safety', 'statistics'] as const;
export type Place = (typeof PLACES)[number];

export function addressOf(place: Place, language: Language): string {
  return place === 'home' ? `/${language}/` : `/${language}/${place}`;
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'km' : 'en';
}
