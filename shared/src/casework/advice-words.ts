import type { Words } from '../language/language.ts';
import type { CodingProblem } from './check-coding.ts';
import type { TriageReason } from './triage.ts';

type WordsFor<C extends string> = Readonly<Record<C, Words>>;

/** Why a level is proposed, said to the person who decides. */
export const triageReasonWords: WordsFor<TriageReason> = {
  unsafe_now: { en: 'Says they are not safe now', km: 'ប្រាប់ថាឥឡូវនេះគ្មានសុវត្ថិភាព' },
  suicide_words: {
    en: 'The story has words that may tell of suicide or self-harm',
    km: 'ក្នុងដំណើររឿងមានពាក្យដែលអាចទាក់ទងនឹងការធ្វើអត្តឃាត ឬធ្វើបាបខ្លួនឯង',
  },
  sexual_within_72_hours: {
    en: 'Sexual violence within 72 hours: emergency care is still possible',
    km: 'អំពើហិង្សាផ្លូវភេទក្នុងរយៈពេល ៧២ ម៉ោង៖ នៅអាចទទួលការថែទាំបន្ទាន់',
  },
  confinement: { en: 'May be confined now', km: 'ប្រហែលជាកំពុងត្រូវគេបង្ខាំង' },
  under_18: { en: 'Under 18', km: 'អាយុក្រោម ១៨ ឆ្នាំ' },
  unsure_of_safety: { en: 'Not sure of being safe', km: 'មិនប្រាកដថាមានសុវត្ថិភាព' },
  sexual_violence: { en: 'Sexual violence', km: 'អំពើហិង្សាផ្លូវភេទ' },
  partner_violence: { en: 'Violence by a partner', km: 'អំពើហិង្សាពីដៃគូ' },
  recent_physical_violence: { en: 'Recent physical violence', km: 'អំពើហិង្សាលើរាងកាយថ្មីៗ' },
  forced_marriage: { en: 'Forced marriage', km: 'ការរៀបការដោយបង្ខំ' },
  homeless: { en: 'May have nowhere to stay', km: 'ប្រហែលជាគ្មានកន្លែងស្នាក់នៅ' },
  blackmail: { en: 'Money demanded under threat', km: 'ត្រូវគេគំរាមទារប្រាក់' },
  harmed_by_official: { en: 'Harmed by an official recently', km: 'ត្រូវមន្ត្រីធ្វើបាបថ្មីៗ' },
  wants_urgent_service: { en: 'Asks for shelter or child protection', km: 'ស្នើសុំទីជម្រក ឬការការពារកុមារ' },
  threats: { en: 'Threats or violence', km: 'ការគំរាម ឬអំពើហិង្សា' },
  outing_or_online: { en: 'Outing or abuse online', km: 'ការលាតត្រដាង ឬការបំពានតាមអនឡាញ' },
  harmed_when_telling: { en: 'Was harmed when telling others', km: 'ត្រូវគេធ្វើបាបពេលប្រាប់អ្នកដទៃ' },
  wants_service: { en: 'Asks for a service', km: 'ស្នើសុំសេវា' },
};

