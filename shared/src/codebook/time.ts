import { codeList, type CodeOf } from './code-list.ts';
import type { WHEN_BAND } from './codes.ts';

/** When it happened, as a report asks it. */
export const whenBand = codeList<(typeof WHEN_BAND)[number]>('when_band', {
  h72: { en: 'In the last 72 hours (3 days)', km: 'ក្នុង ៧២ ម៉ោង (៣ ថ្ងៃ) ចុងក្រោយ' },
  week: { en: 'In the last week', km: 'ក្នុងមួយសប្តាហ៍ចុងក្រោយ' },
  month: { en: 'In the last month', km: 'ក្នុងមួយខែចុងក្រោយ' },
  m1_3: { en: '1 to 3 months ago', km: '១ ដល់ ៣ ខែមុន' },
  m3_12: { en: '3 to 12 months ago', km: '៣ ដល់ ១២ ខែមុន' },
  y1_plus: { en: 'More than a year ago', km: 'ជាងមួយឆ្នាំមុន' },
  ongoing: { en: 'It is still going on', km: 'នៅតែបន្តកើតឡើង' },
  pns: { en: 'Prefer not to say', km: 'ខ្ញុំមិនចង់ឆ្លើយ' },
});
export type WhenBand = CodeOf<typeof whenBand>;

/** Days from the incident to the report, as coded. The first limits are those of emergency care after rape. */
export const delayBand = codeList('delay_band', {
  d0_3: { en: '0 to 3 days', km: '០ ដល់ ៣ ថ្ងៃ' },
  d4_5: { en: '4 to 5 days', km: '៤ ដល់ ៥ ថ្ងៃ' },
  d6_14: { en: '6 to 14 days', km: '៦ ដល់ ១៤ ថ្ងៃ' },
  d15_30: { en: '15 to 30 days', km: '១៥ ដល់ ៣០ ថ្ងៃ' },
  m1_3: { en: '1 to 3 months', km: '១ ដល់ ៣ ខែ' },
  m3p: { en: 'More than 3 months', km: 'លើសពី ៣ ខែ' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type DelayBand = CodeOf<typeof delayBand>;

/** The delay that an answer settles; null where it spans two bands (a week, a month) and a coder must ask. */
export function delayOfWhen(answer: WhenBand | undefined): DelayBand | null {
  switch (answer) {
    case 'h72':
    case 'ongoing':
      return 'd0_3';
    case 'm1_3':
      return 'm1_3';
    case 'm3_12':
    case 'y1_plus':
      return 'm3p';
    case 'week':
    case 'month':
      return null;
    default:
      return 'unk';
  }
}
