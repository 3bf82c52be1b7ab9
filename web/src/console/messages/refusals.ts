import { refusalWords } from '@romduol/shared/casework/words';
import { sayError } from '@romduol/shared/language/errors';
import type { Language, Words } from '@romduol/shared/language/language';
import { sealingErrorWords } from '@romduol/shared/language/sealing-errors';
import type { SealingErrorCode } from '@romduol/shared/sealing/errors';
import type { DeskRefusalCode } from '../../desk/desk.ts';
import { Refusal } from '../desk-line.ts';
import { countingReasons } from './statistics.ts';

type LineCode = 'unreachable' | 'answer_malformed' | 'desk_ended' | 'desk_failed' | 'unknown_act' | 'unexpected';
/** What the page itself met when it asked for a passkey. */
type PasskeyCode = 'passkey_cancelled' | 'passkey_known' | 'passkey_unavailable' | 'no_prf';

/** What happened and what can be done, for every refusal of the desk that the API has no words for. */
const deskWords = {
  not_a_member: {
    en: 'The list of members does not name you. Please ask an administrator.',
    km: 'បញ្ជីសមាជិកមិនមានឈ្មោះអ្នកទេ។ សូមសួរអ្នកគ្រប់គ្រង។',
  },
  suspended: {
    en: 'Your account is suspended. Please ask a supervisor or an administrator.',
    km: 'គណនីរបស់អ្នកត្រូវបានផ្អាក។ សូមសួរអ្នកត្រួតពិនិត្យ ឬអ្នកគ្រប់គ្រង។',
  },
  not_permitted: { en: 'Your role does not allow this.', km: 'តួនាទីរបស់អ្នកមិនអនុញ្ញាតឱ្យធ្វើបែបនេះទេ។' },
  illegal_entry: {
    en: 'The case no longer allows this step. Please look at its log: someone else may have gone on meanwhile.',
    km: 'ករណីនេះលែងអាចធ្វើជំហាននេះបានហើយ។ សូមមើលកំណត់ហេតុ៖ អ្នកផ្សេងអាចបានធ្វើបន្តរួចហើយ។',
  },
  no_key: {
    en: 'This was not sealed to you, so you cannot open it.',
    km: 'វាមិនត្រូវបានបិទត្រាសម្រាប់អ្នកទេ ដូច្នេះអ្នកមិនអាចបើកបាន។',
  },
  no_reader_left: {
    en: 'Nobody would be left who can open this case. Add somebody first.',
    km: 'នឹងគ្មាននរណានៅសល់ដែលអាចបើកករណីនេះបានទេ។ សូមបន្ថែមសមាជិកម្នាក់ជាមុនសិន។',
  },
  withdrawn: {
    en: 'The reporter is taking this report back. Nothing of it may be shared or counted any more.',
    km: 'អ្នករាយការណ៍កំពុងដករបាយការណ៍នេះវិញ។ គ្មានអ្វីពីវាអាចត្រូវបានចែករំលែក ឬរាប់ទៀតទេ។',
  },
  not_in_practice: {
    en: 'This is left out of practice: it needs the server or real keys.',
    km: 'វាមិនមានក្នុងការហ្វឹកហាត់ទេ៖ វាត្រូវការម៉ាស៊ីនមេ ឬសោពិត។',
  },
  not_ripe: {
    en: 'This period can be published eight weeks after its end, not before.',
    km: 'រយៈពេលនេះអាចផ្សព្វផ្សាយបានប្រាំបីសប្តាហ៍ក្រោយពេលវាចប់ មិនមែនមុននោះទេ។',
  },
  too_few_records: {
    en: 'Fewer than 30 cases were counted, so this period waits for the next one: small figures could point at a person.',
    km: 'មានករណីតិចជាង ៣០ ដូច្នេះរយៈពេលនេះត្រូវរង់ចាំរយៈពេលបន្ទាប់៖ តួលេខតូចៗអាចបង្ហាញថាជានរណា។',
  },
  stopped: {
    en: 'Stopped. Nothing was counted.',
    km: 'បានបញ្ឈប់។ គ្មានអ្វីត្រូវបានរាប់ទេ។',
  },
  already_released: {
    en: 'This period has been published. It is counted once and never again.',
    km: 'រយៈពេលនេះបានផ្សព្វផ្សាយរួចហើយ។ វាត្រូវរាប់តែម្តងប៉ុណ្ណោះ។',
  },
  not_the_same_bytes: {
    en: 'Your device does not arrive at the same file as the other publisher’s. Do not sign; speak with them first.',
    km: 'ឧបករណ៍របស់អ្នកគណនាបានឯកសារខុសពីអ្នកផ្សព្វផ្សាយម្នាក់ទៀត។ សូមកុំចុះហត្ថលេខា ហើយនិយាយជាមួយគាត់ជាមុនសិន។',
  },
  own_signature: {
    en: 'You proposed this release. Another publisher must check and sign it.',
    km: 'អ្នកជាអ្នកស្នើការផ្សព្វផ្សាយនេះ។ អ្នកផ្សព្វផ្សាយម្នាក់ទៀតត្រូវពិនិត្យ និងចុះហត្ថលេខា។',
  },
  no_directory_key: {
    en: 'You do not yet hold the key of the directory. It is handed on when an administrator signs in.',
    km: 'អ្នកមិនទាន់មានសោនៃបញ្ជីសេវាទេ។ អ្នកនឹងទទួលបាន ពេលអ្នកគ្រប់គ្រងចូលប្រើ។',
  },
  no_statistics_key: {
    en: 'You do not yet hold the keys of the coded records. They are handed on when their authors sign in.',
    km: 'អ្នកមិនទាន់មានសោនៃកំណត់ត្រាកូដទេ។ អ្នកនឹងទទួលបាន ពេលអ្នកសរសេរកំណត់ត្រាចូលប្រើ។',
  },
  content_refused: {
    en: 'This cannot be published: it is too long, is not a sound that browsers play, or holds characters that cannot be seen.',
    km: 'វាមិនអាចផ្សាយបានទេ៖ វាវែងពេក មិនមែនជាសំឡេងដែលកម្មវិធីរុករកអាចចាក់បាន ឬមានតួអក្សរដែលមើលមិនឃើញ។',
  },
  file_incomplete: {
    en: 'This file has not arrived whole. The connection may have been lost while it was sent; look again later.',
    km: 'ឯកសារនេះមិនទាន់មកដល់គ្រប់ទេ។ អ៊ីនធឺណិតអាចបានដាច់ពេលកំពុងផ្ញើ។ សូមមើលម្តងទៀតពេលក្រោយ។',
  },
  wrong_passphrase: { en: 'The passphrase is not right.', km: 'ឃ្លាសម្ងាត់មិនត្រឹមត្រូវទេ។' },
  unreachable: {
    en: 'The server cannot be reached. Please check the connection and try again; what you wrote is still here.',
    km: 'មិនអាចភ្ជាប់ទៅម៉ាស៊ីនមេបានទេ។ សូមពិនិត្យអ៊ីនធឺណិត ហើយព្យាយាមម្តងទៀត។ អ្វីដែលអ្នកបានសរសេរនៅទីនេះដដែល។',
  },
  answer_malformed: {
    en: 'The server gave an answer that does not make sense. Nothing of it was used.',
    km: 'ម៉ាស៊ីនមេបានឆ្លើយមិនត្រឹមត្រូវ។ យើងមិនបានប្រើចម្លើយនោះទេ។',
  },
  desk_ended: { en: 'The console was locked meanwhile.', km: 'ផ្ទាំងការងារត្រូវបានចាក់សោក្នុងពេលនោះ។' },
  desk_failed: {
    en: 'The part that opens sealed words could not start. Please reload the page, or try another browser.',
    km: 'ផ្នែកដែលបើកពាក្យបិទត្រាមិនអាចដំណើរការបានទេ។ សូមបើកទំព័រឡើងវិញ ឬសាកកម្មវិធីរុករកផ្សេង។',
  },
  unknown_act: {
    en: 'This page is older than the server. Please reload it.',
    km: 'ទំព័រនេះចាស់ជាងម៉ាស៊ីនមេ។ សូមបើកទំព័រឡើងវិញ។',
  },
  unexpected: {
    en: 'Something went wrong on this device. Please try again; what you wrote is still here.',
    km: 'មានបញ្ហានៅលើឧបករណ៍នេះ។ សូមព្យាយាមម្តងទៀត។ អ្វីដែលអ្នកបានសរសេរនៅទីនេះដដែល។',
  },
  keyring_unconfirmed: {
    en: 'The list of members has changed. Please look at the changes and confirm them first; until then nothing is sealed from here.',
    km: 'បញ្ជីសមាជិកបានផ្លាស់ប្តូរ។ សូមមើល និងបញ្ជាក់ការផ្លាស់ប្តូរជាមុនសិន។ មុនពេលនោះ គ្មានអ្វីត្រូវបានបិទត្រាពីទីនេះទេ។',
  },
  factor_needed: {
    en: 'A code of your code generator is needed. Please sign in again.',
    km: 'ត្រូវការលេខកូដពីកម្មវិធីបង្កើតលេខកូដរបស់អ្នក។ សូមចូលប្រើម្តងទៀត។',
  },
  root_needed: {
    en: 'Only the root key can do this. Please have its card at hand and type or paste the root key.',
    km: 'មានតែសោមេប៉ុណ្ណោះដែលអាចធ្វើរឿងនេះបាន។ សូមរៀបចំប័ណ្ណសោមេ ហើយវាយ ឬបិទភ្ជាប់សោមេ។',
  },
  wrong_root_key: {
    en: 'This is not the root key of this deployment. Please check each letter.',
    km: 'នេះមិនមែនជាសោមេរបស់ប្រព័ន្ធនេះទេ។ សូមពិនិត្យតួអក្សរនីមួយៗ។',
  },
  weak_passphrase: {
    en: 'This passphrase could be guessed. Please take the six words, or write something longer and less usual.',
    km: 'ឃ្លាសម្ងាត់នេះអាចត្រូវគេទាយដឹង។ សូមយកពាក្យទាំងប្រាំមួយ ឬសរសេរអ្វីដែលវែងជាង និងប្លែកជាង។',
  },
  not_a_code: {
    en: 'An invitation has six words. Please check what you typed.',
    km: 'ការអញ្ជើញមានប្រាំមួយពាក្យ។ សូមពិនិត្យអ្វីដែលអ្នកបានវាយ។',
  },
  passkey_gone: {
    en: 'No passkey opens this desk any more. Please use your passphrase.',
    km: 'គ្មានសោចូលណាបើកកន្លែងធ្វើការនេះទៀតទេ។ សូមប្រើឃ្លាសម្ងាត់របស់អ្នក។',
  },
  passkey_cancelled: {
    en: 'No passkey answered. Please try again, or go on another way.',
    km: 'គ្មានសោចូលឆ្លើយតបទេ។ សូមព្យាយាមម្តងទៀត ឬបន្តតាមវិធីផ្សេង។',
  },
  passkey_known: {
    en: 'This device or key has a passkey of yours already.',
    km: 'ឧបករណ៍ ឬសោនេះមានសោចូលរបស់អ្នករួចហើយ។',
  },
  passkey_unavailable: {
    en: 'Passkeys do not work in this browser, or not at this address. A code generator works everywhere.',
    km: 'សោចូលមិនដំណើរការក្នុងកម្មវិធីរុករកនេះ ឬនៅអាសយដ្ឋាននេះទេ។ កម្មវិធីបង្កើតលេខកូដដំណើរការគ្រប់ទីកន្លែង។',
  },
  no_prf: {
    en: 'This passkey cannot keep a key for unlocking. It stays a second proof; after a lock, use your passphrase.',
    km: 'សោចូលនេះមិនអាចរក្សាសោសម្រាប់ដោះសោបានទេ។ វានៅតែជាភស្តុតាងទីពីរ។ ក្រោយពេលចាក់សោ សូមប្រើឃ្លាសម្ងាត់។',
  },
  wrong_card: {
    en: 'These words are not those of the organisation’s recovery card. A member’s own card, or one that was replaced, opens nothing here.',
    km: 'ពាក្យទាំងនេះមិនមែនជារបស់ប័ណ្ណស្តាររបស់អង្គការទេ។ ប័ណ្ណរបស់សមាជិកផ្ទាល់ ឬប័ណ្ណដែលបានប្តូរ មិនអាចបើកអ្វីនៅទីនេះបានទេ។',
  },
  proposal_gone: {
    en: 'What waited for your signature is no longer there, or has changed. Please look at it again.',
    km: 'អ្វីដែលរង់ចាំហត្ថលេខារបស់អ្នកលែងមានហើយ ឬបានផ្លាស់ប្តូរ។ សូមមើលម្តងទៀត។',
  },
} as const satisfies Readonly<Record<DeskRefusalCode | LineCode | PasskeyCode, Words>>;

