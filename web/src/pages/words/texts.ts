import { defineMessages } from '@romduol/shared/language/language';

/** What stands around the texts that organisations write. */
export const textWords = defineMessages({
  rights: { en: 'Your rights in Cambodia', km: 'សិទ្ធិរបស់អ្នកនៅកម្ពុជា' },
  next: { en: 'What happens next', km: 'អ្វីដែលកើតឡើងបន្ទាប់' },
  safety: { en: 'How we keep it safe', km: 'របៀបដែលយើងរក្សាសុវត្ថិភាព' },
  rightsSample: {
    en: 'Sample, to be confirmed with counsel. The organisation has not published its own text yet. It is not legal advice.',
    km: 'អត្ថបទគំរូ ដែលត្រូវផ្ទៀងផ្ទាត់ជាមួយមេធាវី។ អង្គការមិនទាន់បានផ្សាយអត្ថបទរបស់ខ្លួននៅឡើយទេ។ នេះមិនមែនជាការប្រឹក្សាផ្លូវច្បាប់ទេ។',
  },
  nextSample: {
    en: 'Sample text. The organisation has not confirmed these times yet.',
    km: 'អត្ថបទគំរូ។ អង្គការមិនទាន់បានបញ្ជាក់ពេលវេលាទាំងនេះនៅឡើយទេ។',
  },
  keyWords: { en: 'Is this page ours?', km: 'តើទំព័រនេះជារបស់យើងមែនទេ?' },
  keyWordsText: {
    en: 'Ten words name the key behind this site. Compare them with those on our posters, or scan the picture with a poster’s: the same words, in the same order.',
    km: 'ពាក្យដប់សម្គាល់សោរបស់គេហទំព័រនេះ។ សូមប្រៀបធៀបជាមួយពាក្យលើផ្ទាំងប័ណ្ណរបស់យើង ឬស្កេនរូបនេះ និងរូបលើផ្ទាំងប័ណ្ណ៖ ពាក្យត្រូវតែដូចគ្នា តាមលំដាប់ដូចគ្នា។',
  },
  keyWordsQr: { en: 'QR code of the ten words', km: 'កូដ QR នៃពាក្យទាំងដប់' },
  hours: { en: 'Reports are read on working days.', km: 'របាយការណ៍ត្រូវបានអាននៅថ្ងៃធ្វើការ។' },
  listen: { en: 'Listen to this section', km: 'ស្តាប់ផ្នែកនេះ' },
  listenTo: { en: 'Listen to this section ({organisation})', km: 'ស្តាប់ផ្នែកនេះ ({organisation})' },
});
