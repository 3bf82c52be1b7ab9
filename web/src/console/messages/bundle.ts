import { defineMessages } from '@romduol/shared/language/language';

/** Handing a whole case over. A native speaker reviews the Khmer. */
export const bundleWords = defineMessages({
  title: { en: 'Hand the whole case over', km: 'ប្រគល់ករណីទាំងមូល' },
  box: { en: 'Hand-over', km: 'ការប្រគល់' },
  open: { en: 'Hand the case over as a file', km: 'ប្រគល់ករណីជាឯកសារ' },
  does: {
    en: 'Makes one file of the report, the contact details, the log and all attachments, which only the holder of the named key can open. A supervisor approves it first; it is written in the case and in the audit log. Whoever gets the file keeps it: nothing can be called back.',
    km: 'បង្កើតឯកសារមួយដែលមានរបាយការណ៍ ព័ត៌មានទំនាក់ទំនង កំណត់ហេតុ និងឯកសារភ្ជាប់ទាំងអស់ ដែលមានតែអ្នកកាន់សោដែលបានដាក់ឈ្មោះប៉ុណ្ណោះអាចបើកបាន។ អ្នកត្រួតពិនិត្យត្រូវអនុម័តជាមុន ហើយវាត្រូវបានកត់ត្រាក្នុងករណី និងក្នុងកំណត់ត្រាសវនកម្ម។ អ្នកដែលទទួលបានឯកសាររក្សាវាទុក៖ មិនអាចយកមកវិញបានទេ។',
  },
  recipient: { en: 'Who gets it', km: 'អ្នកទទួល' },
  recipientHint: { en: 'Person and organisation.', km: 'ឈ្មោះមនុស្ស និងអង្គការ។' },
  key: { en: 'Their public key for age', km: 'សោសាធារណៈ age របស់គាត់' },
  keyHint: {
    en: 'It begins with age1. Let them read its last eight letters to you by telephone.',
    km: 'វាចាប់ផ្តើមដោយ age1។ សូមឱ្យគាត់អានអក្សរប្រាំបីចុងក្រោយប្រាប់តាមទូរស័ព្ទ។',
  },
  keyWrong: { en: 'This is not a public key for age.', km: 'នេះមិនមែនជាសោសាធារណៈ age ទេ។' },
  basis: { en: 'Why it may be handed over', km: 'ហេតុអ្វីអាចប្រគល់បាន' },
  consent: { en: 'The survivor has agreed to it', km: 'អ្នករងគ្រោះបានយល់ព្រម' },
  obligation: { en: 'The law obliges us', km: 'ច្បាប់តម្រូវ' },
  reason: { en: 'In words: what for, and how they agreed', km: 'ជាពាក្យ៖ សម្រាប់អ្វី និងយល់ព្រមដោយរបៀបណា' },
  conversation: {
    en: 'With the conversation and its files',
    km: 'រួមទាំងការសន្ទនា និងឯកសាររបស់វា',
  },
  ask: { en: 'Sign, and ask a supervisor', km: 'ចុះហត្ថលេខា ហើយស្នើអ្នកត្រួតពិនិត្យ' },
  waiting: { en: 'waits for a supervisor', km: 'រង់ចាំអ្នកត្រួតពិនិត្យ' },
  waitingOther: { en: 'waits for another supervisor', km: 'រង់ចាំអ្នកត្រួតពិនិត្យម្នាក់ទៀត' },
  approved: { en: 'approved', km: 'បានអនុម័ត' },
  made: { en: 'made', km: 'បានបង្កើត' },
  approve: { en: 'Approve handing over to {recipient}', km: 'អនុម័តការប្រគល់ទៅ {recipient}' },
  make: { en: 'Make the file for {recipient}', km: 'បង្កើតឯកសារសម្រាប់ {recipient}' },
  making: {
    en: 'Opening everything and sealing it for them…',
    km: 'កំពុងបើកអ្វីៗទាំងអស់ ហើយបិទត្រាសម្រាប់គាត់…',
  },
  saved: {
    en: 'The file was handed to your browser to save. Pass it on, then delete it here.',
    km: 'ឯកសារត្រូវបានប្រគល់ឱ្យកម្មវិធីរុករកដើម្បីរក្សាទុក។ សូមបញ្ជូនបន្ត រួចលុបវានៅទីនេះ។',
  },
  again: { en: 'Ask for another hand-over', km: 'ស្នើសុំការប្រគល់មួយទៀត' },

  pageTitle: { en: 'Case handed over', km: 'ករណីដែលបានប្រគល់' },
  pageFor: { en: 'For {recipient}, by {organisation}, {day}.', km: 'ជូន {recipient} ដោយ {organisation} {day}។' },
  pageSecret: {
    en: 'This is about a person who trusted us. Keep it where nobody else can read it, and delete what you no longer need.',
    km: 'នេះជារឿងរបស់មនុស្សម្នាក់ដែលទុកចិត្តយើង។ សូមរក្សាទុកនៅកន្លែងដែលគ្មានអ្នកផ្សេងអាចអាន ហើយលុបអ្វីដែលលែងត្រូវការ។',
  },
  pageReport: { en: 'The report', km: 'របាយការណ៍' },
  pageContact: { en: 'Contact', km: 'ទំនាក់ទំនង' },
  pageLog: { en: 'The log', km: 'កំណត់ហេតុ' },
  pageFiles: { en: 'Files', km: 'ឯកសារ' },
  pageReceived: { en: 'Received on {day}.', km: 'បានទទួលនៅ{day}។' },
  pageJson: {
    en: 'The same, with all that is not told here, stands in case.json; the files lie in the folder “files”.',
    km: 'ព័ត៌មានដដែល រួមទាំងអ្វីដែលមិនបានរៀបរាប់នៅទីនេះ មានក្នុងឯកសារទិន្នន័យ ហើយឯកសារភ្ជាប់ស្ថិតក្នុងថតរបស់វា។',
  },
});

export const bundleLogWords = defineMessages({
  requested: {
    en: '{who} asked to hand the whole case over to {recipient}',
    km: '{who} បានស្នើសុំប្រគល់ករណីទាំងមូលទៅ {recipient}',
  },
  approved: { en: '{who} approved handing over to {recipient}', km: '{who} បានអនុម័តការប្រគល់ទៅ {recipient}' },
  made: { en: '{who} made the file for {recipient}', km: '{who} បានបង្កើតឯកសារសម្រាប់ {recipient}' },
});
