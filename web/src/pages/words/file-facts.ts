import { defineMessages } from '@romduol/shared/language/language';

/** What is said of a file, on the return page and in the console. The Khmer awaits a native reader. */
export const fileFactWords = defineMessages({
  recording: { en: 'Recording', km: 'សារជាសំឡេង' },
  image: { en: 'Picture', km: 'រូបភាព' },
  audio: { en: 'Sound', km: 'សំឡេង' },
  video: { en: 'Film', km: 'វីដេអូ' },
  pdf: { en: 'PDF document', km: 'ឯកសារ PDF' },
  other: { en: 'Other file', km: 'ឯកសារផ្សេង' },
  kilobytes: { en: '{count} kB', km: '{count} គីឡូបៃ' },
  megabytes: { en: '{count} MB', km: '{count} មេកាបៃ' },
});
