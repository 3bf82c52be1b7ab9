import type { Day, OrganisationId } from '@romduol/shared/ids';
import { LANGUAGES } from '@romduol/shared/language/language';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { writeHelpNumbers } from '@romduol/shared/site/help-numbers';
import { NUMBERS_ITEM, TEXTS, clipItem, textItem } from '@romduol/shared/site/items';
import { publishEdition } from '@romduol/web/desk/site';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { administratorOf } from './directory-work.ts';
import { LARGER_TEXTS, SMALLER_TEXTS } from './material/site-texts.ts';
import type { MemberDesks } from './member-desks.ts';
import { LARGER, SMALLER } from './organisations.ts';

/** The number that the sample administrator has rung. */
const CONFIRMED = '119';

/** What the administrators of both organisations publish: words, numbers of which one is confirmed, and one clip. */
export async function publishSampleSite(desks: MemberDesks, day: Day): Promise<void> {
  await publishTexts(desks, LARGER, LARGER_TEXTS);
  await publishTexts(desks, SMALLER, SMALLER_TEXTS);
  const desk = await desks.desk(administratorOf(LARGER));
  const numbers = SAMPLE_HELP_NUMBERS.map((one) => (one.number === CONFIRMED ? { ...one, verified: day } : one));
  await publishEdition(desk, { item: NUMBERS_ITEM, language: '-', after: 0, content: writeHelpNumbers(numbers) });
  await publishEdition(desk, { item: clipItem('safety'), language: 'km', after: 0, content: sampleTone() });
}

async function publishTexts(
  desks: MemberDesks,
  organisation: OrganisationId,
  texts: typeof LARGER_TEXTS,
): Promise<void> {
  const desk = await desks.desk(administratorOf(organisation));
  for (const name of TEXTS) {
    for (const language of LANGUAGES) {
      const words = texts[name]?.[language];
      if (words === undefined) continue;
      await publishEdition(desk, { item: textItem(name), language, after: 0, content: utf8(words) });
    }
  }
}

/** Samples a second, and how long the sound is. */
const RATE = 8_000;
const SECONDS = 1;

/**
 * A tone that nobody takes for speech, in the place of a recording: a sine of 440 Hz that swells and fades, as WAV of 8
 * bits. Source: Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" (RIFF).
 */
export function sampleTone(): Uint8Array {
  const length = RATE * SECONDS;
  const bytes = new Uint8Array(44 + length);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string): void => bytes.set(utf8(text), at);
  write(0, 'RIFF');
  view.setUint32(4, 36 + length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  // PCM, one channel, bytes a second, bytes and bits a sample.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, length, true);
  for (let at = 0; at < length; at += 1) {
    const swell = Math.sin((Math.PI * at) / length);
    bytes[44 + at] = 128 + Math.round(60 * swell * Math.sin((2 * Math.PI * 440 * at) / RATE));
  }
  return bytes;
}
