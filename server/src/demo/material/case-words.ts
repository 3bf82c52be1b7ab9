import type { SafetyPlan } from '@romduol/shared/casework/safety-plan';
import type { Language } from '@romduol/shared/language/language';

/** What caseworkers write down; invented like everything here. A team writes Khmer or English as it comes. */
export const NOTES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Spoke for twenty minutes at the time they chose. Calm, wants to think about the next step.',
    'They asked what happens to what they tell us. Explained who can read it, and that nothing goes on without their word.',
    'A friend came along, whom they trust. Agreed on a code word for calls.',
    'No answer at the agreed time. Will try again the day after tomorrow.',
    'They feel safer since they moved to a relative’s room. Sleep is still a problem.',
    'Went through the possibilities one by one. They decide next week.',
    'They want no contact with the police at the moment. Respected and written down.',
  ],
  km: [
    'បាននិយាយជាមួយគាត់ម្ភៃនាទី តាមពេលដែលគាត់ជ្រើសរើស។ គាត់សុំពេលគិតមុននឹងសម្រេចជំហានបន្ទាប់។',
    'គាត់សួរថា នរណាអាចអានរឿងរបស់គាត់។ បានពន្យល់ ហើយថាគ្មានអ្វីត្រូវបញ្ជូនទៅណាទេ បើគាត់មិនយល់ព្រម។',
    'គាត់មកជាមួយមិត្តដែលគាត់ទុកចិត្ត។ បានព្រមព្រៀងគ្នាលើពាក្យសម្ងាត់សម្រាប់ទូរស័ព្ទ។',
    'គាត់មិនលើកទូរស័ព្ទតាមម៉ោងដែលបានណាត់។ នឹងព្យាយាមម្តងទៀតនៅខានស្អែក។',
    'គាត់មានអារម្មណ៍សុវត្ថិភាពជាងមុន ក្រោយទៅស្នាក់នៅជាមួយសាច់ញាតិ។ គាត់នៅពិបាកគេងនៅឡើយ។',
    'បានពិភាក្សាពីជម្រើសនីមួយៗ។ គាត់នឹងសម្រេចនៅសប្តាហ៍ក្រោយ។',
    'ពេលនេះគាត់មិនចង់ទាក់ទងនគរបាលទេ។ បានគោរពការសម្រេចចិត្តរបស់គាត់ ហើយកត់ត្រាទុក។',
  ],
};

export const REFERRAL_REASONS: Readonly<Record<Language, string>> = {
  en: 'Asked for by the survivor, who was told what the service does and what it costs.',
  km: 'ជនរងគ្រោះបានស្នើសុំ ក្រោយពេលបានពន្យល់ពីសេវា និងថ្លៃចំណាយ។',
};

export const CONSENT_PURPOSES: Readonly<Record<Language, string>> = {
  en: 'To receive this service and nothing else.',
  km: 'ដើម្បីទទួលសេវានេះតែប៉ុណ្ណោះ។',
};

export const SAFETY_PLANS: Readonly<Record<Language, SafetyPlan>> = {
  en: {
    risks: 'Being followed on the way home; being found out through the telephone.',
    warningSigns: 'Shouting, drinking, visits of relatives late in the evening.',
    safePeople: 'A neighbour across the street; a friend from work.',
    safePlaces: 'The friend’s room; the pagoda school by day.',
    phoneSafety: 'Messages deleted after reading; no photo of this plan.',
    moneyAndDocuments: 'Copies of the papers with the friend, a little money sewn into the bag.',
    codeWord: 'Asks about the weather twice.',
  },
  km: {
    risks: 'មានគេតាមពេលធ្វើដំណើរទៅផ្ទះ។ គេអាចដឹងតាមរយៈទូរស័ព្ទ។',
    warningSigns: 'ស្រែកគំហក ស្រវឹង ឬសាច់ញាតិមកផ្ទះពេលយប់ជ្រៅ។',
    safePeople: 'អ្នកជិតខាងនៅទល់មុខផ្ទះ និងមិត្តនៅកន្លែងធ្វើការ។',
    safePlaces: 'បន្ទប់មិត្តភក្តិ។ ពេលថ្ងៃអាចទៅវត្ត។',
    phoneSafety: 'លុបសារក្រោយអានរួច។ មិនថតរូបផែនការនេះទេ។',
    moneyAndDocuments: 'ទុកច្បាប់ចម្លងឯកសារជាមួយមិត្ត និងលុយបន្តិចបន្តួចក្នុងកាបូប។',
    codeWord: 'សួរពីអាកាសធាតុពីរដង។',
  },
};
