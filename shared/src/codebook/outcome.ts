import { codeList, type CodeOf } from './code-list.ts';

/** What came of a case in the end; a record names the main one. */
export const outcome = codeList('outcome', {
  safer: { en: 'The survivor is safer', km: 'អ្នករងគ្រោះមានសុវត្ថិភាពជាងមុន' },
  service_received: { en: 'A service was received', km: 'បានទទួលសេវា' },
  authority_resolved: { en: 'An authority resolved it', km: 'អាជ្ញាធរបានដោះស្រាយ' },
  complaint_filed: { en: 'A complaint was filed', km: 'បានដាក់ពាក្យបណ្តឹង' },
  protective_measure: { en: 'A protective measure was ordered', km: 'មានវិធានការការពារ' },
  disciplinary_action: { en: 'Disciplinary action was taken', km: 'មានវិធានការវិន័យ' },
  redress: { en: 'Redress or compensation', km: 'បានទទួលសំណង ឬការកែតម្រូវ' },
  case_dropped: { en: 'The case was dropped', km: 'សំណុំរឿងត្រូវបានបោះបង់' },
  no_action: { en: 'Nothing was done', km: 'គ្មានវិធានការ' },
  survivor_withdrew: { en: 'The survivor withdrew', km: 'អ្នករងគ្រោះបានដកវិញ' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Outcome = CodeOf<typeof outcome>;

export const closingReason = codeList('closing_reason', {
  needs_met: { en: 'Needs met', km: 'តម្រូវការត្រូវបានបំពេញ' },
  survivor_request: { en: 'At the survivor’s request', km: 'តាមសំណូមពរអ្នករងគ្រោះ' },
  relocated: { en: 'Moved away', km: 'បានផ្លាស់ទីលំនៅ' },
  unreachable: { en: 'Cannot be reached', km: 'មិនអាចទាក់ទងបាន' },
  transferred: { en: 'Transferred', km: 'បានផ្ទេរសំណុំរឿង' },
  declined_services: { en: 'Services declined', km: 'មិនចង់ទទួលសេវា' },
  unable_to_help: { en: 'We could not help', km: 'យើងមិនអាចជួយបាន' },
  duplicate: { en: 'Duplicate', km: 'រាយការណ៍ស្ទួន' },
  death: { en: 'Death', km: 'មរណភាព' },
  other: { en: 'Other', km: 'ផ្សេងៗ' },
});
export type ClosingReason = CodeOf<typeof closingReason>;

/** Whether something like it happened before to the same person. */
export const repeat = codeList('repeat', {
  no: { en: 'First time', km: 'លើកដំបូង' },
  yes: { en: 'Happened before', km: 'ធ្លាប់កើតឡើងពីមុន' },
  unk: { en: 'Unknown', km: 'មិនដឹង' },
});
export type Repeat = CodeOf<typeof repeat>;
