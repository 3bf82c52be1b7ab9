import { defineMessages } from '@romduol/shared/language/language';

export const troubleWords = defineMessages({
  not_found: { en: 'There is no page here', km: 'គ្មានទំព័រនៅទីនេះទេ' },
  not_foundNext: {
    en: 'The address may be wrong or old. These pages are here:',
    km: 'អាសយដ្ឋានអាចខុស ឬចាស់ហើយ។ ទំព័រទាំងនេះនៅទីនេះ៖',
  },
  busy: { en: 'Many people are sending at this moment', km: 'ពេលនេះមានមនុស្សច្រើនកំពុងផ្ញើ' },
  busyNext: {
    en: 'Nothing of yours has been stored, and nothing is lost while this page stays open. Please wait a minute, then reload this page. The browser asks whether to send again: say yes.',
    km: 'មិនទាន់មានអ្វីរបស់អ្នកត្រូវបានរក្សាទុកទេ ហើយគ្មានអ្វីបាត់ឡើយ ពេលទំព័រនេះនៅបើក។ សូមរង់ចាំមួយនាទី រួចបើកទំព័រនេះឡើងវិញ (reload)។ កម្មវិធីរុករកនឹងសួរថាចង់ផ្ញើម្តងទៀតឬទេ៖ សូមយល់ព្រម។',
  },
  fault: { en: 'Something went wrong on our side', km: 'មានបញ្ហានៅខាងយើង' },
  faultNext: {
    en: 'We could not store what you sent. Please wait a minute, then reload this page. The browser asks whether to send again: say yes.',
    km: 'យើងមិនអាចរក្សាទុកអ្វីដែលអ្នកបានផ្ញើទេ។ សូមរង់ចាំមួយនាទី រួចបើកទំព័រនេះឡើងវិញ (reload)។ កម្មវិធីរុករកនឹងសួរថាចង់ផ្ញើម្តងទៀតឬទេ៖ សូមយល់ព្រម។',
  },
  too_large: { en: 'This is more than we can take at once', km: 'នេះវែងជាងអ្វីដែលយើងអាចទទួលបានក្នុងពេលតែមួយ' },
  too_largeNext: {
    en: 'Please go back, and send a shorter text. You can send the rest in a second one.',
    km: 'សូមត្រឡប់ក្រោយ ហើយផ្ញើអត្ថបទខ្លីជាងនេះ។ អ្នកអាចផ្ញើផ្នែកដែលនៅសល់លើកក្រោយ។',
  },
  malformed: { en: 'This could not be read', km: 'មិនអាចអានបានទេ' },
  malformedNext: {
    en: 'The form did not arrive whole. Please reload this page. The browser asks whether to send again: say yes.',
    km: 'ទម្រង់មិនបានមកដល់ពេញលេញទេ។ សូមបើកទំព័រនេះឡើងវិញ (reload)។ កម្មវិធីរុករកនឹងសួរថាចង់ផ្ញើម្តងទៀតឬទេ៖ សូមយល់ព្រម។',
  },
  cross_site: { en: 'This came from another site', km: 'នេះមកពីគេហទំព័រផ្សេង' },
  cross_siteNext: {
    en: 'We take a form only from our own page. Please open the page again and send it from there.',
    km: 'យើងទទួលតែទម្រង់ដែលផ្ញើចេញពីទំព័ររបស់យើងប៉ុណ្ណោះ។ សូមបើកទំព័រម្តងទៀត ហើយផ្ញើពីទីនោះ។',
  },
});
