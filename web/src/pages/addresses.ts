import type { Language } from '@romduol/shared/language/language';

/** The public pages by the last part of their address; home has none. */
export const PLACES = ['home', 'report', 'return', 'help', 'rights', 'next', 'safety', 'statistics'] as const;
export type Place = (typeof PLACES)[number];

/** A page that no page leads to: whoever needs it has its address on paper. */
export type HiddenPlace = 'ack';

export function addressOf(place: Place | HiddenPlace, language: Language): string {
  return place === 'home' ? `/${language}/` : `/${language}/${place}`;
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'km' : 'en';
}
