import { defineMessages } from '@romduol/shared/language/language';

/** The panes in which something is done to a case: what each will do stands in it. */
export const paneWords = defineMessages({
  back: { en: 'Back to the case', km: 'ត្រឡប់ទៅករណី' },
  record: { en: 'Sign and record', km: 'ចុះហត្ថលេខា និងកត់ត្រា' },
  recording: { en: 'Sealing and recording…', km: 'កំពុងបិទត្រា និងកត់ត្រា…' },
  readBy: { en: 'Read by {who}. It cannot be taken back.', km: 'អ្នកដែលអាចអាន៖ {who}។ វាមិនអាចដកវិញបានទេ។' },
  comment: { en: 'Comment', km: 'មតិ' },
  choose: { en: 'Choose…', km: 'ជ្រើសរើស…' },
  missing: { en: 'Please choose.', km: 'សូមជ្រើសរើស។' },
  missingWords: { en: 'Please write something here.', km: 'សូមសរសេរនៅទីនេះ។' },
  missingDay: { en: 'Please give a day from today on.', km: 'សូមជ្រើសរើសថ្ងៃ ចាប់ពីថ្ងៃនេះទៅ។' },

  triage: { en: 'Decide the level', km: 'ចាត់ថ្នាក់ភាពបន្ទាន់' },
  triageDoes: {
    en: 'You decide how soon someone must act; then the case is open for work.',
    km: 'អ្នកសម្រេចថាត្រូវធ្វើការឆាប់ប៉ុណ្ណា បន្ទាប់មកករណីនឹងបើកសម្រាប់ធ្វើការ។',
  },
  triageProposal: { en: 'The answers speak for: {level}', km: 'ចម្លើយបង្ហាញថា៖ {level}' },
  triageNoReasons: { en: 'Nothing in the answers speaks for more haste.', km: 'គ្មានអ្វីក្នុងចម្លើយបង្ហាញថាបន្ទាន់ជាងនេះទេ។' },
  level: { en: 'Level', km: 'កម្រិត' },
  triageWhy: { en: 'Why another level than the one proposed', km: 'ហេតុអ្វីជ្រើសកម្រិតផ្សេងពីដែលបានស្នើ' },
  triageTake: { en: 'I take the case myself', km: 'ខ្ញុំទទួលបន្ទុកករណីនេះដោយខ្លួនឯង' },
  aside: { en: 'This is no case for us', km: 'នេះមិនមែនជាករណីសម្រាប់យើងទេ' },
  asideHint: { en: 'Information only, a duplicate, or another team’s', km: 'ជាព័ត៌មានប៉ុណ្ណោះ ជារបាយការណ៍ស្ទួន ឬរបស់ក្រុមផ្សេង' },

  assign: { en: 'Assign', km: 'ប្រគល់ឱ្យទទួលបន្ទុក' },
  assignDoes: {
    en: 'One person answers for the case; its tasks fall to them unless somebody else is named.',
    km: 'មនុស្សម្នាក់ទទួលខុសត្រូវលើករណី។ ភារកិច្ចទាំងឡាយជារបស់គាត់ លើកលែងតែមានកំណត់អ្នកផ្សេង។',
  },
  assignTo: { en: 'Responsible', km: 'អ្នកទទួលបន្ទុក' },
  inConflict: { en: 'has a conflict in this case', km: 'មានទំនាស់ផលប្រយោជន៍ក្នុងករណីនេះ' },

  state: { en: 'Move the case on', km: 'ប្តូរស្ថានភាពករណី' },
  stateDoes: {
    en: 'Only moves that are open from here are offered. Closing is asked for separately.',
    km: 'បង្ហាញតែជំហានដែលអាចធ្វើបានពីទីនេះ។ ការបិទត្រូវស្នើដោយឡែក។',
  },
  stateTo: { en: 'To', km: 'ទៅ' },
  stateWithdrawn: {
    en: 'All sharing stops at once, nothing is counted, and this is final.',
    km: 'ការចែករំលែកទាំងអស់ឈប់ភ្លាម មិនរាប់បញ្ចូល ហើយនេះជាការសម្រេចចុងក្រោយ។',
  },
  closingReason: { en: 'Reason', km: 'មូលហេតុ' },

  task: { en: 'Set a task', km: 'ដាក់ភារកិច្ច' },
  taskDoes: { en: 'It stands in the list of cases until it is done.', km: 'វានឹងបង្ហាញក្នុងបញ្ជីករណី រហូតដល់បានធ្វើរួច។' },
  taskKind: { en: 'What', km: 'អ្វី' },
  taskText: { en: 'In a few words', km: 'ដោយសង្ខេប' },
  taskDue: { en: 'By', km: 'ត្រឹម' },
  taskWho: { en: 'Who', km: 'នរណា' },
  taskAssignee: { en: 'Whoever is responsible for the case', km: 'អ្នកទទួលបន្ទុកករណី' },

  safety: { en: 'Safety plan', km: 'ផែនការសុវត្ថិភាព' },
  safetyDoes: {
    en: 'Made with the survivor, in their words; every part may stay empty. It replaces the plan before, which stays in the log.',
    km: 'រៀបចំជាមួយជនរងគ្រោះ តាមពាក្យរបស់គាត់។ ផ្នែកណាក៏អាចទុកទទេបាន។ វាជំនួសផែនការមុន ដែលនៅក្នុងកំណត់ហេតុដដែល។',
  },
  safetyMerged: {
    en: '{who} has changed the plan since you began. It holds what they wrote and what you wrote now: look at it before you sign.',
    km: '{who} បានកែផែនការ ក្រោយពេលអ្នកចាប់ផ្តើម។ ឥឡូវវាមានទាំងអ្វីដែលគេសរសេរ និងអ្វីដែលអ្នកសរសេរ៖ សូមពិនិត្យមុនចុះហត្ថលេខា។',
  },
  safetyBoth: {
    en: 'Both of you wrote here; their words stand first: {parts}',
    km: 'អ្នកទាំងពីរបានសរសេរនៅទីនេះ ពាក្យរបស់គេនៅខាងដើម៖ {parts}',
  },
  safetyReview: { en: 'Review on', km: 'ពិនិត្យឡើងវិញនៅ' },

  attempt: { en: 'Record an attempt to make contact', km: 'កត់ត្រាការព្យាយាមទាក់ទង' },
  attemptDoes: {
    en: 'Say how, and whether you reached them. Read “How to reach them” first.',
    km: 'សូមប្រាប់ថាដោយវិធីណា និងបានជួបឬទេ។ សូមអាន «របៀបទាក់ទង» ជាមុនសិន។',
  },
  attemptMode: { en: 'How', km: 'ដោយវិធីណា' },
  attemptReached: { en: 'Did you reach them?', km: 'តើបានទាក់ទងដល់ទេ?' },
  reachedYes: { en: 'Reached', km: 'បានទាក់ទងដល់' },
  reachedNo: { en: 'Not reached', km: 'មិនបានទាក់ទងដល់' },

  counting: { en: 'May the case be counted?', km: 'តើអាចរាប់បញ្ចូលករណីនេះបានទេ?' },
  countingDoes: {
    en: 'Record what the survivor says now; it replaces the answer in the report. Without a yes nothing of the case enters the statistics.',
    km: 'សូមកត់ត្រាអ្វីដែលជនរងគ្រោះនិយាយឥឡូវនេះ។ វាជំនួសចម្លើយក្នុងរបាយការណ៍។ បើគ្មានការយល់ព្រម ករណីនេះមិនចូលក្នុងស្ថិតិទេ។',
  },
  countingAnswer: { en: 'The survivor says', km: 'ជនរងគ្រោះនិយាយថា' },
  countYes: { en: 'Yes, count it', km: 'យល់ព្រមឱ្យរាប់' },
  countNo: { en: 'No, do not count it', km: 'មិនយល់ព្រមឱ្យរាប់' },
  mode: { en: 'How it was given', km: 'ផ្តល់តាមវិធីណា' },

  elsewhere: { en: 'Where is the case counted?', km: 'តើករណីនេះរាប់នៅកន្លែងណា?' },
  elsewhereDoes: {
    en: 'A survivor is counted once. Where another organisation or team counts the same person for the same events, this case is not counted here, and a record that was coded but not yet counted is taken back.',
    km: 'ជនរងគ្រោះម្នាក់រាប់តែម្តង។ បើអង្គការ ឬក្រុមផ្សេងរាប់មនុស្សដដែលសម្រាប់ហេតុការណ៍ដដែល ករណីនេះមិនរាប់នៅទីនេះទេ ហើយកំណត់ត្រាដែលបានដាក់កូដ តែមិនទាន់រាប់ ត្រូវដកវិញ។',
  },
  countedThere: { en: 'Elsewhere', km: 'នៅកន្លែងផ្សេង' },
  countedHere: { en: 'Here', km: 'នៅទីនេះ' },

  conflict: { en: 'Declare a conflict', km: 'ប្រកាសទំនាស់ផលប្រយោជន៍' },
  conflictDoes: {
    en: 'Somebody is implicated in this case, or close to someone who is. A colleague so named, or yourself, stops reading it at once and is not told why. Services so named are never suggested here and can be sent nothing; the directory itself does not show it.',
    km: 'មាននរណាម្នាក់ពាក់ព័ន្ធនឹងករណីនេះ ឬស្និទ្ធនឹងអ្នកពាក់ព័ន្ធ។ សហការីដែលបានប្រកាស ឬខ្លួនអ្នក នឹងឈប់អានបានភ្លាម ដោយមិនប្រាប់មូលហេតុ។ សេវាដែលបានប្រកាសនឹងមិនត្រូវស្នើនៅទីនេះ ហើយមិនអាចបញ្ជូនអ្វីទៅបានទេ។ បញ្ជីសេវាមិនបង្ហាញរឿងនេះទេ។',
  },
  conflictWho: { en: 'Who', km: 'នរណា' },
  conflictMember: { en: 'A colleague, or I', km: 'សហការី' },
  conflictRecipient: { en: 'An authority or service', km: 'អាជ្ញាធរ ឬសេវា' },
  conflictReason: { en: 'Why', km: 'មូលហេតុ' },

  close: { en: 'Ask to close the case', km: 'ស្នើបិទករណី' },
  closeDoes: {
    en: 'A supervisor looks at it and approves, or gives it back.',
    km: 'អ្នកត្រួតពិនិត្យនឹងមើល រួចអនុម័ត ឬប្រគល់មកវិញ។',
  },
  keepEvidence: {
    en: 'Evidence must be kept longer than twelve months',
    km: 'ត្រូវរក្សាភស្តុតាងយូរជាងដប់ពីរខែ',
  },
  approve: { en: 'Closing asked for', km: 'បានស្នើបិទ' },
  approveDoes: {
    en: 'Approving closes the case; it can be opened again later. Giving it back returns it to follow-up.',
    km: 'ការអនុម័តនឹងបិទករណី ហើយអាចបើកឡើងវិញពេលក្រោយបាន។ ការប្រគល់មកវិញ នឹងត្រឡប់ទៅការតាមដាន។',
  },
  approveButton: { en: 'Approve the closing', km: 'អនុម័តការបិទ' },
  returnButton: { en: 'Give it back', km: 'ប្រគល់មកវិញ' },
  reopen: { en: 'Open the case again', km: 'បើកករណីឡើងវិញ' },
  reopenDoes: { en: 'The case is open for work as before.', km: 'ករណីនឹងបើកសម្រាប់ធ្វើការដូចមុន។' },
  reopenReason: { en: 'Why', km: 'មូលហេតុ' },
  unreachableNeeds: {
    en: 'Closing as unreachable takes three safe attempts in a row; {count} are recorded.',
    km: 'ការបិទដោយសារទាក់ទងមិនបាន ត្រូវការការព្យាយាមបីដងជាប់គ្នា។ បានកត់ត្រា {count} ដង។',
  },
});

