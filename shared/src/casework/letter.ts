import { labelOf } from '../codebook/code-list.ts';
import { urgency } from '../codebook/referral-lists.ts';
import { sector } from '../codebook/sector.ts';
import type { Reference } from '../api/acknowledgements.ts';
import type { Day } from '../ids.ts';
import { formatDay } from '../language/dates.ts';
import { type Language, type Words, say } from '../language/language.ts';
import { spellCode } from '../sealing/letter-code.ts';
import { letterWords } from './letter-words.ts';
import type { Packet } from './packet.ts';
import { packetText, textIn } from './packet-text.ts';

export type LetterForm = 'letter' | 'call';

export type LetterFacts = {
  readonly packet: Packet;
  /** The organisation, as it signs. */
  readonly sender: Words;
  readonly today: Day;
  /** Day by which an answer is expected; null while none is set. */
  readonly due: Day | null;
  /** What the letter is called. It says nothing of the case. */
  readonly reference: Reference;
  /** Where and with what the recipient may answer; null: by telephone only. */
  readonly link: { readonly address: string; readonly code: string } | null;
};

/** One block of a letter. `words` are as somebody wrote them and may be in either language. */
export type LetterBlock =
  | { readonly kind: 'title' | 'heading' | 'line' | 'code' | 'ask' | 'sign'; readonly text: string }
  | {
      readonly kind: 'item';
      readonly text: string;
      readonly said: readonly { readonly label: string; readonly words: string }[];
    };

/**
 * The letter, or the script of a call, in one language: made of the packet and of nothing else that is known of the case. The
 * sheet for whoever receives it follows a letter.
 */
export function writeLetter(facts: LetterFacts, form: LetterForm, language: Language): LetterBlock[] {
  const { packet, sender, today, due, reference, link } = facts;
  const line = (text: string): LetterBlock => ({ kind: 'line', text });
  const day = (one: Day): string => formatDay(one, language);
  const recipient = packet.recipient.name;
  const items = packetText(packet.items, packet.lines).map((item): LetterBlock => ({
    kind: 'item',
    text: item.heading[language],
    said: item.parts.map(({ label, text }) => ({ label: label?.[language] ?? '', words: textIn(text, language) })),
  }));
  return [
    { kind: 'title', text: say(form === 'letter' ? letterWords.title : letterWords.callIntro, language) },
    line(say(letterWords.reference, language, { reference: spellCode(reference) })),
    line(say(letterWords.date, language, { day: day(today) })),
    ...(form === 'letter'
      ? [
          line(say(letterWords.to, language, { recipient })),
          line(say(letterWords.from, language, { sender: sender[language] })),
          line(say(letterWords.intro, language)),
        ]
      : [line(say(letterWords.callSay, language, { recipient }))]),
    line(say(letterWords.help, language, { sector: labelOf(sector, packet.sector, language) })),
    line(say(letterWords.urgency, language, { urgency: labelOf(urgency, packet.urgency, language) })),
    line(say(letterWords.purpose, language, { purpose: packet.purpose })),
    ...items,
    ...(packet.until === null ? [] : [line(say(letterWords.until, language, { day: day(packet.until) }))]),
    ...(due === null ? [] : [line(say(letterWords.answer, language, { day: day(due) }))]),
    ...(link === null || form === 'call'
      ? []
      : [
          line(say(letterWords.link, language, { address: link.address })),
          // By itself: it is typed from paper, and a code broken over two lines is typed wrong.
          { kind: 'code', text: spellCode(`${reference}${link.code}`) } as const,
        ]),
    // Who signs stands on paper alone: a name of the team's in a file would be one more to lose.
    ...(form === 'letter'
      ? [{ kind: 'sign', text: say(letterWords.sign, language) } as const, ...sheet(language)]
      : []),
  ];
}

/** The person's rights and what is asked, for whoever is to help. The same on every letter. */
function sheet(language: Language): LetterBlock[] {
  const ask = (words: Words): LetterBlock => ({ kind: 'ask', text: words[language] });
  return [
    { kind: 'title', text: say(letterWords.sheet, language) },
    { kind: 'heading', text: say(letterWords.sheetAsk, language) },
    ...[letterWords.ask1, letterWords.ask2, letterWords.ask3, letterWords.ask4].map(ask),
    { kind: 'heading', text: say(letterWords.sheetRights, language) },
    ...[letterWords.right1, letterWords.right2, letterWords.right3].map(ask),
  ];
}

/** The same as plain text, for a file. */
export function letterAsText(blocks: readonly LetterBlock[], language: Language): string {
  const nothing = say(letterWords.nothing, language);
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'sign') return [];
    if (block.kind !== 'item') {
      if (block.kind === 'title') return ['', block.text.toUpperCase(), ''];
      return block.kind === 'heading' ? ['', block.text] : [block.kind === 'ask' ? `- ${block.text}` : block.text];
    }
    const said = block.said.map(({ label, words }) => `  ${label === '' ? '' : `${label}: `}${words}`);
    return ['', block.text, ...(said.length === 0 ? [`  (${nothing})`] : said)];
  });
  return `${lines.join('\n').trim()}\n`;
}
