import { defineMessages } from '@romduol/shared/language/language';

/** Files in a conversation. The Khmer awaits a native reader. */
export const talkFileWords = defineMessages({
  sent: { en: 'sent', km: 'បានផ្ញើ' },
  notWhole: { en: 'has not arrived whole', km: 'មិនទាន់មកដល់ទាំងស្រុង' },
  listen: { en: 'Listen here', km: 'ស្តាប់នៅទីនេះ' },
  save: { en: 'Save this file', km: 'រក្សាទុកឯកសារនេះ' },
  saveWarning: {
    en: 'A saved file stays on this phone or computer, and whoever uses it can open it. Delete it when you have seen it.',
    km: 'ឯកសារដែលរក្សាទុក នៅក្នុងទូរស័ព្ទ ឬកុំព្យូទ័រនេះ ហើយអ្នកណាប្រើវាអាចបើកបាន។ សូមលុបវាចោល ពេលអ្នកមើលរួច។',
  },
  fetching: { en: 'Fetching, {percent} %', km: 'កំពុងទាញយក {percent} %' },
  fetched: { en: 'The file is here.', km: 'ឯកសារមកដល់ហើយ។' },
  damaged: {
    en: 'The file is not whole or was changed on its way, so it is not opened. Please tell the team.',
    km: 'ឯកសារមិនពេញលេញ ឬត្រូវបានកែប្រែតាមផ្លូវ ដូច្នេះវាមិនត្រូវបានបើកទេ។ សូមប្រាប់ក្រុមការងារ។',
  },
  uploading: {
    en: 'Your files are still being sent. Please wait until they have arrived before you send others.',
    km: 'ឯកសាររបស់អ្នកកំពុងត្រូវបានផ្ញើនៅឡើយ។ សូមរង់ចាំឱ្យវាមកដល់សិន មុនពេលផ្ញើឯកសារផ្សេង។',
  },
});
