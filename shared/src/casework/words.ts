import type { Words } from '../language/language.ts';
import type { Irregular } from './case.ts';
import type { EntryKind } from './entries.ts';
import type { NextStepCode } from './next-step.ts';
import type { CaseState } from './states.ts';
import type { TASK_KINDS } from './tasks.ts';
import type { Level } from './triage.ts';

type WordsFor<C extends string> = Readonly<Record<C, Words>>;

export const stateWords: WordsFor<CaseState> = {
  received: { en: 'Received', km: 'បានទទួល' },
  triage: { en: 'Triage', km: 'ចាត់ថ្នាក់ភាពបន្ទាន់' },
  open: { en: 'Open', km: 'បានបើក' },
  assessment: { en: 'Assessment', km: 'ការវាយតម្លៃ' },
  plan: { en: 'Plan', km: 'ផែនការ' },
  implementing: { en: 'Implementing', km: 'កំពុងអនុវត្ត' },
  follow_up: { en: 'Follow-up', km: 'តាមដាន' },
  closure_requested: { en: 'Closure requested', km: 'បានស្នើសុំបិទ' },
  closed: { en: 'Closed', km: 'បានបិទ' },
  information_only: { en: 'Information only', km: 'សម្រាប់ព័ត៌មានប៉ុណ្ណោះ' },
  duplicate: { en: 'Duplicate', km: 'រាយការណ៍ស្ទួន' },
  transferred: { en: 'Transferred', km: 'បានផ្ទេរ' },
  withdrawn: { en: 'Withdrawn by the survivor', km: 'អ្នករងគ្រោះបានដកវិញ' },
};

export const levelWords: WordsFor<Level> = {
  critical: { en: 'Critical: same day', km: 'បន្ទាន់បំផុត៖ ក្នុងថ្ងៃនេះ' },
  high: { en: 'High: 24 hours', km: 'ខ្ពស់៖ ២៤ ម៉ោង' },
  medium: { en: 'Medium: 72 hours', km: 'មធ្យម៖ ៧២ ម៉ោង' },
  low: { en: 'Low: 7 days', km: 'ទាប៖ ៧ ថ្ងៃ' },
};

export const entryWords: WordsFor<EntryKind> = {
  opened: { en: 'Opened', km: 'បានបើកអាន' },
  triaged: { en: 'Triaged', km: 'បានចាត់ថ្នាក់ភាពបន្ទាន់' },
  assigned: { en: 'Assigned', km: 'បានប្រគល់ឱ្យទទួលបន្ទុក' },
  status: { en: 'Status changed', km: 'បានប្តូរស្ថានភាព' },
  note: { en: 'Note', km: 'កំណត់ត្រា' },
  conference_note: { en: 'Case conference', km: 'កំណត់ត្រាកិច្ចប្រជុំករណី' },
  safety_plan: { en: 'Safety plan', km: 'ផែនការសុវត្ថិភាព' },
  consent_given: { en: 'Consent given', km: 'បានយល់ព្រម' },
  consent_withdrawn: { en: 'Consent withdrawn', km: 'បានដកការយល់ព្រម' },
  counting_consent: { en: 'Consent to be counted', km: 'ការយល់ព្រមឱ្យរាប់ក្នុងស្ថិតិ' },
  counted_elsewhere: { en: 'Counted elsewhere', km: 'រាប់នៅកន្លែងផ្សេង' },
  referral: { en: 'Referral', km: 'ការបញ្ជូនបន្ត' },
  coded: { en: 'Coded for statistics', km: 'បានដាក់កូដសម្រាប់ស្ថិតិ' },
  task_set: { en: 'Task set', km: 'បានដាក់ភារកិច្ច' },
  task_done: { en: 'Task done', km: 'ភារកិច្ចបានបញ្ចប់' },
  contact_attempt: { en: 'Contact attempt', km: 'ការព្យាយាមទាក់ទង' },
  readers_changed: { en: 'Who can read it changed', km: 'បានប្តូរអ្នកដែលអាចអាន' },
  merged: { en: 'Joined', km: 'បានបញ្ចូលគ្នា' },
  handed_over: { en: 'Handed to another team', km: 'បានប្រគល់ទៅក្រុមផ្សេង' },
  member_added: { en: 'Member added', km: 'បានបន្ថែមសមាជិក' },
  member_removed: { en: 'Member removed', km: 'បានដកសមាជិក' },
  conflict_declared: { en: 'Conflict of interest declared', km: 'បានប្រកាសទំនាស់ផលប្រយោជន៍' },
  closure_requested: { en: 'Closure requested', km: 'បានស្នើសុំបិទករណី' },
  closure_approved: { en: 'Closure approved', km: 'បានអនុម័តបិទករណី' },
  reopened: { en: 'Reopened', km: 'បានបើកករណីឡើងវិញ' },
  bundle_requested: { en: 'Hand-over asked for', km: 'បានស្នើសុំប្រគល់ករណី' },
  bundle_approved: { en: 'Hand-over approved', km: 'បានអនុម័តការប្រគល់' },
  bundle_made: { en: 'File for hand-over made', km: 'បានបង្កើតឯកសារសម្រាប់ប្រគល់' },
};

