import type { Sector } from '@romduol/shared/codebook/sector';
import type { Language } from '@romduol/shared/language/language';
import type { Dice } from '../dice.ts';
import type { ScenarioId } from './scenarios.ts';
import { storiesEn } from './stories-en.ts';
import { storiesKm } from './stories-km.ts';

/** Sentences by what they are about; a story is an opening, what happened, one thing more, and what would help. */
export type StoryParts = {
  readonly openings: Readonly<Record<'self' | 'other', readonly string[]>>;
  readonly scenarios: Readonly<
    Record<ScenarioId, { readonly what: readonly string[]; readonly detail: readonly string[] }>
  >;
  readonly wishes: Readonly<Record<Sector, readonly string[]>>;
};

const PARTS: Readonly<Record<Language, StoryParts>> = { en: storiesEn, km: storiesKm };

/** A narrative of three to five sentences, one paragraph or two. */
export function tellStory(
  dice: Dice,
  about: {
    readonly language: Language;
    readonly scenario: ScenarioId;
    readonly teller: 'self' | 'other';
    readonly need: Sector | null;
  },
): string {
  const parts = PARTS[about.language];
  const { what, detail } = parts.scenarios[about.scenario];
  const happened = [dice.pick(parts.openings[about.teller]), dice.pick(what), ...dice.some(detail, 2)];
  const wish = about.need === null ? '' : dice.pick(parts.wishes[about.need]);
  const first = happened.filter((sentence) => sentence !== '').join(' ');
  if (wish === '') return first;
  return dice.chance(0.4) ? `${first}\n\n${wish}` : `${first} ${wish}`;
}
