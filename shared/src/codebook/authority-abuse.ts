import { codeList, type CodeOf } from './code-list.ts';

/** List E: what an authority did or refused to do; a record names the main one. */
export const authorityAbuse = codeList('authority_abuse', {
  refused_complaint: { en: 'Refused to take a complaint', km: 'មិនព្រមទទួលពាក្យបណ្តឹង' },
  arbitrary_detention: { en: 'Arbitrary arrest or detention', km: 'ចាប់ ឬឃុំខ្លួនដោយគ្មានមូលហេតុ' },
  extortion: { en: 'Demanded money or favours', km: 'ទារប្រាក់ ឬផលប្រយោជន៍' },
  verbal: { en: 'Insults or threats', km: 'ជេរប្រមាថ ឬគំរាម' },
  physical: { en: 'Physical violence', km: 'អំពើហិង្សាលើរាងកាយ' },
  sexual: { en: 'Sexual violence', km: 'អំពើហិង្សាផ្លូវភេទ' },
  forced_undressing: { en: 'Forced undressing or body search', km: 'បង្ខំឱ្យដោះសម្លៀកបំពាក់ ឬឆែករាងកាយ' },
  outing_to_family: { en: 'Told the family', km: 'លាតត្រដាងប្រាប់គ្រួសារ' },
  couple_separation_for_parents: {
    en: 'Separated a couple at the parents’ wish',
    km: 'បំបែកគូស្នេហ៍តាមសំណូមពរឪពុកម្តាយ',
  },
  pressured_mediation: { en: 'Pressed for a settlement', km: 'បង្ខំឱ្យសម្រុះសម្រួល' },
  document_refusal: { en: 'Refused papers or a signature', km: 'មិនព្រមធ្វើឯកសារ ឬចុះហត្ថលេខា' },
  other: { en: 'Other', km: 'ផ្សេងៗ' },
  none: { en: 'None', km: 'គ្មាន' },
});
export type AuthorityAbuse = CodeOf<typeof authorityAbuse>;
