import type { ReadersChange } from '@romduol/shared/casework/readers';
import { defineMessages, type Words } from '@romduol/shared/language/language';

/** A case's log, told as a story. */
export const logWords = defineMessages({
  opened: { en: '{who} opened the case for the first time', km: '{who} បានបើកករណីនេះជាលើកដំបូង' },
  openedAgain: { en: '{who} opened the case', km: '{who} បានបើកករណី' },
  triaged: { en: '{who} set the level to {level}', km: '{who} បានកំណត់កម្រិត {level}' },
  triagedOther: {
    en: '{who} set the level to {level} ({proposed} was proposed)',
    km: '{who} បានកំណត់កម្រិត {level} (ស្នើ {proposed})',
  },
  assigned: { en: '{who} made {member} responsible', km: '{who} បានប្រគល់ឱ្យ {member} ទទួលបន្ទុក' },
  status: { en: '{who} moved the case to “{state}”', km: '{who} បានប្តូរករណីទៅ «{state}»' },
  note: { en: '{who} wrote a note', km: '{who} បានសរសេរកំណត់ត្រា' },
  conferenceNote: { en: '{who} wrote the note of a case conference', km: '{who} បានសរសេរកំណត់ត្រាកិច្ចប្រជុំករណី' },
  safetyPlan: { en: '{who} wrote the safety plan', km: '{who} បានសរសេរផែនការសុវត្ថិភាព' },
  consentGiven: {
    en: '{who} recorded consent to share with {recipient}',
    km: '{who} បានកត់ត្រាការយល់ព្រមចែករំលែកជាមួយ {recipient}',
  },
  consentDetail: {
    en: '{items}; given by {by}, {mode}; for: {purpose}',
    km: '{items}។ ផ្តល់ដោយ៖ {by} {mode}។ គោលបំណង៖ {purpose}',
  },
  consentUntil: { en: 'Holds until {day}.', km: 'មានសុពលភាពត្រឹម{day}។' },
  consentWithdrawn: { en: '{who} recorded that consent was withdrawn', km: '{who} បានកត់ត្រាការដកការយល់ព្រម' },
  countingYes: {
    en: '{who} recorded that the survivor agrees to be counted',
    km: '{who} បានកត់ត្រាថាជនរងគ្រោះយល់ព្រមឱ្យរាប់បញ្ចូល',
  },
  countingNo: {
    en: '{who} recorded that the survivor does not agree to be counted',
    km: '{who} បានកត់ត្រាថាជនរងគ្រោះមិនយល់ព្រមឱ្យរាប់បញ្ចូល',
  },
  countedElsewhere: {
    en: '{who} recorded that the case is counted elsewhere',
    km: '{who} បានកត់ត្រាថាករណីនេះរាប់នៅកន្លែងផ្សេង',
  },
  countedHere: {
    en: '{who} recorded that the case is counted here',
    km: '{who} បានកត់ត្រាថាករណីនេះរាប់នៅទីនេះ',
  },
  referralOffered: {
    en: '{who} offered a referral: {sector}, {recipient}',
    km: '{who} បានផ្តល់ជម្រើសបញ្ជូន៖ {sector} {recipient}',
  },
  referralStep: { en: '{who}, referral to {recipient}: {step}', km: '{who} ការបញ្ជូនទៅ {recipient}៖ {step}' },
  handingOver: { en: 'Handing over within this system', km: 'កំពុងប្រគល់ក្នុងប្រព័ន្ធនេះ' },
  reprinted: { en: 'Printed again', km: 'បានបោះពុម្ពម្តងទៀត' },
  coded: { en: '{who} coded the incident', km: '{who} បានដាក់កូដហេតុការណ៍' },
  codedAgain: { en: '{who} corrected the coding of the incident', km: '{who} បានកែកូដហេតុការណ៍' },
  codedOutcome: { en: '{who} coded the outcome', km: '{who} បានដាក់កូដលទ្ធផល' },
  codedOutcomeAgain: { en: '{who} corrected the coding of the outcome', km: '{who} បានកែកូដលទ្ធផល' },
  taskSet: { en: '{who} set a task: {task}, by {day}', km: '{who} បានដាក់ភារកិច្ច៖ {task} ត្រឹម{day}' },
  taskDone: { en: '{who} did a task: {task}', km: '{who} បានបំពេញភារកិច្ច៖ {task}' },
  attemptReached: { en: '{who} made contact ({mode}) and reached them', km: '{who} បានទាក់ទង ({mode}) ហើយបានជួប' },
  attemptMissed: {
    en: '{who} tried to make contact ({mode}) without reaching them',
    km: '{who} បានព្យាយាមទាក់ទង ({mode}) តែមិនបានជួប',
  },
  merged: {
    en: '{who} joined case {number} to this one: it was the same',
    km: '{who} បានបញ្ចូលករណី {number} មកករណីនេះ៖ ជាករណីតែមួយ',
  },
  handedOver: { en: '{who} handed the case to the team {team}', km: '{who} បានប្រគល់ករណីទៅក្រុម {team}' },
  memberAdded: { en: '{who} brought in {member}', km: '{who} បានបន្ថែម {member}' },
  memberRemoved: { en: '{who} took {member} off the case', km: '{who} បានដក {member} ចេញពីករណី' },
  readers: { en: 'Can read it from then on: {names}', km: 'អ្នកដែលអាចអានចាប់ពីពេលនោះ៖ {names}' },
  conflict: { en: '{who} declared a conflict: {about}', km: '{who} បានប្រកាសទំនាស់ផលប្រយោជន៍៖ {about}' },
  conflictRecipient: { en: 'an entry of the directory', km: 'ស្ថាប័នមួយក្នុងបញ្ជីសេវា' },
  closureRequested: { en: '{who} asked to close the case: {reason}', km: '{who} បានស្នើបិទករណី៖ {reason}' },
  keepEvidence: { en: 'Evidence is to be kept longer.', km: 'ត្រូវរក្សាភស្តុតាងយូរជាងធម្មតា។' },
  closureApproved: { en: '{who} approved the closing', km: '{who} បានអនុម័តការបិទ' },
  reopened: { en: '{who} opened the case again', km: '{who} បានបើកករណីឡើងវិញ' },
  unreadable: {
    en: '{who} wrote something that this version cannot read',
    km: '{who} បានសរសេរអ្វីមួយដែលកំណែនេះមិនអាចអានបាន',
  },
  notApplied: { en: 'Not applied', km: 'មិនត្រូវបានអនុវត្ត' },
  delivered: { en: 'Handed over: {items} ({mode})', km: 'បានប្រគល់៖ {items} ({mode})' },
  reason: { en: 'Reason: {reason}', km: 'មូលហេតុ៖ {reason}' },
  barriers: { en: 'What stood in the way: {barriers}', km: 'ឧបសគ្គ៖ {barriers}' },
  degree: { en: 'Received: {degree}', km: 'បានទទួល៖ {degree}' },
  respectful: { en: 'Respectful: {score} of 5', km: 'ការគោរព៖ {score} លើ ៥' },
  outed: { en: 'They were outed by the service.', km: 'សេវានេះបានលាតត្រដាងគាត់។' },
  again: { en: 'Would use it again.', km: 'នឹងប្រើម្តងទៀត។' },
  notAgain: { en: 'Would not use it again.', km: 'នឹងមិនប្រើម្តងទៀតទេ។' },
  today: { en: 'Today', km: 'ថ្ងៃនេះ' },
});

