import { codeList, type CodeOf } from './code-list.ts';
import type { CATEGORY } from './codes.ts';

/** What happened, in the words of the report page; coders translate it to lists A, B and domain. */
export const category = codeList<(typeof CATEGORY)[number]>('category', {
  physical: { en: 'Someone hurt my body', km: 'មានគេធ្វើបាបរាងកាយខ្ញុំ' },
  sexual: { en: 'Someone touched me or did something sexual I did not want', km: 'មានគេប៉ះពាល់ ឬធ្វើអ្វីខាងផ្លូវភេទ ដែលខ្ញុំមិនចង់' },
  emotional_threat: { en: 'Threats, insults or being shamed', km: 'ការគំរាម ជេរប្រមាថ ឬធ្វើឱ្យអាម៉ាស់' },
  forced_marriage: { en: 'Pressed or forced to marry', km: 'ត្រូវគេបង្ខំឱ្យរៀបការ' },
  confined_or_cured: { en: 'Locked in, or taken to be “cured” or changed', km: 'ត្រូវគេបង្ខាំង ឬនាំទៅ «ព្យាបាល» ឱ្យផ្លាស់ប្តូរ' },
  disowned_evicted: { en: 'Cut off by family or put out of home', km: 'ត្រូវគ្រួសារកាត់កាល់ ឬបណ្តេញចេញពីផ្ទះ' },
  partner_violence: { en: 'Violence by a partner or former partner', km: 'អំពើហិង្សាពីដៃគូ ឬអតីតដៃគូ' },
  online_or_outing: {
    en: 'Abuse online, or telling others about me without my agreement',
    km: 'ការបំពានតាមអនឡាញ ឬគេប្រាប់អ្នកដទៃអំពីខ្ញុំដោយខ្ញុំមិនយល់ព្រម',
  },
  discrimination_family: { en: 'Treated worse in the family', km: 'ការរើសអើងក្នុងគ្រួសារ' },
  discrimination_health: { en: 'Treated worse in health care', km: 'ការរើសអើងក្នុងសេវាសុខាភិបាល' },
  discrimination_education: { en: 'Treated worse at school', km: 'ការរើសអើងនៅសាលារៀន' },
  discrimination_work: { en: 'Treated worse at work', km: 'ការរើសអើងក្នុងការងារ' },
  discrimination_finance: { en: 'Treated worse by a bank or lender', km: 'ការរើសអើងពីធនាគារ ឬម្ចាស់បំណុល' },
  discrimination_housing: { en: 'Treated worse in housing', km: 'ការរើសអើងក្នុងការស្នាក់នៅ' },
  discrimination_public_service: { en: 'Treated worse in a public office', km: 'ការរើសអើងនៅការិយាល័យរដ្ឋ' },
  official_abuse: { en: 'An official or the police did me wrong', km: 'មន្ត្រី ឬនគរបាលបានធ្វើបាបខ្ញុំ' },
  money_demanded: { en: 'Someone demanded money', km: 'មានគេទារប្រាក់' },
  other: { en: 'Something else', km: 'រឿងផ្សេងទៀត' },
});
export type Category = CodeOf<typeof category>;
