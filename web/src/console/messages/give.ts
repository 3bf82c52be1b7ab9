import { defineMessages } from '@romduol/shared/language/language';

/** Handing a case over to another organisation here. A native speaker of Khmer is to go over all of it. */
export const giveWords = defineMessages({
  title: { en: 'Handing the case over', km: 'ការប្រគល់ករណី' },
  hint: {
    en: 'Works here: the case can be handed over within this system',
    km: 'ធ្វើការនៅទីនេះ៖ អាចប្រគល់ករណីក្នុងប្រព័ន្ធនេះ',
  },
  team: {
    en: 'Which team here it is, if its organisation works in this system',
    km: 'ជាក្រុមណានៅទីនេះ បើអង្គការរបស់គេប្រើប្រព័ន្ធនេះ',
  },
  noTeam: { en: 'None', km: 'គ្មាន' },
  purposeStart: {
    en: 'so that they go on with my case and help with: {sector}',
    km: 'ដើម្បីឱ្យគេបន្តករណីរបស់ខ្ញុំ និងជួយផ្នែក៖ {sector}',
  },
  inside: {
    en: 'What stands here is sealed to the people of {team}, to their organisation’s recovery card if it has one, and to nobody else. They get a case of their own, marked as handed over with consent, under the reference {reference}. They see nothing of this case, and you nothing of theirs.',
    km: 'អ្វីដែលមាននៅទីនេះ ត្រូវបានចាក់សោសម្រាប់អ្នកនៅ {team} និងប័ណ្ណស្តាររបស់អង្គការនោះបើមាន ហើយគ្មានអ្នកណាផ្សេងទៀត។ គេទទួលបានករណីរបស់គេផ្ទាល់ ដែលសម្គាល់ថាប្រគល់ដោយមានការយល់ព្រម ក្រោមលេខយោង {reference}។ គេមិនឃើញអ្វីក្នុងករណីនេះទេ ហើយអ្នកក៏មិនឃើញករណីរបស់គេដែរ។',
  },
  reference: { en: 'Handed over under the reference {reference}', km: 'ប្រគល់ក្រោមលេខយោង {reference}' },
  record: { en: 'Sign this, then hand the case over', km: 'ចុះហត្ថលេខា រួចប្រគល់ករណី' },
  does: {
    en: 'It is signed that the case goes to {recipient}. It has not reached them yet: the last word is asked for now, and then what was agreed to is sealed and sent.',
    km: 'បានចុះហត្ថលេខាថា ករណីនេះត្រូវប្រគល់ទៅ {recipient}។ វាមិនទាន់ដល់គេទេ៖ ប្រព័ន្ធនឹងពិនិត្យចម្លើយចុងក្រោយឥឡូវនេះ រួចចាក់សោ និងផ្ញើអ្វីដែលបានយល់ព្រម។',
  },
  receipt: { en: 'How the survivor gets the new number', km: 'របៀបដែលអ្នករងគ្រោះទទួលលេខថ្មី' },
  byPage: { en: 'On the return page', km: 'តាមគេហទំព័រត្រឡប់មកវិញ' },
  byPageHint: {
    en: 'Sealed to the survivor’s own number: none of you can read it here.',
    km: 'ចាក់សោដោយលេខរបស់អ្នករងគ្រោះផ្ទាល់៖ គ្មានអ្នកណាក្នុងក្រុមអាចអានវាបានទេ។',
  },
  byVoice: { en: 'I read it out now', km: 'ខ្ញុំអានឱ្យស្តាប់ឥឡូវនេះ' },
  byVoiceHint: {
    en: 'It is shown once, and kept nowhere.',
    km: 'វាបង្ហាញតែម្តង ហើយមិនត្រូវបានរក្សាទុកទេ។',
  },
  now: { en: 'Hand the case over now', km: 'ប្រគល់ករណីឥឡូវនេះ' },
  arrived: { en: 'The case was handed over.', km: 'ករណីត្រូវបានប្រគល់ហើយ។' },
  done: {
    en: 'The case is with {recipient} now. It can be read by: {who}.',
    km: 'ករណីនៅជាមួយ {recipient} ហើយ។ អ្នកដែលអាចអានបាន៖ {who}។',
  },
  waits: {
    en: 'The new number waits on the return page. This case’s number stays good for writing to you.',
    km: 'លេខថ្មីរង់ចាំនៅលើគេហទំព័រត្រឡប់មកវិញ។ លេខរបស់ករណីនេះនៅតែអាចប្រើសរសេរមកអ្នកបាន។',
  },
  readOut: {
    en: 'Read this number out, twice. With it the survivor reaches the other team; do not write it down.',
    km: 'សូមអានលេខនេះឱ្យស្តាប់ពីរដង។ អ្នករងគ្រោះប្រើវាទាក់ទងក្រុមថ្មី។ សូមកុំកត់ត្រាទុក។',
  },
  rest: { en: 'If nothing is left to do here:', km: 'បើគ្មានអ្វីត្រូវធ្វើនៅទីនេះទៀត៖' },
  toState: { en: 'Set this case to “Transferred”', km: 'ដាក់ករណីនេះជា «បានផ្ទេរ»' },

  from: { en: 'Handed over with consent', km: 'ប្រគល់ដោយមានការយល់ព្រម' },
  fromWho: {
    en: '{organisation} ({author}) handed this case over on {day}. Reference {reference}: by it you can speak of it with them.',
    km: '{organisation} ({author}) បានប្រគល់ករណីនេះនៅ{day}។ លេខយោង {reference}៖ អាចប្រើវាពេលនិយាយជាមួយគេ។',
  },
  fromAgreed: { en: 'The survivor agreed to this, and nothing else: {items}', km: 'អ្នករងគ្រោះបានយល់ព្រមតែប៉ុណ្ណេះ៖ {items}' },
  fromFor: { en: 'For this: {purpose}', km: 'គោលបំណង៖ {purpose}' },
  fromUntil: { en: 'It may be used until {day}.', km: 'អាចប្រើបានត្រឹម{day}។' },
  notGiven: {
    en: 'Not handed over, or not answered: {questions}',
    km: 'មិនត្រូវបានប្រគល់ ឬមិនបានឆ្លើយ៖ {questions}',
  },
  noContact: {
    en: 'No way to reach them was handed over. They can be written to on the return page.',
    km: 'គ្មានមធ្យោបាយទាក់ទងត្រូវបានប្រគល់ទេ។ អាចសរសេរទៅគាត់តាមទំព័រត្រឡប់មកវិញ។',
  },
  fromWhy: { en: 'Why help is asked for', km: 'មូលហេតុស្នើសុំជំនួយ' },
  fromCounted: {
    en: 'The organisation before counts it. Ask the survivor yourselves what you need beyond this.',
    km: 'អង្គការមុនជាអ្នករាប់បញ្ចូលក្នុងស្ថិតិ។ បើត្រូវការអ្វីបន្ថែម សូមសួរអ្នករងគ្រោះដោយផ្ទាល់។',
  },
});