/** Why who reads a case was changed. */
export const readersChangedWords = defineMessages({
  added: { en: '{who} changed the key, to bring somebody in', km: '{who} បានប្តូរសោ ដើម្បីបន្ថែមសមាជិក' },
  removed: { en: '{who} changed the key, to take somebody off', km: '{who} បានប្តូរសោ ដើម្បីដកសមាជិកចេញ' },
  conflict: { en: '{who} changed the key, for a conflict of interest', km: '{who} បានប្តូរសោ ដោយសារទំនាស់ផលប្រយោជន៍' },
  handed_over: {
    en: '{who} changed the key: another team goes on with the case',
    km: '{who} បានប្តូរសោ៖ ក្រុមផ្សេងបន្តករណីនេះ',
  },
  need_to_know: {
    en: '{who}’s console changed the key: only those who work on the case go on reading it',
    km: 'កុងសូលរបស់ {who} បានប្តូរសោ៖ មានតែអ្នកធ្វើការលើករណីនេះប៉ុណ្ណោះដែលអាចអានបន្ត',
  },
  left: {
    en: '{who}’s console changed the key, since somebody does no casework here any more',
    km: 'កុងសូលរបស់ {who} បានប្តូរសោ ព្រោះមានសមាជិកលែងធ្វើការលើករណីនៅទីនេះ',
  },
  card_changed: {
    en: '{who}’s console changed the key, since the organisation’s recovery card is another',
    km: 'កុងសូលរបស់ {who} បានប្តូរសោ ព្រោះប័ណ្ណស្តាររបស់អង្គការបានប្តូរ',
  },
  recovered: {
    en: '{who} opened the case with the recovery card, since all its readers were lost',
    km: '{who} បានបើកករណីដោយប័ណ្ណស្តារ ព្រោះលែងមានអ្នកអាន',
  },
} satisfies Readonly<Record<ReadersChange, Words>>);
