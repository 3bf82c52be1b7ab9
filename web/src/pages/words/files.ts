import { defineMessages } from '@romduol/shared/language/language';

export const fileWords = defineMessages({
  voice: { en: 'Tell it by voice', km: 'ប្រាប់ដោយសំឡេង' },
  voiceHint: {
    en: 'You need not write anything: a voice message alone is enough. Go where nobody hears you. Your voice is locked like your words.',
    km: 'អ្នកមិនចាំបាច់សរសេរទេ៖ សារជាសំឡេងតែមួយក៏គ្រប់គ្រាន់។ សូមទៅកន្លែងដែលគ្មានអ្នកណាឮ។ សំឡេងរបស់អ្នកត្រូវបានចាក់សោដូចពាក្យសរសេរដែរ។',
  },
  record: { en: 'Record', km: 'ថតសំឡេង' },
  stop: { en: 'Stop', km: 'ឈប់ថត' },
  recording: { en: 'Recording…', km: 'កំពុងថត…' },
  again: { en: 'Record again', km: 'ថតម្តងទៀត' },
  remove: { en: 'Remove', km: 'លុបចេញ' },
  refused: {
    en: 'The microphone cannot be used here. You can choose a recording instead, or write.',
    km: 'មិនអាចប្រើមីក្រូហ្វូននៅទីនេះបានទេ។ អ្នកអាចជ្រើសសំឡេងដែលបានថតរួច ឬសរសេរវិញ។',
  },
  files: { en: 'Photos, sounds or documents', km: 'រូបថត សំឡេង ឬឯកសារ' },
  filesHint: {
    en: 'Up to five. Hidden details in them, such as where a photo was taken, are removed before they are locked.',
    km: 'យ៉ាងច្រើនប្រាំ។ ព័ត៌មានលាក់ក្នុងនោះ ដូចជាទីកន្លែងថតរូប ត្រូវបានលុបចេញមុនពេលចាក់សោ។',
  },
});

/** What may be wrong with files. The Khmer awaits a native reader. */
export const fileProblemWords = defineMessages({
  asIs: {
    en: 'Send them as they are, with whatever is hidden in them.',
    km: 'សូមផ្ញើតាមដើម ជាមួយព័ត៌មានទាំងអស់ដែលលាក់ក្នុងនោះ។',
  },
  chooseAgain: {
    en: 'Please choose these files again: {names}',
    km: 'សូមជ្រើសរើសឯកសារទាំងនេះម្តងទៀត៖ {names}',
  },
  tooManyFiles: { en: 'We can take {max} files.', km: 'យើងអាចទទួលបានត្រឹម {max} ឯកសារ។' },
  fileTooLarge: {
    en: 'One of these files is too large. Each may have {max} MB.',
    km: 'មានឯកសារមួយធំពេក។ ឯកសារនីមួយៗអាចមានត្រឹម {max} មេកាបៃ។',
  },
  fileEmpty: {
    en: 'One of these files is empty or cannot be read.',
    km: 'មានឯកសារមួយទទេ ឬអានមិនបាន។',
  },
  cannotClean: {
    en: 'From one of these files hidden details could not be removed.',
    km: 'មានឯកសារមួយដែលមិនអាចលុបព័ត៌មានលាក់ចេញបានទេ។',
  },
});

export const secondWordWords = defineMessages({
  label: { en: 'A word of your own', km: 'ពាក្យសម្ងាត់របស់អ្នក' },
  hint: {
    en: 'You can leave this empty. With a word that only you know, you can erase everything at once later, and nobody who finds your receipt number can. We cannot find it again for you.',
    km: 'អ្នកអាចទុកទំនេរ។ ដោយមានពាក្យដែលមានតែអ្នកដឹង អ្នកអាចលុបអ្វីៗទាំងអស់ភ្លាមៗនៅពេលក្រោយ ហើយអ្នកដែលរកឃើញលេខបង្កាន់ដៃរបស់អ្នក មិនអាចលុបបានទេ។ យើងមិនអាចរកវាឱ្យអ្នកវិញបានទេ។',
  },
});
