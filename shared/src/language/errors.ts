import type { ErrorCode } from '../api/contract.ts';
import { type Language, type Words, say } from './language.ts';
import { sealingErrorWords } from './sealing-errors.ts';

/** What is said for each refusal of the API: what happened and what can be done, never what was typed. */
export const errorWords = {
  bad_input: {
    en: 'Something sent was not as expected. Please check it and try again.',
    km: 'មានអ្វីមួយដែលបានផ្ញើមិនត្រឹមត្រូវ។ សូមពិនិត្យ ហើយព្យាយាមម្តងទៀត។',
  },
  not_signed_in: { en: 'You are not signed in. Please sign in again.', km: 'អ្នកមិនទាន់បានចូលប្រើទេ។ សូមចូលម្តងទៀត។' },
  credentials_refused: {
    en: 'The name or the passphrase is not right.',
    km: 'ឈ្មោះ ឬឃ្លាសម្ងាត់មិនត្រឹមត្រូវទេ។',
  },
  factor_refused: {
    en: 'The code is not right, or was used already. Please wait for the next one.',
    km: 'លេខកូដមិនត្រឹមត្រូវ ឬបានប្រើរួចហើយ។ សូមរង់ចាំលេខកូដបន្ទាប់។',
  },
  passkey_refused: {
    en: 'This passkey was not accepted. Please try again, or take another one.',
    km: 'សោចូលនេះមិនត្រូវបានទទួលទេ។ សូមព្យាយាមម្តងទៀត ឬប្រើសោផ្សេង។',
  },
  last_factor: {
    en: 'This is your last second proof, and your role needs one. Please add another first.',
    km: 'នេះជាភស្តុតាងទីពីរចុងក្រោយរបស់អ្នក ហើយតួនាទីរបស់អ្នកត្រូវការវា។ សូមបន្ថែមមួយទៀតជាមុន។',
  },
  ticket_void: {
    en: 'This took too long, or too many wrong codes were given. Please sign in again from the beginning.',
    km: 'ចំណាយពេលយូរពេក ឬវាយលេខកូដខុសច្រើនដង។ សូមចូលប្រើម្តងទៀតតាំងពីដើម។',
  },
  invitation_void: {
    en: 'This invitation cannot be used: it was used already, has expired, was taken back, or a word of it is wrong.',
    km: 'ការអញ្ជើញនេះមិនអាចប្រើបានទេ៖ វាត្រូវបានប្រើរួច ផុតកំណត់ ត្រូវបានដកវិញ ឬមានពាក្យណាមួយខុស។',
  },
  cross_site: {
    en: 'This was sent from another site and was not taken. Please open the page again and send it from there.',
    km: 'សំណើនេះត្រូវបានផ្ញើពីគេហទំព័រផ្សេង ហើយមិនត្រូវបានទទួលទេ។ សូមបើកទំព័រនេះម្តងទៀត ហើយផ្ញើពីទីនោះ។',
  },
  forbidden: { en: 'Your role does not allow this.', km: 'តួនាទីរបស់អ្នកមិនអនុញ្ញាតឱ្យធ្វើបែបនេះទេ។' },
  not_found: { en: 'This does not exist, or no longer does.', km: 'រកមិនឃើញ ឬលែងមានហើយ។' },
  already_exists: { en: 'Something is already stored under this id.', km: 'មានទិន្នន័យរួចហើយក្រោមលេខសម្គាល់នេះ។' },
  sequence_taken: {
    en: 'Someone else wrote to this at the same moment. It is being read again; nothing of yours is lost.',
    km: 'មានអ្នកផ្សេងបានសរសេរក្នុងពេលតែមួយ។ កំពុងអានឡើងវិញ អ្វីដែលអ្នកបានសរសេរមិនបាត់ទេ។',
  },
  last_reader: {
    en: 'Nobody else can open this case. Please have someone added to it first.',
    km: 'គ្មានអ្នកផ្សេងអាចបើកករណីនេះបានទេ។ សូមឱ្យគេបន្ថែមសមាជិកម្នាក់ជាមុនសិន។',
  },
  keyring_outdated: {
    en: 'The list of members has changed. Please reload and try again.',
    km: 'បញ្ជីសមាជិកបានផ្លាស់ប្តូរ។ សូមបើកទំព័រឡើងវិញ ហើយព្យាយាមម្តងទៀត។',
  },
  already_released: {
    en: 'This period has been published. It is counted once and never again.',
    km: 'រយៈពេលនេះបានផ្សព្វផ្សាយរួចហើយ។ វាត្រូវរាប់តែម្តងប៉ុណ្ណោះ។',
  },
  not_ripe: {
    en: 'This period can be published eight weeks after its end, not before.',
    km: 'រយៈពេលនេះអាចផ្សព្វផ្សាយបានប្រាំបីសប្តាហ៍ក្រោយពេលវាចប់ មិនមែនមុននោះទេ។',
  },
  too_large: { en: 'This is larger than can be taken.', km: 'ទំហំនេះធំជាងអ្វីដែលអាចទទួលបាន។' },
  too_many_attempts: {
    en: 'Too many attempts. Please wait a few minutes and try again.',
    km: 'ព្យាយាមច្រើនដងពេក។ សូមរង់ចាំពីរបីនាទី ហើយព្យាយាមម្តងទៀត។',
  },
  internal: {
    en: 'Something went wrong on our side. Please try again in a moment.',
    km: 'មានបញ្ហានៅខាងយើង។ សូមព្យាយាមម្តងទៀតបន្តិចទៀត។',
  },
  not_ready: {
    en: 'The service is starting or not yet set up. Please try again in a moment.',
    km: 'សេវាកំពុងចាប់ផ្តើម ឬមិនទាន់បានរៀបចំរួច។ សូមព្យាយាមម្តងទៀតបន្តិចទៀត។',
  },
  busy: {
    en: 'Very many are sending at this moment. Please try again in a minute.',
    km: 'ពេលនេះមានអ្នកផ្ញើច្រើនណាស់។ សូមព្យាយាមម្តងទៀតក្នុងមួយនាទី។',
  },
} as const satisfies Readonly<Record<ErrorCode, Words>>;

/** For a code that this build does not know: the code and the request's id say to whoever helps what happened. */
const unknownError = {
  en: 'Something went wrong ({code}, {request}).',
  km: 'មានបញ្ហាកើតឡើង ({code}, {request})។',
} as const;

/** The words for a refusal of the API or of the sealing; an unknown code is shown with the request's id, and no more. */
export function sayError(code: string, language: Language, request = '–'): string {
  const known: Readonly<Record<string, Words>> = { ...errorWords, ...sealingErrorWords };
  const words = Object.hasOwn(known, code) ? known[code] : undefined;
  return words === undefined ? say(unknownError, language, { code, request }) : words[language];
}
