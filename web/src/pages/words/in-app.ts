import { defineMessages } from '@romduol/shared/language/language';

/** Shown by the page's script where it runs inside another app. Khmer awaits a native reader. */
export const inAppWords = defineMessages({
  heading: { en: 'This page is open inside another app', km: 'ទំព័រនេះកំពុងបើកនៅក្នុងកម្មវិធីផ្សេង' },
  why: {
    en: 'That app may be able to see what you do here. An ordinary browser is more private.',
    km: 'កម្មវិធីនោះអាចនឹងមើលឃើញអ្វីដែលអ្នកធ្វើនៅទីនេះ។ កម្មវិធីរុករកធម្មតាមានឯកជនភាពជាង។',
  },
  how: {
    en: 'Press ⋮ or ⋯ at the edge of the screen and choose “Open in browser”. Or hold this address, copy it, and paste it in Chrome, Firefox or Safari:',
    km: 'សូមចុច ⋮ ឬ ⋯ នៅគែមអេក្រង់ រួចជ្រើសរើស «Open in browser»។ ឬចុចឱ្យជាប់លើអាសយដ្ឋាននេះ ចម្លងវា រួចបិទភ្ជាប់ក្នុង Chrome, Firefox ឬ Safari៖',
  },
  stay: {
    en: 'You can also go on here. It works.',
    km: 'អ្នកក៏អាចបន្តនៅទីនេះបានដែរ។ វាដំណើរការ។',
  },
  dismiss: { en: 'Go on here', km: 'បន្តនៅទីនេះ' },
});
