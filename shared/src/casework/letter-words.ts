import { defineMessages } from '../language/language.ts';

/**
 * What stands on a letter beside the packet, and on the sheet for whoever receives it. The facts of the sheet are a sample:
 * the organisation confirms them with counsel before use. A native speaker of Khmer is to go over all of it.
 */
export const letterWords = defineMessages({
  title: { en: 'Request for help', km: 'លិខិតស្នើសុំជំនួយ' },
  reference: { en: 'Reference {reference}', km: 'លេខយោង {reference}' },
  date: { en: 'Date: {day}', km: 'កាលបរិច្ឆេទ៖ {day}' },
  to: { en: 'To: {recipient}', km: 'ជូនចំពោះ៖ {recipient}' },
  from: { en: 'From: {sender}', km: 'ពី៖ {sender}' },
  intro: {
    en: 'Somebody whom we support has agreed that we ask you for help, and that we tell you what follows and nothing else.',
    km: 'បុគ្គលម្នាក់ដែលយើងកំពុងគាំទ្រ បានយល់ព្រមឱ្យយើងស្នើសុំជំនួយពីលោកអ្នក និងឱ្យយើងប្រាប់តែអ្វីដូចខាងក្រោម ហើយគ្មានអ្វីផ្សេងទៀតទេ។',
  },
  help: { en: 'Help asked for: {sector}', km: 'ជំនួយដែលស្នើសុំ៖ {sector}' },
  urgency: { en: 'Needed: {urgency}', km: 'ត្រូវការ៖ {urgency}' },
  purpose: { en: 'For this purpose only: {purpose}', km: 'សម្រាប់តែគោលបំណងនេះ៖ {purpose}' },
  nothing: { en: 'nothing was said of this', km: 'មិនបានប្រាប់អំពីរឿងនេះទេ' },
  until: { en: 'You may use this until {day}.', km: 'លោកអ្នកអាចប្រើព័ត៌មាននេះត្រឹម{day}។' },
  answer: { en: 'Please answer by {day}.', km: 'សូមឆ្លើយតបត្រឹម{day}។' },
  link: {
    en: 'You can answer at {address} with this code. No account is needed. Please call us for anything else.',
    km: 'លោកអ្នកអាចឆ្លើយតបនៅ {address} ដោយប្រើលេខកូដខាងក្រោម។ មិនត្រូវការគណនីទេ។ សម្រាប់រឿងផ្សេងទៀត សូមទូរស័ព្ទមកយើង។',
  },
  sign: {
    en: 'For the sender, with the telephone number to call (by hand):',
    km: 'តំណាងអ្នកផ្ញើ និងលេខទូរស័ព្ទសម្រាប់ទាក់ទង (សរសេរដោយដៃ)៖',
  },
  callIntro: { en: 'Call script', km: 'ពាក្យសម្រាប់និយាយតាមទូរស័ព្ទ' },
  callSay: {
    en: 'Make sure that you speak with {recipient} and that nobody else listens. Say only what stands below. Asked for more, say: “I may not say more than was agreed.”',
    km: 'សូមប្រាកដថាកំពុងនិយាយជាមួយ {recipient} ហើយគ្មានអ្នកផ្សេងស្តាប់។ និយាយតែអ្វីដែលមានខាងក្រោម។ បើគេសួរបន្ថែម សូមឆ្លើយថា «ខ្ញុំមិនអាចប្រាប់លើសពីអ្វីដែលបានយល់ព្រមទេ»។',
  },
  sheet: { en: 'For whoever receives this', km: 'សម្រាប់អ្នកដែលទទួលលិខិតនេះ' },
  sheetAsk: { en: 'What we ask of you', km: 'អ្វីដែលយើងស្នើពីលោកអ្នក' },
  ask1: {
    en: 'Tell nobody who need not know: not family, neighbours, employers or colleagues. Being outed can cost this person their home or their life.',
    km: 'កុំប្រាប់អ្នកដែលមិនចាំបាច់ដឹង៖ ទាំងគ្រួសារ អ្នកជិតខាង ថៅកែ ឬសហការី។ ការបែកការណ៍អាចធ្វើឱ្យបុគ្គលនេះបាត់បង់ទីលំនៅ ឬជីវិត។',
  },
  ask2: {
    en: 'Use the name and the words the person uses. Ask only what you need in order to help.',
    km: 'ប្រើឈ្មោះ និងពាក្យដែលបុគ្គលនោះប្រើ។ សួរតែអ្វីដែលចាំបាច់សម្រាប់ជួយ។',
  },
  ask3: {
    en: 'Do not press for mediation or for a return to the family. Whether to complain is for the person to decide.',
    km: 'កុំបង្ខំឱ្យសម្រុះសម្រួល ឬឱ្យត្រឡប់ទៅគ្រួសារវិញ។ ការប្តឹង ឬមិនប្តឹង ជាការសម្រេចរបស់បុគ្គលនោះ។',
  },
  ask4: {
    en: 'The person may take consent back at any time. If we tell you so, destroy this letter and every copy.',
    km: 'បុគ្គលនោះអាចដកការយល់ព្រមវិញពេលណាក៏បាន។ បើយើងប្រាប់លោកអ្នកដូច្នេះ សូមបំផ្លាញលិខិតនេះ និងច្បាប់ចម្លងទាំងអស់។',
  },
  sheetRights: { en: 'The person’s rights', km: 'សិទ្ធិរបស់បុគ្គលនេះ' },
  right1: {
    en: 'Everybody is equal before the law, whatever their status (Constitution, article 31). Same-sex relations are legal in Cambodia.',
    km: 'មនុស្សគ្រប់រូបស្មើគ្នាចំពោះមុខច្បាប់ ទោះមានឋានៈណាក៏ដោយ (រដ្ឋធម្មនុញ្ញ មាត្រា ៣១)។ ទំនាក់ទំនងរវាងអ្នកភេទដូចគ្នា មិនខុសច្បាប់នៅកម្ពុជាទេ។',
  },
  right2: {
    en: 'The law of 2005 on domestic violence protects every member of a household.',
    km: 'ច្បាប់ឆ្នាំ ២០០៥ ស្តីពីការទប់ស្កាត់អំពើហិង្សាក្នុងគ្រួសារ ការពារសមាជិកគ្រប់រូបក្នុងគ្រួសារ។',
  },
  right3: {
    en: 'Health care, protection and documents are owed to this person as to anybody else.',
    km: 'បុគ្គលនេះមានសិទ្ធិទទួលការថែទាំសុខភាព ការការពារ និងឯកសារ ដូចអ្នកដទៃដែរ។',
  },
});
