import { labelOf } from '../codebook/code-list.ts';
import { CODEBOOK } from '../codebook/index.ts';
import { type PacketItem, packetItem } from '../codebook/referral-lists.ts';
import type { Language, Words } from '../language/language.ts';
import { QUESTIONS } from '../questionnaire/questions.ts';
import type { PacketLine } from './packet.ts';

/** One item of a packet as people read it. */
export type ItemText = {
  readonly heading: Words;
  /** Empty: the person said nothing of this. A `text` without languages is as somebody wrote it. */
  readonly parts: readonly { readonly label: Words | null; readonly text: string | Words }[];
};

export const textIn = (text: string | Words, language: Language): string =>
  typeof text === 'string' ? text : text[language];

const both = (text: (language: 'en' | 'km') => string): Words => ({ en: text('en'), km: text('km') });

/** What is shared, item by item, in both languages: letter, call script, file and what is read out are all made of it. */
export function packetText(items: readonly PacketItem[], lines: readonly PacketLine[]): ItemText[] {
  return items.map((item) => {
    const of = lines.filter((line) => line.item === item);
    return {
      heading: both((language) => labelOf(packetItem, item, language)),
      parts: of.map((line) => ({
        // With one question to an item the item's name says it all.
        label:
          of.length > 1 && line.question !== 'reason'
            ? both((language) => QUESTIONS[line.question as keyof typeof QUESTIONS].label[language])
            : null,
        text:
          'text' in line
            ? line.text
            : both((language) => line.codes.map((code) => labelOf(CODEBOOK[line.list], code, language)).join(' · ')),
      })),
    };
  });
}
