import { defineMessages } from '@romduol/shared/language/language';

/** The frame around every screen of the console. */
export const shellWords = defineMessages({
  name: { en: 'Romduol', km: 'រំដួល' },
  console: { en: 'Console', km: 'ផ្ទាំងការងារ' },
  skip: { en: 'Skip to the screen', km: 'រំលងទៅខ្លឹមសារ' },
  sections: { en: 'Sections', km: 'ផ្នែក' },
  queue: { en: 'Cases', km: 'ករណី' },
  supervision: { en: 'Supervision', km: 'ការត្រួតពិនិត្យ' },
  directory: { en: 'Directory', km: 'បញ្ជីសេវា' },
  statistics: { en: 'Statistics', km: 'ស្ថិតិ' },
  releases: { en: 'Releases', km: 'ការផ្សព្វផ្សាយ' },
  site: { en: 'Public pages', km: 'ទំព័រសាធារណៈ' },
  members: { en: 'Members', km: 'សមាជិក' },
  setup: { en: 'Set-up', km: 'ការរៀបចំ' },
  audit: { en: 'Audit log', km: 'កំណត់ត្រាសវនកម្ម' },
  /** The name of each language in itself; it stands on the switch to it. */
  language: { en: 'English', km: 'ភាសាខ្មែរ' },
  lock: { en: 'Lock', km: 'ចាក់សោ' },
  lockHint: {
    en: 'Closes everything at once; your passphrase opens it again.',
    km: 'បិទអ្វីៗទាំងអស់ភ្លាម។ ឃ្លាសម្ងាត់របស់អ្នកនឹងបើកវាវិញ។',
  },
  signOut: { en: 'Sign out', km: 'ចាកចេញ' },
  account: { en: 'Your account', km: 'គណនីរបស់អ្នក' },
  loading: { en: 'Opening…', km: 'កំពុងបើក…' },
  retry: { en: 'Try again', km: 'ព្យាយាមម្តងទៀត' },
  reload: { en: 'Refresh', km: 'ផ្ទុកឡើងវិញ' },
  cancel: { en: 'Cancel', km: 'បោះបង់' },
  noSuchScreen: { en: 'There is no such screen.', km: 'គ្មានផ្ទាំងនេះទេ។' },
  notYours: { en: 'This screen belongs to another role.', km: 'ផ្ទាំងនេះសម្រាប់តួនាទីផ្សេង។' },
  noSections: {
    en: 'Your role has no screens in this console yet.',
    km: 'តួនាទីរបស់អ្នកមិនទាន់មានផ្ទាំងក្នុងកម្មវិធីនេះទេ។',
  },
  idleWarning: {
    en: 'Nobody has touched this for a while. It locks within a minute; what is not yet recorded is lost then.',
    km: 'គ្មានអ្នកប្រើមួយរយៈហើយ។ វានឹងចាក់សោក្នុងមួយនាទីទៀត ហើយអ្វីដែលមិនទាន់កត់ត្រានឹងបាត់។',
  },
  stay: { en: 'I am still here', km: 'ខ្ញុំនៅទីនេះ' },
  keyringExpired: {
    en: 'The list of members expired on {day}. An administrator must renew it before work can go on.',
    km: 'បញ្ជីសមាជិកបានផុតកំណត់នៅ{day}។ អ្នកគ្រប់គ្រងត្រូវបន្តសុពលភាពវា មុននឹងអាចបន្តការងារ។',
  },
  keyringExpiring: {
    en: 'The list of members expires on {day}, in {days} days. An administrator should renew it.',
    km: 'បញ្ជីសមាជិកនឹងផុតកំណត់នៅ{day} គឺ {days} ថ្ងៃទៀត។ អ្នកគ្រប់គ្រងគួរបន្តសុពលភាពវា។',
  },
  demo: {
    en: 'This is a demonstration with made-up people and cases.',
    km: 'នេះជាការបង្ហាញសាកល្បង មានមនុស្ស និងករណីប្រឌិត។',
  },
  needsScript: {
    en: 'The console opens sealed reports on your own device, and needs JavaScript for it.',
    km: 'ផ្ទាំងការងារបើករបាយការណ៍ដែលបានបិទត្រានៅលើឧបករណ៍របស់អ្នកផ្ទាល់ ហើយត្រូវការ JavaScript។',
  },
});
