import { codeList, type CodeOf } from './code-list.ts';
import type { IDENTITY_ANSWER, IDENTITY_BAND } from './codes.ts';

type Band = (typeof IDENTITY_BAND)[number];
const bandWords = {
  lbq_woman: { en: 'Lesbian, bisexual or queer woman', km: 'ស្ត្រីស្រលាញ់ស្ត្រី ស្រលាញ់ភេទទាំងពីរ ឬឃ្វៀរ' },
  gbq_man: { en: 'Gay, bisexual or queer man', km: 'បុរសស្រលាញ់បុរស ស្រលាញ់ភេទទាំងពីរ ឬឃ្វៀរ' },
  trans_woman: { en: 'Trans woman', km: 'ស្ត្រីប្លែងភេទ' },
  trans_man: { en: 'Trans man', km: 'បុរសប្លែងភេទ' },
  trans_unspecified: { en: 'Trans, not further said', km: 'អ្នកប្លែងភេទ (មិនបញ្ជាក់បន្ថែម)' },
  nonbinary_other: { en: 'Non-binary or another gender', km: 'ណន់បាយនើរី ឬយេនឌ័រផ្សេងទៀត' },
  intersex: { en: 'Intersex', km: 'អន្តរភេទ' },
  straight_cis: { en: 'Straight and not trans', km: 'ស្រលាញ់ភេទផ្ទុយ និងមិនមែនអ្នកប្លែងភេទ' },
  unsure: { en: 'Not sure', km: 'មិនប្រាកដ' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
} as const;

/** List F: the band a coder puts a person in, from how they describe themselves. */
export const identityBand = codeList<Band>('identity_band', bandWords);
export type IdentityBand = CodeOf<typeof identityBand>;

/** How people describe themselves, as many as they like. */
export const identityAnswer = codeList<(typeof IDENTITY_ANSWER)[number]>('identity_answer', {
  ...bandWords,
  trans_unspecified: { en: 'Trans', km: 'អ្នកប្លែងភេទ' },
  unsure: { en: 'I am not sure', km: 'ខ្ញុំមិនប្រាកដ' },
  unk: { en: 'I do not know (it is about someone else)', km: 'ខ្ញុំមិនដឹង (រឿងនេះអំពីអ្នកដទៃ)' },
  straight: { en: 'Straight', km: 'ស្រលាញ់ភេទផ្ទុយ' },
  other: { en: 'Another word', km: 'ពាក្យផ្សេង' },
});
export type IdentityAnswer = CodeOf<typeof identityAnswer>;

/**
 * What decides a band when someone names several: the body or gender for which violence is most often met comes before
 * whom one loves, and any of them before "straight".
 */
const PRECEDENCE: readonly (readonly [IdentityAnswer, IdentityBand])[] = [
  ['intersex', 'intersex'],
  ['trans_woman', 'trans_woman'],
  ['trans_man', 'trans_man'],
  ['trans_unspecified', 'trans_unspecified'],
  ['nonbinary_other', 'nonbinary_other'],
  ['lbq_woman', 'lbq_woman'],
  ['gbq_man', 'gbq_man'],
  ['other', 'nonbinary_other'],
  ['straight_cis', 'straight_cis'],
  ['straight', 'straight_cis'],
  ['unsure', 'unsure'],
];

/** The band proposed for a person's own words; `unk` when nothing was said. A coder decides. */
export function bandOfIdentity(answers: readonly IdentityAnswer[]): IdentityBand {
  const said = new Set(answers);
  if (said.has('trans_woman') && said.has('trans_man') && !said.has('intersex')) return 'trans_unspecified';
  return PRECEDENCE.find(([answer]) => said.has(answer))?.[1] ?? 'unk';
}
