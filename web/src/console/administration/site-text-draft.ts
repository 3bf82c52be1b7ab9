import { LANGUAGES, type Language } from '@romduol/shared/language/language';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { CONTENT_MAX, readSiteText } from '@romduol/shared/site/content';
import { type TextName, textItem } from '@romduol/shared/site/items';
import type { SiteEditionDraft } from '../../desk/site.ts';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { BUILT_IN } from '../../pages/texts/built-in.ts';

/** A text as it is being written. `seen` is the number of the edition that it was begun from, 0 for none. */
export type TextDraft = Readonly<Record<Language, string>> & { readonly seen: Readonly<Record<Language, number>> };

export type TextProblem = 'tooLong' | 'hidden';

export function newestOf(
  editions: readonly SiteEditionView[],
  text: TextName,
  language: Language,
): SiteEditionView | undefined {
  return editions.find((one) => one.item === textItem(text) && one.language === language);
}

/** What stands on the page now: the organisation's own words, or none. */
const ownText = (editions: readonly SiteEditionView[], text: TextName, language: Language): string =>
  newestOf(editions, text, language)?.text ?? '';

/** Begins with what stands on the page, be it built in. */
export function beginText(editions: readonly SiteEditionView[], text: TextName): TextDraft {
  const begin = (language: Language): string => ownText(editions, text, language) || BUILT_IN[text][language];
  const number = (language: Language): number => newestOf(editions, text, language)?.number ?? 0;
  return { en: begin('en'), km: begin('km'), seen: { en: number('en'), km: number('km') } };
}

export function problemOf(text: string): TextProblem | null {
  const bytes = utf8(text);
  if (bytes.length > CONTENT_MAX.text) return 'tooLong';
  return readSiteText(bytes) === null ? 'hidden' : null;
}

/**
 * The editions that publishing makes: of each language that says something else than the page does. A text that is the
 * built-in one is published as none, so that it follows when the built-in one is improved.
 */
export function editionsToSign(
  draft: TextDraft,
  editions: readonly SiteEditionView[],
  text: TextName,
): SiteEditionDraft[] {
  return LANGUAGES.flatMap((language) => {
    const typed = draft[language].trim();
    const words = typed === BUILT_IN[text][language].trim() ? '' : typed;
    if (words.normalize('NFC') === ownText(editions, text, language)) return [];
    const after = newestOf(editions, text, language)?.number ?? 0;
    return [{ item: textItem(text), language, after, content: utf8(words) }];
  });
}

/** The languages in which somebody published since the draft was begun. */
export function overtakenIn(draft: TextDraft, editions: readonly SiteEditionView[], text: TextName): Language[] {
  return LANGUAGES.filter((language) => (newestOf(editions, text, language)?.number ?? 0) !== draft.seen[language]);
}
