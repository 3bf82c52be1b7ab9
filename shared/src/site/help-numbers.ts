import { Day } from '../ids.ts';
import { addDays } from '../language/dates.ts';
import type { Words } from '../language/language.ts';
import { z } from '../schema.ts';
import { fromUtf8, utf8 } from '../sealing/bytes.ts';

/** More than anybody could read in need. */
export const NUMBERS_MAX = 40;

const words = (max: number) => z.strictObject({ en: z.string().min(1).max(max), km: z.string().min(1).max(max) });

/** Days after which a number wants ringing again. */
export const NUMBER_DUE_DAYS = 180;

/** What a telephone can be told to ring, with the spaces that make it readable. */
export const DIALLED = /^\+?\d(?:[ -]?\d){1,19}$/;

export const HelpNumber = z.strictObject({
  number: z.string().regex(DIALLED),
  name: words(120),
  /** What to know before ringing. */
  note: words(400).nullable(),
  /** When somebody answers. */
  hours: words(120).nullable(),
  /** The day on which somebody of the organisation last rang it; null: nobody has confirmed it. */
  verified: Day.nullable(),
});
export type HelpNumber = Readonly<Omit<z.output<typeof HelpNumber>, 'name' | 'note' | 'hours'>> & {
  readonly name: Words;
  readonly note: Words | null;
  readonly hours: Words | null;
};

const HelpNumberList = z.strictObject({ v: z.literal(1), numbers: z.array(HelpNumber).max(NUMBERS_MAX) });

/** The day from which a number wants ringing again; null for one that nobody has rung yet. */
export const dueOf = ({ verified }: Pick<HelpNumber, 'verified'>): Day | null =>
  verified && addDays(verified, NUMBER_DUE_DAYS);

/** The bytes that are signed and stored. */
export function writeHelpNumbers(numbers: readonly HelpNumber[]): Uint8Array {
  return utf8(JSON.stringify({ v: 1, numbers }));
}

/** Null for bytes that are no list of numbers. */
export function readHelpNumbers(bytes: Uint8Array): readonly HelpNumber[] | null {
  try {
    return HelpNumberList.parse(JSON.parse(fromUtf8(bytes))).numbers;
  } catch {
    return null;
  }
}
