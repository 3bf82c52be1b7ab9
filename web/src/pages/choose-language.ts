import { LANGUAGES, type Language } from '@romduol/shared/language/language';

/**
 * The first of our languages that a browser asks for, by its preference; the fall-back language when it asks for neither.
 * Source: RFC 9110, 12.5.4.
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = options.find((option) => option.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found !== undefined) return found;
  }
  return LANGUAGES[0];
}
