import { defineMessages } from '@romduol/shared/language/language';

/** Practice with made-up cases. A native speaker reviews the Khmer. */
export const practiceWords = defineMessages({
  begin: { en: 'Practise with made-up cases', km: 'ហ្វឹកហាត់ជាមួយករណីប្រឌិត' },
  title: { en: 'PRACTICE', km: 'ហ្វឹកហាត់' },
  band: {
    en: 'Everybody here is made up. Nothing is stored or sent: it is gone when you leave. Type nothing about real people.',
    km: 'គ្រប់គ្នានៅទីនេះជាមនុស្សប្រឌិត។ គ្មានអ្វីត្រូវបានរក្សាទុក ឬផ្ញើទេ៖ វាបាត់ពេលអ្នកចាកចេញ។ សូមកុំវាយអ្វីអំពីមនុស្សពិត។',
  },
  leave: { en: 'Leave practice', km: 'ចាកចេញពីការហ្វឹកហាត់' },
});
