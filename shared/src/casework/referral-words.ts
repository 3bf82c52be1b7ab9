import type { Words } from '../language/language.ts';
import type { ReferralAction, ReferralState } from './referral-moves.ts';
import type { SuggestionReason, WithheldReason } from './suggest-entries.ts';

type WordsFor<C extends string> = Readonly<Record<C, Words>>;

export const insideWords: Words = {
  en: 'Within this system, sealed to their team',
  km: 'ក្នុងប្រព័ន្ធនេះ ចាក់សោសម្រាប់ក្រុមរបស់គេ',
};

export const referralStateWords: WordsFor<ReferralState> = {
  offered: { en: 'Offered', km: 'បានផ្តល់ជូនជម្រើស' },
  consent_given: { en: 'Consent given', km: 'បានយល់ព្រម' },
  declined_by_survivor: { en: 'Declined by the survivor', km: 'អ្នករងគ្រោះមិនយល់ព្រម' },
  service_unavailable: { en: 'Service not available', km: 'គ្មានសេវា' },
  sent: { en: 'Sent', km: 'បានបញ្ជូន' },
  withdrawn: { en: 'Withdrawn', km: 'បានដកវិញ' },
  accepted: { en: 'Accepted', km: 'បានទទួលយក' },
  rejected: { en: 'Rejected', km: 'ត្រូវបានបដិសេធ' },
  no_response: { en: 'No response', km: 'គ្មានការឆ្លើយតប' },
  service_received: { en: 'Service received', km: 'បានទទួលសេវា' },
  not_received: { en: 'Service not received', km: 'មិនបានទទួលសេវា' },
  feedback: { en: 'Feedback given', km: 'បានផ្តល់មតិ' },
  closed: { en: 'Closed', km: 'បានបិទ' },
};

/** What each button does; who will see it stands beside it on the screen. */
export const referralActionWords: WordsFor<ReferralAction> = {
  offer: { en: 'Offer a referral', km: 'ផ្តល់ជម្រើសបញ្ជូន' },
  consent: { en: 'Write down consent', km: 'កត់ត្រាការយល់ព្រម' },
  decline: { en: 'The survivor declined', km: 'អ្នករងគ្រោះមិនយល់ព្រម' },
  mark_unavailable: { en: 'The service is not available', km: 'សេវានេះមិនមាន' },
  send: { en: 'Send what was agreed', km: 'បញ្ជូនអ្វីដែលបានយល់ព្រម' },
  withdraw: { en: 'Withdraw', km: 'ដកវិញ' },
  reprint: { en: 'Print the letter again', km: 'បោះពុម្ពលិខិតម្តងទៀត' },
  hand_over: { en: 'Hand the case over here', km: 'ប្រគល់ករណីក្នុងប្រព័ន្ធនេះ' },
  arrive: { en: 'It has arrived there', km: 'ករណីបានដល់គេហើយ' },
  acknowledge: { en: 'They have received it', km: 'គេបានទទួលលិខិតហើយ' },
  accept: { en: 'They accepted', km: 'គេបានទទួលយក' },
  reject: { en: 'They refused', km: 'គេបានបដិសេធ' },
  mark_unanswered: { en: 'They did not answer', km: 'គេមិនបានឆ្លើយតប' },
  receive: { en: 'The service was received', km: 'បានទទួលសេវា' },
  miss: { en: 'The service was not received', km: 'មិនបានទទួលសេវា' },
  give_feedback: { en: 'Write down feedback', km: 'កត់ត្រាមតិ' },
  close: { en: 'Close the referral', km: 'បិទការបញ្ជូន' },
};

export const suggestionWords: WordsFor<SuggestionReason> = {
  no_feedback: { en: 'No survivor has told of it yet', km: 'មិនទាន់មានមតិពីអ្នករងគ្រោះ' },
  outed_there: { en: 'Somebody was outed there', km: 'ធ្លាប់មានគេបែកការណ៍នៅទីនោះ' },
  elsewhere: { en: 'In another part of the country', km: 'ក្នុងតំបន់ផ្សេង' },
  same_province: { en: 'In the same province', km: 'ក្នុងខេត្តជាមួយគ្នា' },
  same_zone: { en: 'In the same part of the country', km: 'ក្នុងតំបន់ជាមួយគ្នា' },
  friendly: { en: 'Survivors found it friendly', km: 'អ្នករងគ្រោះថារួសរាយរាក់ទាក់' },
  mixed_feedback: { en: 'Survivors’ feedback is mixed', km: 'មតិអ្នករងគ្រោះខុសៗគ្នា' },
  not_friendly: { en: 'Survivors found it unfriendly', km: 'អ្នករងគ្រោះថាមិនរាក់ទាក់' },
  trained: { en: 'Trained', km: 'បានបណ្តុះបណ្តាល' },
  verification_due: { en: 'To be verified again', km: 'ត្រូវផ្ទៀងផ្ទាត់ឡើងវិញ' },
  like_the_perpetrator: {
    en: 'Same kind of office as the person who did it',
    km: 'ស្ថាប័នប្រភេទដូចអ្នកប្រព្រឹត្ត',
  },
};

export const withheldWords: WordsFor<WithheldReason> = {
  in_conflict: { en: 'Implicated in this case', km: 'ពាក់ព័ន្ធនឹងករណីនេះ' },
  not_for_minors: { en: 'Does not serve minors', km: 'មិនបម្រើសេវាអនីតិជន' },
  not_listed: { en: 'Has not agreed to be listed', km: 'មិនទាន់យល់ព្រមឱ្យដាក់ក្នុងបញ្ជី' },
  retired: { en: 'No longer used', km: 'លែងប្រើ' },
};