export const nextStepWords: WordsFor<NextStepCode> = {
  recall: { en: 'Recall what was shared', km: 'ហៅព័ត៌មានដែលបានចែករំលែកត្រឡប់វិញ' },
  triage: { en: 'Read and triage', km: 'អាន និងចាត់ថ្នាក់ភាពបន្ទាន់' },
  approve_closure: { en: 'Approve closure', km: 'អនុម័តការបិទ' },
  assign: { en: 'Assign', km: 'ប្រគល់ឱ្យអ្នកទទួលបន្ទុក' },
  task: { en: 'Do a task', km: 'បំពេញភារកិច្ច' },
  await_answer: { en: 'Answer to a referral due', km: 'រង់ចាំចម្លើយលើការបញ្ជូន' },
  send_referral: { en: 'Send the referral', km: 'បញ្ជូនបន្ត' },
  ask_consent: { en: 'Ask for consent', km: 'សុំការយល់ព្រម' },
  confirm_service: { en: 'Confirm the service', km: 'បញ្ជាក់ថាបានទទួលសេវា' },
  ask_feedback: { en: 'Ask how it went', km: 'សួរមតិអំពីសេវា' },
  close_referral: { en: 'Close the referral', km: 'បិទការបញ្ជូន' },
  follow_up: { en: 'Follow up', km: 'តាមដាន' },
  code_incident: { en: 'Code the incident', km: 'ដាក់កូដហេតុការណ៍' },
  code_outcome: { en: 'Code the outcome', km: 'ដាក់កូដលទ្ធផល' },
  none: { en: 'Nothing to do', km: 'គ្មានអ្វីត្រូវធ្វើ' },
};

export const taskWords: WordsFor<(typeof TASK_KINDS)[number]> = {
  follow_up: { en: 'Follow up', km: 'តាមដាន' },
  contact: { en: 'Contact the survivor', km: 'ទាក់ទងអ្នករងគ្រោះ' },
  safety_review: { en: 'Review the safety plan', km: 'ពិនិត្យផែនការសុវត្ថិភាពឡើងវិញ' },
  recall: { en: 'Recall what was shared', km: 'ហៅព័ត៌មានដែលបានចែករំលែកត្រឡប់វិញ' },
  other: { en: 'Other', km: 'ផ្សេងៗ' },
};