/** Who reads a case. */
export const readersWords = defineMessages({
  title: { en: 'Who can read this case', km: 'អ្នកដែលអាចអានករណីនេះ' },
  does: {
    en: 'The case gets a new key, sealed to those who can read it from then on. Whoever is brought in can read all of it, from the report on. Whoever is taken off can read nothing that is written from then on; what they have read they have read.',
    km: 'ករណីនឹងទទួលសោថ្មី ដែលបិទត្រាសម្រាប់អ្នកដែលអាចអានចាប់ពីពេលនោះ។ អ្នកដែលត្រូវបានបន្ថែមអាចអានទាំងអស់ ចាប់ពីរបាយការណ៍។ អ្នកដែលត្រូវបានដកចេញមិនអាចអានអ្វីដែលសរសេរបន្ទាប់ពីនោះទេ ប៉ុន្តែអ្វីដែលគាត់បានអានរួច គាត់ដឹងរួចហើយ។',
  },
  who: { en: 'Whom to bring in or take off', km: 'បន្ថែម ឬដកនរណា' },
  add: { en: 'Bring in {who}', km: 'បន្ថែម {who}' },
  remove: { en: 'Take off {who}', km: 'ដក {who} ចេញ' },
  after: { en: 'Will be able to read it: {who}', km: 'អ្នកដែលនឹងអាចអាន៖ {who}' },
});