/** What a coder is asked to look at again. */
export const codingProblemWords: WordsFor<CodingProblem> = {
  quarter_differs: { en: 'The quarter is not the one of this case.', km: 'ត្រីមាសមិនត្រូវនឹងករណីនេះទេ។' },
  sexual_violence_not_coded: {
    en: 'The report speaks of sexual violence, the type does not.',
    km: 'របាយការណ៍និយាយអំពីអំពើហិង្សាផ្លូវភេទ តែប្រភេទមិនមែន។',
  },
  forced_marriage_not_coded: {
    en: 'The report speaks of forced marriage, which comes before this type.',
    km: 'របាយការណ៍និយាយអំពីការរៀបការដោយបង្ខំ ដែលត្រូវយកមុនប្រភេទនេះ។',
  },
  none_of_these_types: {
    en: 'A form of violence is named, but the type says it is not gender-based.',
    km: 'មានទម្រង់ហិង្សា តែប្រភេទថាមិនមែនហិង្សាផ្អែកលើយេនឌ័រ។',
  },
  abuse_without_authority: {
    en: 'Abuse by an authority is coded, but the perpetrator is none.',
    km: 'មានការបំពានដោយអាជ្ញាធរ តែអ្នកប្រព្រឹត្តមិនមែនអាជ្ញាធរ។',
  },
  authority_without_abuse: {
    en: 'The perpetrator is an authority, but no abuse by one is coded.',
    km: 'អ្នកប្រព្រឹត្តជាអាជ្ញាធរ តែមិនមានកូដការបំពានដោយអាជ្ញាធរ។',
  },
  online_differs: { en: 'The domain is online, the setting is not.', km: 'ផ្នែកគឺអនឡាញ តែទីកន្លែងមិនមែន។' },
  form_before_type: {
    en: 'A form is named that amounts to a type which comes before the one coded: the first that fits is taken.',
    km: 'មានទម្រង់ហិង្សាដែលត្រូវនឹងប្រភេទមុនប្រភេទដែលបានដាក់កូដ៖ ត្រូវយកប្រភេទដំបូងគេដែលត្រូវ។',
  },
  perpetrator_not_named: {
    en: 'The report names other perpetrators.',
    km: 'របាយការណ៍បានប្រាប់អ្នកប្រព្រឹត្តផ្សេង។',
  },
  age_differs: { en: 'The report says another age.', km: 'របាយការណ៍ប្រាប់អាយុផ្សេង។' },
  age_contradicts_triage: {
    en: 'The triage and the coded age disagree on whether the person is under 18.',
    km: 'ការចាត់ថ្នាក់ភាពបន្ទាន់ និងអាយុដែលបានដាក់កូដ មិនត្រូវគ្នាថាគាត់អាយុក្រោម ១៨ ឆ្នាំឬទេ។',
  },
  province_differs: { en: 'The report says another province.', km: 'របាយការណ៍ប្រាប់ខេត្តផ្សេង។' },
  identity_differs: { en: 'The report says another identity.', km: 'របាយការណ៍ប្រាប់អត្តសញ្ញាណផ្សេង។' },
  delay_differs: {
    en: 'The report says that it happened at another time.',
    km: 'របាយការណ៍ប្រាប់ថាហេតុការណ៍កើតឡើងនៅពេលផ្សេង។',
  },
  nobody_told_yet_answered: {
    en: 'Nobody was told, yet someone responded.',
    km: 'មិនបានប្រាប់នរណា តែមានគេឆ្លើយតប។',
  },
  stage_differs: {
    en: 'No referral of this sector came to this stage.',
    km: 'គ្មានការបញ្ជូនក្នុងផ្នែកនេះដែលដល់ដំណាក់កាលនេះទេ។',
  },
  refusal_after_acceptance: {
    en: 'A refusal is coded, but the referral was accepted.',
    km: 'មានកូដការបដិសេធ តែការបញ្ជូនត្រូវបានទទួលយក។',
  },
  refusal_without_referral: {
    en: 'A refusal is coded without a referral.',
    km: 'មានកូដការបដិសេធ តែគ្មានការបញ្ជូន។',
  },
  service_received_without_stage: {
    en: 'The outcome is a service received, the stage is not.',
    km: 'លទ្ធផលថាបានទទួលសេវា តែដំណាក់កាលមិនមែន។',
  },
  closing_differs: { en: 'The case was closed for another reason.', km: 'ករណីត្រូវបានបិទដោយមូលហេតុផ្សេង។' },
  training_without_referral: {
    en: 'A training level is coded without a referral.',
    km: 'មានកូដកម្រិតបណ្តុះបណ្តាល តែគ្មានការបញ្ជូន។',
  },
};
