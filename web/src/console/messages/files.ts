import { defineMessages } from '@romduol/shared/language/language';

/** The files of a report. The Khmer awaits a native reader. */
export const fileWords = defineMessages({
  files: { en: 'Files', km: 'ឯកសារ' },
  recording: { en: 'Recording', km: 'សារជាសំឡេង' },
  image: { en: 'Picture', km: 'រូបភាព' },
  audio: { en: 'Sound', km: 'សំឡេង' },
  video: { en: 'Film', km: 'វីដេអូ' },
  pdf: { en: 'PDF document', km: 'ឯកសារ PDF' },
  other: { en: 'Other file', km: 'ឯកសារផ្សេង' },
  kilobytes: { en: '{count} kB', km: '{count} គីឡូបៃ' },
  megabytes: { en: '{count} MB', km: '{count} មេកាបៃ' },
  hint: {
    en: 'Opened in the memory of this page only. They may be hard to see or to hear.',
    km: 'បើកតែក្នុងអង្គចងចាំនៃទំព័រនេះប៉ុណ្ណោះ។ វាអាចពិបាកមើល ឬពិបាកស្តាប់។',
  },
  pdfHint: {
    en: 'A PDF cannot be shown here without letting it run scripts. To read it, save it.',
    km: 'ឯកសារ PDF មិនអាចបង្ហាញនៅទីនេះ ដោយមិនឱ្យវាដំណើរការស្គ្រីបបានទេ។ ដើម្បីអាន សូមរក្សាទុកវា។',
  },
  open: { en: 'Open here', km: 'បើកនៅទីនេះ' },
  opening: { en: 'Fetching and checking…', km: 'កំពុងទាញយក និងពិនិត្យ…' },
  close: { en: 'Put away', km: 'បិទ' },
  save: { en: 'Save on this device…', km: 'រក្សាទុកក្នុងឧបករណ៍នេះ…' },
  saveWarning: {
    en: 'A saved file is no longer locked: whoever uses this device can open it, and locking the console does not remove it. It may also harm the device. Save it only if the case needs it, and delete it afterwards.',
    km: 'ឯកសារដែលរក្សាទុកលែងមានសោ៖ អ្នកណាប្រើឧបករណ៍នេះអាចបើកវាបាន ហើយការចាក់សោផ្ទាំងការងារមិនលុបវាទេ។ វាក៏អាចបង្កគ្រោះថ្នាក់ដល់ឧបករណ៍ដែរ។ សូមរក្សាទុកតែពេលករណីត្រូវការ ហើយលុបវាចោលវិញ។',
  },
  saveAnyway: { en: 'Save it unlocked', km: 'រក្សាទុកដោយគ្មានសោ' },
  cancel: { en: 'Do not save', km: 'កុំរក្សាទុក' },
  cannotShow: {
    en: 'This browser does not show files of this kind.',
    km: 'កម្មវិធីរុករកនេះមិនអាចបង្ហាញឯកសារប្រភេទនេះបានទេ។',
  },
});
