import { codeList, type CodeOf } from './code-list.ts';

/** How far the main referral came: exclusive stages, so that each cumulative step is a sum of those after it. */
export const referralStage = codeList('referral_stage', {
  none: { en: 'No referral', km: 'គ្មានការបញ្ជូន' },
  offered: { en: 'Offered', km: 'បានផ្តល់ជូនជម្រើស' },
  consented: { en: 'Consent given', km: 'បានយល់ព្រម' },
  sent: { en: 'Sent', km: 'បានបញ្ជូន' },
  accepted: { en: 'Accepted', km: 'បានទទួលយក' },
  received: { en: 'Service received', km: 'បានទទួលសេវា' },
});
export type ReferralStage = CodeOf<typeof referralStage>;

/** Whether the authority or service took the referral on. */
export const acceptance = codeList('acceptance', {
  accepted: { en: 'Accepted', km: 'បានទទួលយក' },
  not_accepted: { en: 'Not accepted', km: 'មិនបានទទួលយក' },
  not_applicable: { en: 'Not sent', km: 'មិនបានបញ្ជូន' },
});
export type Acceptance = CodeOf<typeof acceptance>;

/** Why a referral was refused. `none` stands in coded records where nothing was. */
export const refusalReason = codeList('refusal_reason', {
  capacity: { en: 'No capacity', km: 'គ្មានលទ្ធភាពទទួល' },
  not_eligible: { en: 'Not eligible', km: 'មិនស្ថិតក្នុងលក្ខខណ្ឌ' },
  discriminatory_refusal: { en: 'Refused out of discrimination', km: 'បដិសេធដោយការរើសអើង' },
  unsafe: { en: 'Not safe', km: 'គ្មានសុវត្ថិភាព' },
  closed: { en: 'Closed or no longer offered', km: 'បានបិទ ឬលែងផ្តល់សេវា' },
  other: { en: 'Other', km: 'ផ្សេងៗ' },
  none: { en: 'Not refused', km: 'មិនត្រូវបានបដិសេធ' },
});
export type RefusalReason = CodeOf<typeof refusalReason>;

/** What stood in the way of a service, as many as apply. */
export const barrier = codeList('barrier', {
  cost: { en: 'Cost', km: 'ថ្លៃចំណាយ' },
  distance: { en: 'Distance', km: 'ចម្ងាយផ្លូវ' },
  fear: { en: 'Fear', km: 'ការភ័យខ្លាច' },
  stigma: { en: 'Stigma', km: 'ការមាក់ងាយ' },
  documents: { en: 'Missing papers', km: 'ខ្វះឯកសារ' },
  wait: { en: 'Long wait', km: 'រង់ចាំយូរ' },
});
export type Barrier = CodeOf<typeof barrier>;

/** How soon the service is needed; the days are when an answer is due. */
export const urgency = codeList('urgency', {
  same_day: { en: 'Same day', km: 'ក្នុងថ្ងៃនេះ' },
  h24: { en: 'Within 24 hours', km: 'ក្នុង ២៤ ម៉ោង' },
  d3: { en: 'Within 3 days', km: 'ក្នុង ៣ ថ្ងៃ' },
  d7: { en: 'Within 7 days', km: 'ក្នុង ៧ ថ្ងៃ' },
});
export type Urgency = CodeOf<typeof urgency>;

/** How a consent was given. */
export const consentMode = codeList('consent_mode', {
  in_person: { en: 'In person', km: 'ផ្ទាល់មាត់ ពេលជួបគ្នា' },
  phone: { en: 'By telephone', km: 'តាមទូរស័ព្ទ' },
  message: { en: 'By message on the return page', km: 'តាមសារលើគេហទំព័រ' },
  written: { en: 'In writing', km: 'ជាលាយលក្ខណ៍អក្សរ' },
});
export type ConsentMode = CodeOf<typeof consentMode>;

/** Who gave a consent. */
export const consentGiver = codeList('consent_giver', {
  survivor: { en: 'The survivor', km: 'អ្នករងគ្រោះផ្ទាល់' },
  caregiver: { en: 'A caregiver, with the child’s agreement', km: 'អ្នកថែទាំ ដោយមានការយល់ព្រមពីកុមារ' },
});
export type ConsentGiver = CodeOf<typeof consentGiver>;

/** How a packet reaches whom it is for. */
export const deliveryMode = codeList('delivery_mode', {
  accompanied: { en: 'Accompanied in person', km: 'ជូនទៅផ្ទាល់' },
  call: { en: 'Call', km: 'ទូរស័ព្ទទៅ' },
  sealed_letter: { en: 'Sealed letter', km: 'លិខិតបិទជិត' },
});
export type DeliveryMode = CodeOf<typeof deliveryMode>;

/** How much of the service was received. */
export const receivedDegree = codeList('received_degree', {
  full: { en: 'In full', km: 'ពេញលេញ' },
  partial: { en: 'In part', km: 'មួយផ្នែក' },
  no: { en: 'Not received', km: 'មិនបានទទួល' },
});
export type ReceivedDegree = CodeOf<typeof receivedDegree>;

/** What a survivor may agree to have shared, each by itself. */
export const packetItem = codeList('packet_item', {
  reason: { en: 'Why help is asked for', km: 'មូលហេតុស្នើសុំជំនួយ' },
  needs: { en: 'What help is wanted', km: 'ជំនួយដែលចង់បាន' },
  access: { en: 'Language or access need', km: 'ភាសា ឬតម្រូវការពិសេស' },
  age: { en: 'Age group', km: 'ក្រុមអាយុ' },
  categories: { en: 'What kind of thing happened', km: 'ប្រភេទហេតុការណ៍' },
  when_where: { en: 'When and where', km: 'ពេលវេលា និងទីកន្លែង' },
  perpetrators: { en: 'Who did it (no names)', km: 'អ្នកប្រព្រឹត្ត (គ្មានឈ្មោះ)' },
  narrative: { en: 'The story in the survivor’s own words', km: 'ដំណើររឿងតាមសម្តីអ្នករងគ្រោះ' },
  identity: { en: 'How the survivor describes themselves', km: 'របៀបដែលអ្នករងគ្រោះរៀបរាប់អំពីខ្លួន' },
  disability: { en: 'Disability', km: 'ពិការភាព' },
  contact: { en: 'How to reach the survivor safely', km: 'មធ្យោបាយទាក់ទងដោយសុវត្ថិភាព' },
});
export type PacketItem = CodeOf<typeof packetItem>;