/** Why a change of the list of members may not be signed. */
const memberReasons = {
  last_administrator: {
    en: 'Somebody must stay administrator. Please name another one first.',
    km: 'ត្រូវមានអ្នកគ្រប់គ្រងប្រព័ន្ធម្នាក់។ សូមដាក់អ្នកផ្សេងជាមុនសិន។',
  },
  last_reader: {
    en: 'A team would have nobody left to read its reports. Please put somebody else into that team first.',
    km: 'ក្រុមមួយនឹងគ្មាននរណាអានរបាយការណ៍របស់វាទេ។ សូមដាក់អ្នកផ្សេងក្នុងក្រុមនោះជាមុនសិន។',
  },
  not_answered: {
    en: 'This invitation has not been answered yet.',
    km: 'ការអញ្ជើញនេះមិនទាន់មានចម្លើយទេ។',
  },
} as const satisfies Readonly<Record<string, Words>>;

const damagedWords = {
  en: 'What the server handed out is damaged or was changed ({code}). Do not rely on it; tell an administrator.',
  km: 'អ្វីដែលម៉ាស៊ីនមេបានផ្តល់មកខូច ឬត្រូវបានគេកែប្រែ ({code})។ សូមកុំទុកចិត្តវា ហើយប្រាប់អ្នកគ្រប់គ្រង។',
} as const;

