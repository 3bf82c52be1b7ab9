import { defineMessages } from '@romduol/shared/language/language';

/** The files of a report or message. The Khmer awaits a native reader. */
export const fileWords = defineMessages({
  files: { en: 'Files', km: 'ឯកសារ' },
  hint: {
    en: 'Opened in the memory of this page only. They may be hard to see or to hear.',
    km: 'បើកតែក្នុងអង្គចងចាំនៃទំព័រនេះប៉ុណ្ណោះ។ វាអាចពិបាកមើល ឬពិបាកស្តាប់។',
  },
  pdfHint: {
    en: 'Drawn here from memory: nothing in it runs, no link works, nothing is fetched. What cannot be drawn this way is left out.',
    km: 'គូរនៅទីនេះពីអង្គចងចាំ៖ គ្មានស្គ្រីបដំណើរការ គ្មានតំណបើកបាន ហើយគ្មានអ្វីត្រូវបានទាញយកទេ។ អ្វីដែលគូរបែបនេះមិនបាន នឹងមិនបង្ហាញ។',
  },
  drawing: { en: 'Drawing…', km: 'កំពុងគូរ…' },
  page: { en: 'Page {page} of {pages}', km: 'ទំព័រ {page} នៃ {pages}' },
  pageBefore: { en: 'Page before', km: 'ទំព័រមុន' },
  pageAfter: { en: 'Next page', km: 'ទំព័របន្ទាប់' },
  larger: { en: 'Larger', km: 'ធំជាង' },
  smaller: { en: 'Smaller', km: 'តូចជាង' },
  pageText: { en: 'The words of this page', km: 'អក្សរក្នុងទំព័រនេះ' },
  pdfLocked: {
    en: 'This PDF asks for a password and is not opened here. To read it, save it.',
    km: 'ឯកសារ PDF នេះសុំពាក្យសម្ងាត់ ហើយមិនបើកនៅទីនេះទេ។ ដើម្បីអាន សូមរក្សាទុកវា។',
  },
  pdfBroken: {
    en: 'This PDF cannot be drawn here. To read it, save it.',
    km: 'ឯកសារ PDF នេះមិនអាចគូរនៅទីនេះបានទេ។ ដើម្បីអាន សូមរក្សាទុកវា។',
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
