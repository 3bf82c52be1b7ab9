import type { CohortView } from '../../desk/release-views.ts';
import { type Words, defineMessages } from '@romduol/shared/language/language';

export const cohortStateWords = {
  open: { en: 'Open', km: 'កំពុងបើក' },
  ripe: { en: 'Ready to publish', km: 'អាចផ្សព្វផ្សាយបាន' },
  proposed: { en: 'Waits for the second signature', km: 'រង់ចាំហត្ថលេខាទីពីរ' },
  published: { en: 'Published', km: 'បានផ្សព្វផ្សាយ' },
  waited: { en: 'Too small, counted with a later one', km: 'តិចពេក រាប់ជាមួយរយៈពេលក្រោយ' },
} as const satisfies Readonly<Record<CohortView['state'], Words>>;

export const kindWords = defineMessages({
  incident: { en: 'Incidents', km: 'ហេតុការណ៍' },
  outcome: { en: 'Outcomes', km: 'លទ្ធផល' },
});

export const countingWords = defineMessages({
  title: { en: 'How {quarter} and later are counted', km: 'របៀបរាប់ {quarter} និងក្រោយទៀត' },
  now: {
    en: '{quarter} and the quarters after it are opened as follows. {how}, rounded to multiples of {base}. Quarters that are open already stay as they are.',
    km: '{quarter} និងត្រីមាសក្រោយ ត្រូវបើកដូចតទៅ៖ {how} បង្គត់តាមពហុគុណនៃ {base}។ ត្រីមាសដែលបើករួចហើយ នៅដដែល។',
  },
  division: { en: 'Whose figures', km: 'តួលេខរបស់អ្នកណា' },
  divisionHint: {
    en: 'A report counts for the team that it first came to, also when another team goes on with it. A team with fewer than 30 in a quarter waits and is counted with the next; the smaller the team, the more tables are left out.',
    km: 'របាយការណ៍មួយរាប់ឲ្យក្រុមដែលបានទទួលវាដំបូង ទោះបីក្រុមផ្សេងធ្វើបន្តក៏ដោយ។ ក្រុមដែលមានតិចជាង ៣០ ក្នុងមួយត្រីមាស ត្រូវរង់ចាំ ហើយរាប់ជាមួយត្រីមាសបន្ទាប់។ ក្រុមកាន់តែតូច តារាងដែលមិនផ្សាយកាន់តែច្រើន។',
  },
  organisation: { en: 'The whole organisation together', km: 'អង្គការទាំងមូលរួមគ្នា' },
  teams: { en: 'Each team on its own', km: 'ក្រុមនីមួយៗដោយឡែក' },
  base: { en: 'Rounded to multiples of', km: 'បង្គត់តាមពហុគុណនៃ' },
  baseHint: {
    en: '5 protects more. 3 is closer to the truth: figures may differ by up to 2 instead of 4.',
    km: '៥ ការពារបានច្រើនជាង។ ៣ ជិតការពិតជាង៖ តួលេខអាចខុសគ្នាត្រឹម ២ ជំនួស ៤។',
  },
  does: {
    en: '{quarter} is opened so in the ledger, under your signature, and cannot be changed after. Later quarters follow it until somebody decides otherwise.',
    km: '{quarter} ត្រូវបើកក្នុងបញ្ជីតាមនេះ ក្រោមហត្ថលេខារបស់អ្នក ហើយមិនអាចប្តូរក្រោយមកទេ។ ត្រីមាសក្រោយៗធ្វើតាមវា រហូតដល់មានអ្នកសម្រេចផ្សេង។',
  },
  settle: { en: 'Open {quarter} so', km: 'បើក {quarter} តាមនេះ' },
  settling: { en: 'Signing and opening…', km: 'កំពុងចុះហត្ថលេខា និងបើក…' },
});

/** Of refusals, by their reason. */
export const countingReasons = defineMessages({
  earlier_first: {
    en: 'An earlier quarter has enough records to stand by itself. It comes first.',
    km: 'ត្រីមាសមុនមានកំណត់ត្រាគ្រប់គ្រាន់ដោយខ្លួនវា។ ត្រូវធ្វើវាមុន។',
  },
  settled_already: {
    en: 'A colleague has just decided this. Look at the list anew.',
    km: 'មិត្តរួមការងារម្នាក់ទើបតែបានសម្រេចរឿងនេះ។ សូមមើលបញ្ជីឡើងវិញ។',
  },
});