/** Refusals of the sealing that a person can do something about; every other means that bytes are not what they were. */
const sealingWords = {
  weak_parameters: {
    en: 'The server asked for a weaker protection of your passphrase than we allow. Nothing was sent. Tell an administrator.',
    km: 'ម៉ាស៊ីនមេបានស្នើការការពារឃ្លាសម្ងាត់ខ្សោយជាងអ្វីដែលយើងអនុញ្ញាត។ គ្មានអ្វីត្រូវបានផ្ញើទេ។ សូមប្រាប់អ្នកគ្រប់គ្រង។',
  },
  out_of_memory: {
    en: 'This device has too little free memory (128 MB are needed). Please close other apps and try again.',
    km: 'ឧបករណ៍នេះមានអង្គចងចាំទំនេរតិចពេក (ត្រូវការ ១២៨ MB)។ សូមបិទកម្មវិធីផ្សេង ហើយព្យាយាមម្តងទៀត។',
  },
  keyring_expired: {
    en: 'The list of members has expired. An administrator must renew it before work can go on.',
    km: 'បញ្ជីសមាជិកបានផុតកំណត់។ អ្នកគ្រប់គ្រងត្រូវបន្តសុពលភាពវា មុននឹងអាចបន្តការងារ។',
  },
  keyring_rolled_back: {
    en: 'The server handed out an older list of members than one seen before. Do not go on; tell an administrator.',
    km: 'ម៉ាស៊ីនមេបានផ្តល់បញ្ជីសមាជិកចាស់ជាងអ្វីដែលធ្លាប់ឃើញ។ សូមកុំបន្ត ហើយប្រាប់អ្នកគ្រប់គ្រង។',
  },
  wrong_root: {
    en: 'The list of members is signed by another root key than the one expected. Do not go on; tell an administrator.',
    km: 'បញ្ជីសមាជិកត្រូវបានចុះហត្ថលេខាដោយសោមេផ្សេងពីដែលរំពឹងទុក។ សូមកុំបន្ត ហើយប្រាប់អ្នកគ្រប់គ្រង។',
  },
  bad_recovery_words: sealingErrorWords.bad_recovery_words,
  second_signature_missing: sealingErrorWords.second_signature_missing,
} as const satisfies Readonly<Partial<Record<SealingErrorCode, Words>>>;

