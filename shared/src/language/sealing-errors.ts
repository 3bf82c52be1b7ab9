import type { SealingErrorCode } from '../sealing/errors.ts';
import type { Words } from './language.ts';

/** What is said when something sealed, signed or typed cannot be used: what it means, and what to do. */
export const sealingErrorWords = {
  damaged: {
    en: 'This cannot be opened: it was changed or cut on its way, or is not meant for you.',
    km: 'មិនអាចបើកបានទេ៖ វាត្រូវបានកែប្រែ ឬខូចតាមផ្លូវ ឬមិនមែនសម្រាប់អ្នក។',
  },
  commit_mismatch: {
    en: 'The key does not belong to this. It was not opened.',
    km: 'សោនេះមិនត្រូវនឹងឯកសារនេះទេ។ វាមិនត្រូវបានបើកឡើយ។',
  },
  bad_signature: { en: 'The signature is not right.', km: 'ហត្ថលេខាមិនត្រឹមត្រូវទេ។' },
  unknown_signer: {
    en: 'Signed by someone who may not sign this.',
    km: 'ចុះហត្ថលេខាដោយអ្នកដែលគ្មានសិទ្ធិចុះលើនេះ។',
  },
  bad_padding: { en: 'This was not sealed as it should be.', km: 'ការបិទជិតមិនត្រូវតាមទម្រង់ទេ។' },
  malformed: { en: 'This is not of a form that this version knows.', km: 'ទម្រង់នេះ កំណែបច្ចុប្បន្នមិនស្គាល់ទេ។' },
  wrong_length: { en: 'Something has the wrong length.', km: 'មានប្រវែងមិនត្រឹមត្រូវ។' },
  too_long: { en: 'This is too long to be sealed.', km: 'វែងពេក មិនអាចបិទជិតបានទេ។' },
  weak_parameters: {
    en: 'The server asked for weaker protection of your passphrase than is safe. Nothing was sent. Please tell your administrator.',
    km: 'ម៉ាស៊ីនមេបានស្នើការការពារឃ្លាសម្ងាត់ខ្សោយពេក។ គ្មានអ្វីត្រូវបានផ្ញើទេ។ សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធ។',
  },
  out_of_memory: {
    en: 'This device has too little free memory. Please close other tabs and try again.',
    km: 'ឧបករណ៍នេះមានអង្គចងចាំទំនេរតិចពេក។ សូមបិទផ្ទាំងផ្សេង ហើយព្យាយាមម្តងទៀត។',
  },
  not_in_this_build: { en: 'This cannot be done here.', km: 'មិនអាចធ្វើនៅទីនេះបានទេ។' },
  bad_receipt: {
    en: 'This receipt number has a mistake in it. Please check the digits.',
    km: 'លេខបង្កាន់ដៃនេះមានកំហុស។ សូមពិនិត្យលេខម្តងទៀត។',
  },
  no_recipient: {
    en: 'There is nobody who could open this. It was not sent.',
    km: 'គ្មាននរណាអាចបើកអានបានទេ។ វាមិនត្រូវបានផ្ញើឡើយ។',
  },
  no_team: { en: 'No team takes this at the moment.', km: 'បច្ចុប្បន្នគ្មានក្រុមទទួលទេ។' },
  keys_differ: {
    en: 'The keys served are not those that the signed list names. Nothing was sealed to them.',
    km: 'សោដែលបានទទួល មិនដូចសោក្នុងបញ្ជីដែលបានចុះហត្ថលេខាទេ។ គ្មានអ្វីត្រូវបានបិទជិតដោយសោទាំងនេះឡើយ។',
  },
  chain_broken: {
    en: 'The log of this case is not whole: an entry is missing or out of order.',
    km: 'កំណត់ហេតុនៃករណីនេះមិនពេញលេញទេ៖ មានកំណត់ហេតុបាត់ ឬខុសលំដាប់។',
  },
  grant_refused: {
    en: 'A key of this case was given to someone who may not have it, or by someone who may not give it. Nothing is written under it. Please tell your supervisor.',
    km: 'សោនៃករណីនេះត្រូវបានផ្តល់ទៅអ្នកដែលមិនត្រូវមាន ឬដោយអ្នកដែលគ្មានសិទ្ធិផ្តល់។ គ្មានអ្វីត្រូវបានសរសេរក្រោមសោនេះទេ។ សូមប្រាប់អ្នកត្រួតពិនិត្យ។',
  },
  case_rolled_back: {
    en: 'The server shows this case as it was earlier: something that was written is missing. Please tell your supervisor and write nothing in it.',
    km: 'ម៉ាស៊ីនមេបង្ហាញករណីនេះដូចកាលពីមុន៖ មានអ្វីដែលបានសរសេររួចកំពុងបាត់។ សូមប្រាប់អ្នកត្រួតពិនិត្យ ហើយកុំសរសេរអ្វីក្នុងករណីនេះ។',
  },
  keyring_broken: { en: 'The list of members cannot be trusted.', km: 'បញ្ជីសមាជិកមិនអាចទុកចិត្តបានទេ។' },
  keyring_expired: {
    en: 'The list of members has expired. An administrator must renew it.',
    km: 'បញ្ជីសមាជិកហួសកំណត់ហើយ។ អ្នកគ្រប់គ្រងប្រព័ន្ធត្រូវបន្តសុពលភាព។',
  },
  keyring_rolled_back: {
    en: 'The list of members is older than the one seen before. Please tell your administrator.',
    km: 'បញ្ជីសមាជិកនេះចាស់ជាងបញ្ជីដែលបានឃើញពីមុន។ សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធ។',
  },
  second_signature_missing: {
    en: 'The change to the list of members needs a second signature, and has none.',
    km: 'ការផ្លាស់ប្តូរបញ្ជីសមាជិកត្រូវការហត្ថលេខាទីពីរ ប៉ុន្តែគ្មានទេ។',
  },
  bad_recovery_words: {
    en: 'These are not the 24 words of a recovery card. Please check each word and their order.',
    km: 'ទាំងនេះមិនមែនជាពាក្យទាំង ២៤ នៃប័ណ្ណស្តារទេ។ សូមពិនិត្យពាក្យនីមួយៗ និងលំដាប់របស់វា។',
  },
  wrong_root: {
    en: 'This site is not signed by the key it should be signed by. Please do not go on.',
    km: 'គេហទំព័រនេះមិនបានចុះហត្ថលេខាដោយសោដែលត្រឹមត្រូវទេ។ សូមកុំបន្ត។',
  },
} as const satisfies Readonly<Record<SealingErrorCode, Words>>;
