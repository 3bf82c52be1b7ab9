import type { Words } from '@romduol/shared/language/language';
import type { TextName } from '@romduol/shared/site/items';

type SampleTexts = Readonly<Partial<Record<TextName, Words>>>;

/** What the larger sample organisation says in its own words; everything else stays built in. */
export const LARGER_TEXTS: SampleTexts = {
  home: {
    en: `**This is a sample organisation.** It stands here to show what an organisation’s own words look like.

We are people like you, from the city and from the villages around the lake. Whatever was done to you is not your fault.`,
    km: `**នេះជាអង្គការគំរូ។** វានៅទីនេះ ដើម្បីបង្ហាញថាពាក្យរបស់អង្គការផ្ទាល់មើលទៅដូចម្តេច។

យើងជាមនុស្សដូចអ្នក មកពីទីក្រុង និងភូមិជុំវិញបឹង។ អ្វីដែលគេបានធ្វើមកលើអ្នក មិនមែនជាកំហុសរបស់អ្នកទេ។`,
  },
  hours: {
    en: 'Reports are read from Monday to Friday, 8 to 17 o’clock, and on Saturday morning.',
    km: 'របាយការណ៍ត្រូវបានអានពីថ្ងៃច័ន្ទដល់ថ្ងៃសុក្រ ម៉ោង ៨ ដល់ ១៧ និងព្រឹកថ្ងៃសៅរ៍។',
  },
};

export const SMALLER_TEXTS: SampleTexts = {
  hours: {
    en: 'Reports are read on Tuesdays and Fridays.',
    km: 'របាយការណ៍ត្រូវបានអាននៅថ្ងៃអង្គារ និងថ្ងៃសុក្រ។',
  },
};
