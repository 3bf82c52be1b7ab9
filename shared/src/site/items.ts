import { z } from '../schema.ts';
import { LANGUAGES } from '../language/language.ts';
import { SECTIONS } from '../questionnaire/sections.ts';

/** What an organisation words itself: four whole pages, parts of two, and two places on the report page. */
export const TEXTS = ['home', 'help', 'rights', 'next', 'safety', 'limits', 'hours'] as const;
export type TextName = (typeof TEXTS)[number];

/** A spoken clip belongs to a section of the report page. */
export const CLIP_SECTIONS: readonly string[] = SECTIONS.map(({ id }) => id);

const ITEMS: readonly string[] = [
  'numbers',
  'settings',
  'retention',
  'reception',
  ...TEXTS.map((name) => `text/${name}`),
  ...CLIP_SECTIONS.map((section) => `clip/${section}`),
];

/** `text/rights`, `numbers`, `settings`, `clip/safety`. */
export const SiteItem = z
  .string()
  .refine((name) => ITEMS.includes(name))
  .brand<'SiteItem'>();
export type SiteItem = z.output<typeof SiteItem>;

export const NUMBERS_ITEM = 'numbers' as SiteItem;
/** Shown on no page: what a desk goes by. */
export const SETTINGS_ITEM = 'settings' as SiteItem;
/** How long what belongs to a case is kept. */
export const RETENTION_ITEM = 'retention' as SiteItem;
/** Whether reports are taken. */
export const RECEPTION_ITEM = 'reception' as SiteItem;
export const textItem = (name: TextName): SiteItem => `text/${name}` as SiteItem;
export const clipItem = (section: string): SiteItem => SiteItem.parse(`clip/${section}`);

export type SiteItemKind = 'text' | 'numbers' | 'setting' | 'clip';

export function kindOf(item: SiteItem): SiteItemKind {
  if (item === NUMBERS_ITEM) return 'numbers';
  if (item === SETTINGS_ITEM || item === RETENTION_ITEM || item === RECEPTION_ITEM) return 'setting';
  return item.startsWith('text/') ? 'text' : 'clip';
}

/** `-` for what is written in both languages at once, or in none. */
export const ITEM_LANGUAGES = [...LANGUAGES, '-'] as const;
export const ItemLanguage = z.enum(ITEM_LANGUAGES);
export type ItemLanguage = z.output<typeof ItemLanguage>;

export function takesLanguage(item: SiteItem, language: ItemLanguage): boolean {
  return (kindOf(item) === 'text' || kindOf(item) === 'clip') === (language !== '-');
}