export const statisticsWords = defineMessages({
  title: { en: 'Statistics', km: 'ស្ថិតិ' },
  intro: {
    en: 'What is counted is counted once. A quarter is frozen eight weeks after its end, on this device; only protected tables leave it, and two publishers sign.',
    km: 'អ្វីដែលរាប់ ត្រូវរាប់តែម្តង។ ត្រីមាសនីមួយៗត្រូវបង្កកប្រាំបីសប្តាហ៍ក្រោយវាចប់ នៅលើឧបករណ៍នេះ។ មានតែតារាងដែលបានការពារទេដែលចេញ ហើយអ្នកផ្សព្វផ្សាយពីរនាក់ចុះហត្ថលេខា។',
  },
  reading: { en: 'Fetching and checking the ledger…', km: 'កំពុងទាញយក និងពិនិត្យបញ្ជី…' },
  none: { en: 'No cohort has been opened yet.', km: 'មិនទាន់បើករយៈពេលណាទេ។' },
  quarter: { en: 'Quarter', km: 'ត្រីមាស' },
  kind: { en: 'What', km: 'អ្វី' },
  state: { en: 'State', km: 'ស្ថានភាព' },
  ripeOn: { en: 'from {day}', km: 'ចាប់ពី{day}' },
  late: { en: 'opened late', km: 'បើកយឺត' },
  proposedBy: { en: 'proposed by {handle}', km: 'ស្នើដោយ {handle}' },
  preview: { en: 'Preview and propose', km: 'មើលជាមុន និងស្នើ' },
  review: { en: 'Check and sign', km: 'ពិនិត្យ និងចុះហត្ថលេខា' },
  look: { en: 'Look', km: 'មើល' },
  back: { en: 'All quarters', km: 'ត្រីមាសទាំងអស់' },
  gone: { en: 'There is no such cohort.', km: 'គ្មានរយៈពេលនេះទេ។' },
  notYet: { en: 'This quarter can be frozen from {day}.', km: 'ត្រីមាសនេះអាចបង្កកបានចាប់ពី{day}។' },
  waited: {
    en: 'There were too few records; they are counted with a later quarter.',
    km: 'មានកំណត់ត្រាតិចពេក។ វាត្រូវរាប់ជាមួយត្រីមាសក្រោយ។',
  },
  ownProposal: {
    en: 'You proposed this release. Another publisher now checks and signs it.',
    km: 'អ្នកបានស្នើការផ្សព្វផ្សាយនេះ។ អ្នកផ្សព្វផ្សាយម្នាក់ទៀតត្រូវពិនិត្យ និងចុះហត្ថលេខា។',
  },
  freezeDoes: {
    en: 'The records are opened, counted, rounded and gated on this device. Nothing leaves it until you propose.',
    km: 'កំណត់ត្រាត្រូវបានបើក រាប់ បង្គត់ និងត្រងនៅលើឧបករណ៍នេះ។ គ្មានអ្វីចេញទេ រហូតដល់អ្នកស្នើ។',
  },
  freeze: { en: 'Freeze and preview', km: 'បង្កក និងមើលជាមុន' },
  freezing: { en: 'Opening the records and counting…', km: 'កំពុងបើកកំណត់ត្រា និងរាប់…' },
  opening: { en: '{count} records opened…', km: 'បានបើកកំណត់ត្រា {count}…' },
  rounding: { en: 'Counting and rounding {count} records…', km: 'កំពុងរាប់ និងបង្គត់កំណត់ត្រា {count}…' },
  stop: { en: 'Stop', km: 'បញ្ឈប់' },
  counted: {
    en: '{count} records count in it. This number is not published.',
    km: 'មានកំណត់ត្រា {count} ត្រូវរាប់។ លេខនេះមិនត្រូវផ្សព្វផ្សាយទេ។',
  },
  uncounted: {
    en: 'Records of this time that are of teams without an open quarter: {count}. They wait until there is one, or until the organisation is counted as a whole again.',
    km: 'មានកំណត់ត្រា {count} ក្នុងពេលនេះ ជារបស់ក្រុមដែលមិនមានត្រីមាសបើកទេ។ វារង់ចាំរហូតដល់មាន ឬរហូតដល់អង្គការត្រូវរាប់ទាំងមូលវិញ។',
  },
  proposeDoes: {
    en: 'You sign these tables. Nothing is public until a second publisher’s device arrives at the same bytes and signs too. A quarter is published once and never again.',
    km: 'អ្នកចុះហត្ថលេខាលើតារាងទាំងនេះ។ គ្មានអ្វីជាសាធារណៈទេ រហូតដល់ឧបករណ៍អ្នកផ្សព្វផ្សាយទីពីរគណនាបានដូចគ្នា ហើយចុះហត្ថលេខាដែរ។ ត្រីមាសមួយផ្សព្វផ្សាយតែម្តងប៉ុណ្ណោះ។',
  },
  propose: { en: 'Sign and propose', km: 'ចុះហត្ថលេខា និងស្នើ' },
  proposing: { en: 'Signing and handing in…', km: 'កំពុងចុះហត្ថលេខា និងដាក់ជូន…' },
  reviewDoes: {
    en: 'Your device counts the same records again, without looking at the proposal, and compares every byte.',
    km: 'ឧបករណ៍របស់អ្នករាប់កំណត់ត្រាដដែលម្តងទៀត ដោយមិនមើលសំណើ រួចប្រៀបធៀបគ្រប់បៃ។',
  },
  recompute: { en: 'Count again and compare', km: 'រាប់ម្តងទៀត និងប្រៀបធៀប' },
  same: { en: 'Your device arrived at exactly the same file.', km: 'ឧបករណ៍របស់អ្នកគណនាបានឯកសារដូចគ្នាបេះបិទ។' },
  notSame: {
    en: 'Your device arrived at another file. Do not sign: speak with the publisher who proposed it. What your device counted stands below.',
    km: 'ឧបករណ៍របស់អ្នកគណនាបានឯកសារផ្សេង។ សូមកុំចុះហត្ថលេខា៖ និយាយជាមួយអ្នកផ្សព្វផ្សាយដែលបានស្នើ។ អ្វីដែលឧបករណ៍អ្នករាប់បាននៅខាងក្រោម។',
  },
  left: {
    en: '{count} records of this quarter came in after the proposal. They will count late, with the next.',
    km: 'មានកំណត់ត្រា {count} នៃត្រីមាសនេះចូលមកក្រោយសំណើ។ វានឹងរាប់យឺត ជាមួយត្រីមាសបន្ទាប់។',
  },
  signDoes: {
    en: 'With your signature the release is public at once, and the counted records are put away for good.',
    km: 'ដោយហត្ថលេខារបស់អ្នក ការផ្សព្វផ្សាយនឹងជាសាធារណៈភ្លាម ហើយកំណត់ត្រាដែលបានរាប់នឹងត្រូវបិទជារៀងរហូត។',
  },
  sign: { en: 'Sign and publish', km: 'ចុះហត្ថលេខា និងផ្សព្វផ្សាយ' },
  signing: { en: 'Signing…', km: 'កំពុងចុះហត្ថលេខា…' },
  published: {
    en: 'Published. It stands on the public page and under “Releases”.',
    km: 'បានផ្សព្វផ្សាយ។ វានៅលើទំព័រសាធារណៈ និងក្រោម «ការផ្សព្វផ្សាយ»។',
  },
  total: { en: 'Published total: {total}', km: 'ចំនួនសរុបផ្សព្វផ្សាយ៖ {total}' },
  tables: { en: 'Charts and tables', km: 'គំនូសតាង និងតារាង' },
  gate: { en: 'What the gate changed', km: 'អ្វីដែលការត្រងបានផ្លាស់ប្តូរ' },
  gateNone: { en: 'Nothing: every table is published whole.', km: 'គ្មានទេ៖ តារាងទាំងអស់ត្រូវផ្សព្វផ្សាយពេញលេញ។' },
  instead: { en: 'Instead: {tables}', km: 'ជំនួសដោយ៖ {tables}' },

  releases: { en: 'Releases', km: 'ការផ្សព្វផ្សាយ' },
  releasesIntro: {
    en: 'What has been published, as everybody may read it. Choose periods, tables and languages, and take them with you. Nothing here counts a case anew: several periods together are the sum of their published figures.',
    km: 'អ្វីដែលបានផ្សព្វផ្សាយ ដែលអ្នកណាក៏អាចអានបាន។ ជ្រើសរើសរយៈពេល តារាង និងភាសា រួចយកទៅប្រើ។ គ្មានអ្វីនៅទីនេះរាប់សំណុំរឿងឡើងវិញទេ៖ រយៈពេលច្រើនរួមគ្នា គឺជាផលបូកនៃតួលេខដែលបានផ្សព្វផ្សាយ។',
  },
  noReleases: { en: 'Nothing has been published yet.', km: 'មិនទាន់មានអ្វីត្រូវបានផ្សព្វផ្សាយទេ។' },
  publishedOn: { en: 'published {day}', km: 'ផ្សព្វផ្សាយ{day}' },
});