/** Why an entry is refused, or was set aside: what is wrong and what would mend it. */
export const refusalWords: WordsFor<Irregular['code']> = {
  illegal_move: { en: 'This step is not possible from here.', km: 'ជំហាននេះមិនអាចធ្វើបានពីទីនេះទេ។' },
  no_live_consent: {
    en: 'There is no consent that holds today. Nothing can be sent without it: please ask the survivor.',
    km: 'គ្មានការយល់ព្រមដែលនៅមានសុពលភាពថ្ងៃនេះទេ។ បើគ្មាន មិនអាចបញ្ជូនអ្វីបានឡើយ៖ សូមសួរអ្នករងគ្រោះ។',
  },
  item_not_consented: {
    en: 'Something in this packet was not agreed to. Take it out, or ask the survivor.',
    km: 'មានព័ត៌មានដែលអ្នករងគ្រោះមិនបានយល់ព្រមឱ្យបញ្ជូន។ សូមដកចេញ ឬសួរអ្នករងគ្រោះ។',
  },
  other_recipient: {
    en: 'The consent is for another recipient than this referral.',
    km: 'ការយល់ព្រមនេះសម្រាប់អ្នកទទួលផ្សេង មិនមែនសម្រាប់ការបញ្ជូននេះទេ។',
  },
  needs_supervisor: { en: 'Only a supervisor can do this.', km: 'មានតែអ្នកត្រួតពិនិត្យទេដែលអាចធ្វើបាន។' },
  mediation_not_offered: {
    en: 'Mediation is never offered for sexual or partner violence.',
    km: 'មិនត្រូវផ្តល់ការសម្រុះសម្រួលចំពោះអំពើហិង្សាផ្លូវភេទ ឬហិង្សាពីដៃគូឡើយ។',
  },
  recipient_in_conflict: {
    en: 'This authority or service is implicated in the case.',
    km: 'អាជ្ញាធរ ឬសេវានេះពាក់ព័ន្ធនឹងហេតុការណ៍ក្នុងករណីនេះ។',
  },
  member_in_conflict: {
    en: 'This member has a conflict of interest in the case.',
    km: 'សមាជិកនេះមានទំនាស់ផលប្រយោជន៍ក្នុងករណីនេះ។',
  },
  no_new_key: {
    en: 'Who reads the case is not changed by this entry: no new key begins with it.',
    km: 'កំណត់ហេតុនេះមិនប្តូរអ្នកអានករណីទេ៖ គ្មានសោថ្មីចាប់ផ្តើមពីវាឡើយ។',
  },
  not_a_reader: { en: 'This member cannot read the case.', km: 'សមាជិកនេះមិនអាចអានករណីនេះបានទេ។' },
  reader_excluded: {
    en: 'The reporter did not want this member to read the case, or they have a conflict of interest in it.',
    km: 'អ្នករាយការណ៍មិនចង់ឱ្យសមាជិកនេះអានករណីទេ ឬគាត់មានទំនាស់ផលប្រយោជន៍។',
  },
  not_yours_to_change: {
    en: 'Only whoever is responsible for the case, or a supervisor, decides who reads it.',
    km: 'មានតែអ្នកទទួលបន្ទុកករណី ឬអ្នកត្រួតពិនិត្យទេ ដែលសម្រេចថានរណាអាចអាន។',
  },
  readers_remain: {
    en: 'Somebody of the organisation can still read this case: the recovery card is not for it.',
    km: 'នៅមានសមាជិកអង្គការអាចអានករណីនេះបាន៖ ប័ណ្ណស្តារមិនសម្រាប់វាទេ។',
  },
  unknown_bundle: { en: 'There is no such hand-over in this case.', km: 'គ្មានការប្រគល់បែបនេះក្នុងករណីនេះទេ។' },
  own_request: {
    en: 'Whoever asked for a hand-over cannot approve it: another supervisor must.',
    km: 'អ្នកដែលស្នើសុំការប្រគល់មិនអាចអនុម័តវាបានទេ៖ ត្រូវមានអ្នកត្រួតពិនិត្យម្នាក់ទៀត។',
  },
  not_approved: {
    en: 'No supervisor has approved this hand-over yet.',
    km: 'មិនទាន់មានអ្នកត្រួតពិនិត្យអនុម័តការប្រគល់នេះទេ។',
  },
  plan_changed: {
    en: 'A colleague has changed the plan meanwhile. What both of you wrote has been brought together: look at it, then sign again.',
    km: 'មិត្តរួមការងារបានកែផែនការក្នុងពេលនេះ។ អ្វីដែលអ្នកទាំងពីរសរសេរត្រូវបានដាក់ចូលគ្នា៖ សូមពិនិត្យ រួចចុះហត្ថលេខាម្តងទៀត។',
  },
  being_handed_over: {
    en: 'Somebody has just begun to hand this case over. Look again in five minutes: if it has not arrived by then, you can hand it over.',
    km: 'មានគេទើបចាប់ផ្តើមប្រគល់ករណីនេះ។ សូមពិនិត្យម្តងទៀតក្នុង៥នាទី៖ បើវាមិនទាន់ដល់គេ អ្នកអាចប្រគល់វាបាន។',
  },
  unknown_referral: { en: 'There is no such referral in this case.', km: 'គ្មានការបញ្ជូនបែបនេះក្នុងករណីនេះទេ។' },
  unknown_consent: {
    en: 'There is no such consent, or it was already withdrawn.',
    km: 'គ្មានការយល់ព្រមបែបនេះ ឬត្រូវបានដកវិញហើយ។',
  },
  unknown_task: { en: 'There is no such task, or it is already done.', km: 'គ្មានភារកិច្ចបែបនេះ ឬបានបញ្ចប់ហើយ។' },
  message_not_quoted: {
    en: 'What the survivor answers on the return page is written down from the message itself, once.',
    km: 'ចម្លើយរបស់អ្នករងគ្រោះលើគេហទំព័រ ត្រូវកត់ត្រាចេញពីសារផ្ទាល់ ហើយតែម្តងគត់។',
  },
  id_taken: { en: 'This id is already used in the case.', km: 'លេខសម្គាល់នេះបានប្រើរួចហើយក្នុងករណីនេះ។' },
  parent_still_open: {
    en: 'The earlier referral is still under way.',
    km: 'ការបញ្ជូនមុននៅកំពុងដំណើរការ។',
  },
  too_few_attempts: {
    en: 'Three safe attempts to reach the survivor come before “cannot be reached”.',
    km: 'ត្រូវព្យាយាមទាក់ទងដោយសុវត្ថិភាពបីដង មុននឹងកត់ថា «មិនអាចទាក់ទងបាន»។',
  },
  no_counting_consent: {
    en: 'The survivor has not agreed that this be counted.',
    km: 'អ្នករងគ្រោះមិនបានយល់ព្រមឱ្យរាប់ករណីនេះក្នុងស្ថិតិទេ។',
  },
  counted_elsewhere: {
    en: 'Another organisation or team counts this case.',
    km: 'អង្គការ ឬក្រុមផ្សេងរាប់ករណីនេះហើយ។',
  },
  revision_out_of_order: {
    en: 'The coded record was changed meanwhile. Please look at it again.',
    km: 'កំណត់ត្រាកូដបានផ្លាស់ប្តូរក្នុងពេលនេះ។ សូមពិនិត្យម្តងទៀត។',
  },
  unreadable: {
    en: 'This entry cannot be read by this version.',
    km: 'កំណែនេះមិនអាចអានកំណត់ហេតុនេះបានទេ។',
  },
};
