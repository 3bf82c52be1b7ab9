import type { Language, Words } from '@romduol/shared/language/language';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import { readSiteText } from '@romduol/shared/site/content';
import { readHelpNumbers } from '@romduol/shared/site/help-numbers';
import { readReception } from '@romduol/shared/site/settings';
import {
  CLIP_SECTIONS,
  type ItemLanguage,
  NUMBERS_ITEM,
  RECEPTION_ITEM,
  type SiteItem,
  TEXTS,
  type TextName,
  clipItem,
  textItem,
} from '@romduol/shared/site/items';
import { addressOf } from '@romduol/web/pages/addresses';
import { readMarkdown } from '@romduol/web/pages/markdown';
import { BLANK_SITE, type Clip, type OwnNumbers, type OwnText, type Site } from '@romduol/web/pages/site';
import type { StoredSiteItem } from './store.ts';

type Organisation = Keyring['organisations'][number];

/**
 * What the pages of one language are drawn from: of each organisation in the keyring, in its order, the newest edition.
 * An organisation is named where there are several. Equal items and keyrings give equal pages.
 */
export function siteOf(items: readonly StoredSiteItem[], keyring: Keyring | null, language: Language): Site {
  const organisations = keyring?.organisations ?? [];
  const nameOf = ({ name }: Organisation): Words | null => (organisations.length > 1 ? name : null);
  const newest = (organisation: Organisation, item: SiteItem, within: ItemLanguage): StoredSiteItem | undefined =>
    items.find(
      (one) => one.organisation === organisation.id && one.item === item && one.language === within && one.length > 0,
    );

  const textsOf = (name: TextName): OwnText[] =>
    organisations.flatMap((organisation) => {
      const content = newest(organisation, textItem(name), language)?.content;
      const text = content ? readSiteText(content) : null;
      if (text === null || text.trim() === '') return [];
      return [{ organisation: nameOf(organisation), blocks: readMarkdown(text, addressOf('home', language)) }];
    });
  const numbers = organisations.flatMap((organisation): OwnNumbers[] => {
    const content = newest(organisation, NUMBERS_ITEM, '-')?.content;
    const list = content ? readHelpNumbers(content) : null;
    return list === null || list.length === 0 ? [] : [{ organisation: nameOf(organisation), numbers: list }];
  });
  const clipsOf = (section: string): Clip[] =>
    organisations.flatMap((organisation) => {
      const clip = newest(organisation, clipItem(section), language);
      if (clip === undefined) return [];
      const address = `/clips/${organisation.id}/${section}/${language}/${clip.number}`;
      return [{ organisation: nameOf(organisation), address }];
    });

  const isClosed = (organisation: Organisation): boolean => {
    const content = newest(organisation, RECEPTION_ITEM, '-')?.content;
    return content ? readReception(content)?.open === false : false;
  };

  const texts = { ...BLANK_SITE.texts };
  for (const name of TEXTS) texts[name] = textsOf(name);
  return {
    texts,
    numbers: numbers.length === 0 ? BLANK_SITE.numbers : numbers,
    clips: Object.fromEntries(CLIP_SECTIONS.map((section) => [section, clipsOf(section)])),
    closed: organisations.filter(isClosed).map(({ id }) => id),
  };
}
