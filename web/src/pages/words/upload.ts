import { defineMessages } from '@romduol/shared/language/language';

/** What the receipt says while files follow the report. The Khmer awaits a native reader. */
export const uploadWords = defineMessages({
  heading: { en: 'Your files are still being sent', km: 'ឯកសាររបស់អ្នកកំពុងត្រូវបានផ្ញើ' },
  keepOpen: {
    en: 'Your report has arrived. Keep this page open until the files have arrived too: whatever is missing when it is closed is lost.',
    km: 'របាយការណ៍របស់អ្នកបានមកដល់ហើយ។ សូមទុកទំព័រនេះឱ្យនៅបើក រហូតដល់ឯកសារមកដល់ដែរ៖ បើបិទមុន អ្វីដែលមិនទាន់ផ្ញើនឹងបាត់។',
  },
  allStored: { en: 'All files have arrived.', km: 'ឯកសារទាំងអស់បានមកដល់ហើយ។' },
  someFailed: {
    en: 'Not all files have arrived. The report itself has, and the team can see that something is missing.',
    km: 'ឯកសារមិនបានមកដល់ទាំងអស់ទេ។ របាយការណ៍បានមកដល់ហើយ ហើយក្រុមអាចឃើញថាមានអ្វីមួយខ្វះ។',
  },
  keepOpenReply: {
    en: 'Your message has arrived. Keep this page open until the files have arrived too: whatever is missing when it is closed is lost.',
    km: 'សាររបស់អ្នកបានមកដល់ហើយ។ សូមទុកទំព័រនេះឱ្យនៅបើក រហូតដល់ឯកសារមកដល់ដែរ៖ បើបិទមុន អ្វីដែលមិនទាន់ផ្ញើនឹងបាត់។',
  },
  someFailedReply: {
    en: 'Not all files have arrived. The message itself has, and the team can see that something is missing. You can send them again with another message.',
    km: 'ឯកសារមិនបានមកដល់ទាំងអស់ទេ។ សារបានមកដល់ហើយ ហើយក្រុមអាចឃើញថាមានអ្វីមួយខ្វះ។ អ្នកអាចផ្ញើវាម្តងទៀតជាមួយសារមួយទៀត។',
  },
  recording: { en: 'Recording', km: 'សារជាសំឡេង' },
  waiting: { en: 'waiting', km: 'រង់ចាំ' },
  sending: { en: 'sending, {percent} %', km: 'កំពុងផ្ញើ {percent} %' },
  paused: { en: 'paused at {percent} %', km: 'ផ្អាកនៅ {percent} %' },
  dropped: {
    en: 'the line dropped at {percent} %; trying again by itself',
    km: 'អ៊ីនធឺណិតដាច់នៅ {percent} %។ កំពុងព្យាយាមម្តងទៀតដោយស្វ័យប្រវត្តិ',
  },
  stored: { en: 'arrived', km: 'មកដល់ហើយ' },
  failed: { en: 'could not be sent', km: 'ផ្ញើមិនបាន' },
  pause: { en: 'Pause', km: 'ផ្អាក' },
  resume: { en: 'Go on', km: 'បន្ត' },
  retry: { en: 'Try again now', km: 'ព្យាយាមម្តងទៀតឥឡូវ' },
});
