import type { Words } from '@romduol/shared/language/language';
import type { HelpNumber } from '@romduol/shared/site/help-numbers';
import type { TextName } from '@romduol/shared/site/items';
import { SAMPLE_HELP_NUMBERS } from './help-numbers.ts';
import type { Block } from './markdown.ts';

/** What one organisation says somewhere; `organisation` is null where it has the address to itself. */
export type OwnText = { readonly organisation: Words | null; readonly blocks: readonly Block[] };
export type OwnNumbers = { readonly organisation: Words | null; readonly numbers: readonly HelpNumber[] };
export type Clip = { readonly organisation: Words | null; readonly address: string };

/** What organisations say on the public pages, in one language, in the order of the keyring. Plain data. */
export type Site = {
  /** Empty where nobody has written a text: then the built-in one stands. */
  readonly texts: Readonly<Record<TextName, readonly OwnText[]>>;
  /** Never empty. */
  readonly numbers: readonly OwnNumbers[];
  /** By section of the report page. */
  readonly clips: Readonly<Record<string, readonly Clip[]>>;
  /** Organisations, by id, that take no reports. */
  readonly closed: readonly string[];
};

/** What the report page takes from it; a form thread gets no more. */
export type ReportSite = Pick<Site, 'clips' | 'closed'> & { readonly texts: Pick<Site['texts'], 'limits' | 'hours'> };

export const reportSiteOf = ({ texts: { limits, hours }, clips, closed }: ReportSite): ReportSite => ({
  texts: { limits, hours },
  clips,
  closed,
});

const NO_TEXTS: Site['texts'] = { home: [], help: [], rights: [], next: [], safety: [], limits: [], hours: [] };

/** Before any organisation has published anything. */
export const BLANK_SITE: Site = {
  texts: NO_TEXTS,
  numbers: [{ organisation: null, numbers: SAMPLE_HELP_NUMBERS }],
  clips: {},
  closed: [],
};

/** One list for those who are in danger: each number once, as whoever has checked it describes it. */
export function numbersOf({ numbers }: Pick<Site, 'numbers'>): HelpNumber[] {
  const all = numbers.flatMap((own) => own.numbers);
  const best = (number: string): HelpNumber | undefined =>
    all.find((one) => one.number === number && one.verified !== null) ?? all.find((one) => one.number === number);
  return [...new Set(all.map(({ number }) => number))].flatMap((number) => best(number) ?? []);
}
