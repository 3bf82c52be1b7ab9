import { type Words, defineMessages } from '../language/language.ts';
import type { CannotCleanReason } from './cannot-clean.ts';

/** What a file is to the person who sends it. */
export type FileGroup = 'picture' | 'sound' | 'film' | 'document' | 'other';

/** By MIME type, as a cleaned file bears it or as a browser guesses it of one that is not. */
export function groupOf(type: string): FileGroup {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  return type === 'application/pdf' || type.includes('document') || type.includes('word') ? 'document' : 'other';
}

/** Said when a file was cleaned. */
export const cleanedWords = {
  picture: {
    en: 'Hidden details were removed from this picture: where and when it was taken, and with which phone. The picture itself is unchanged.',
    km: 'ព័ត៌មានលាក់ក្នុងរូបភាពនេះត្រូវបានលុបចេញហើយ៖ ទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ រូបភាពខ្លួនឯងមិនប្រែប្រួលទេ។',
  },
  sound: {
    en: 'Hidden details were removed from this recording: where and when it was made, and with which phone. The voice itself is unchanged and can be recognised.',
    km: 'ព័ត៌មានលាក់ក្នុងសំឡេងនេះត្រូវបានលុបចេញហើយ៖ ទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ សំឡេងខ្លួនឯងមិនប្រែប្រួលទេ ហើយគេអាចស្គាល់បាន។',
  },
  film: {
    en: 'Hidden details were removed from this video: where and when it was taken, and with which phone. What it shows and says is unchanged.',
    km: 'ព័ត៌មានលាក់ក្នុងវីដេអូនេះត្រូវបានលុបចេញហើយ៖ ទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ អ្វីដែលឃើញ និងឮក្នុងវីដេអូមិនប្រែប្រួលទេ។',
  },
  document: {
    en: 'Hidden details were removed from this document: who wrote it, when, notes in the margin, and details inside its pictures. Its text is unchanged.',
    km: 'ព័ត៌មានលាក់ក្នុងឯកសារនេះត្រូវបានលុបចេញហើយ៖ អ្នកសរសេរ ពេលវេលា កំណត់ចំណាំនៅគែម និងព័ត៌មានក្នុងរូបភាពរបស់វា។ អត្ថបទមិនប្រែប្រួលទេ។',
  },
  other: {
    en: 'Hidden details were removed from this file.',
    km: 'ព័ត៌មានលាក់ក្នុងឯកសារនេះត្រូវបានលុបចេញហើយ។',
  },
} as const satisfies Readonly<Record<FileGroup, Words>>;

/** Asked when a file cannot be cleaned, before it is sent. Whoever reads it must be able to say no. */
export const sendAnywayWords = {
  picture: {
    en: 'This picture cannot be cleaned of hidden details. It may say where and when it was taken, and with which phone. Send it anyway?',
    km: 'មិនអាចលុបព័ត៌មានលាក់ចេញពីរូបភាពនេះបានទេ។ វាអាចបង្ហាញទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ តើអ្នកនៅតែចង់ផ្ញើវាឬទេ?',
  },
  sound: {
    en: 'This recording cannot be cleaned of hidden details. It may say where and when it was made, and with which phone. Send it anyway?',
    km: 'មិនអាចលុបព័ត៌មានលាក់ចេញពីសំឡេងនេះបានទេ។ វាអាចបង្ហាញទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ តើអ្នកនៅតែចង់ផ្ញើវាឬទេ?',
  },
  film: {
    en: 'This video cannot be cleaned of hidden details. It may say where and when it was taken, and with which phone. Send it anyway?',
    km: 'មិនអាចលុបព័ត៌មានលាក់ចេញពីវីដេអូនេះបានទេ។ វាអាចបង្ហាញទីកន្លែង ពេលវេលា និងទូរស័ព្ទដែលបានថត។ តើអ្នកនៅតែចង់ផ្ញើវាឬទេ?',
  },
  document: {
    en: 'This document cannot be cleaned of hidden details. It may say who wrote it and when, and on which computer. Send it anyway?',
    km: 'មិនអាចលុបព័ត៌មានលាក់ចេញពីឯកសារនេះបានទេ។ វាអាចបង្ហាញអ្នកសរសេរ ពេលវេលា និងកុំព្យូទ័រដែលបានប្រើ។ តើអ្នកនៅតែចង់ផ្ញើវាឬទេ?',
  },
  other: {
    en: 'This file cannot be cleaned of hidden details. It may say who made it, where and when, and with which device. Send it anyway?',
    km: 'មិនអាចលុបព័ត៌មានលាក់ចេញពីឯកសារនេះបានទេ។ វាអាចបង្ហាញអ្នកបង្កើត ទីកន្លែង ពេលវេលា និងឧបករណ៍ដែលបានប្រើ។ តើអ្នកនៅតែចង់ផ្ញើវាឬទេ?',
  },
} as const satisfies Readonly<Record<FileGroup, Words>>;

/** Why, in a sentence that may stand before the question. */
export const cannotCleanWords = {
  unknown_kind: {
    en: 'We do not know this kind of file.',
    km: 'យើងមិនស្គាល់ប្រភេទឯកសារនេះទេ។',
  },
  damaged: {
    en: 'This file is damaged or not complete.',
    km: 'ឯកសារនេះខូច ឬមិនពេញលេញ។',
  },
  needs_reencoding: {
    en: 'This kind of picture can only be cleaned by a browser that can show it. A screenshot of it is safer to send.',
    km: 'មានតែកម្មវិធីអ៊ីនធឺណិតដែលអាចបង្ហាញរូបភាពប្រភេទនេះទេ ទើបលុបព័ត៌មានលាក់បាន។ ការផ្ញើរូបថតអេក្រង់នៃរូបភាពនេះមានសុវត្ថិភាពជាង។',
  },
  encrypted: {
    en: 'This file is locked with a password.',
    km: 'ឯកសារនេះត្រូវបានចាក់សោដោយពាក្យសម្ងាត់។',
  },
  unknown_parts: {
    en: 'This file holds parts that we cannot look into.',
    km: 'ឯកសារនេះមានផ្នែកខ្លះដែលយើងមិនអាចពិនិត្យបាន។',
  },
  too_large: {
    en: 'This file is too large to be cleaned.',
    km: 'ឯកសារនេះធំពេក មិនអាចលុបព័ត៌មានលាក់ចេញបានទេ។',
  },
} as const satisfies Readonly<Record<CannotCleanReason, Words>>;

/** The two answers. The second is the safe one. */
export const sendAnywayAnswers = defineMessages({
  send: { en: 'Send it with its hidden details', km: 'ផ្ញើទាំងមានព័ត៌មានលាក់' },
  leaveOut: { en: 'Leave this file out', km: 'មិនផ្ញើឯកសារនេះទេ' },
});