const SEALING_CODES: ReadonlySet<string> = new Set<SealingErrorCode>([
  'damaged',
  'commit_mismatch',
  'bad_signature',
  'unknown_signer',
  'bad_padding',
  'malformed',
  'wrong_length',
  'keys_differ',
  'chain_broken',
  'keyring_broken',
]);

function wordsOf(code: string, language: Language): string | null {
  const known: Readonly<Record<string, Words>> = { ...deskWords, ...sealingWords };
  const words = Object.hasOwn(known, code) ? known[code] : undefined;
  if (words !== undefined) return words[language];
  return SEALING_CODES.has(code) ? damagedWords[language].replace('{code}', code) : null;
}

/** The words for whatever an act was refused with; an unknown code is shown as it is. */
export function sayRefusal(refusal: unknown, language: Language): string {
  if (!(refusal instanceof Refusal)) return deskWords.unexpected[language];
  const reasons: Readonly<Record<string, Words>> = { ...refusalWords, ...memberReasons, ...countingReasons };
  const words = refusal.reason !== null && Object.hasOwn(reasons, refusal.reason) ? reasons[refusal.reason] : undefined;
  return words?.[language] ?? sayCode(refusal.code, language);
}

export function sayCode(code: string, language: Language): string {
  return wordsOf(code, language) ?? sayError(code, language);
}
