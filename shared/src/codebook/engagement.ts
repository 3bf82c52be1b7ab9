// Not among the versioned lists of `index.ts`: neither answers nor coded records hold these.
import { codeList, type CodeOf } from './code-list.ts';

/** What a programme does with authorities and communities. */
export const engagementKind = codeList('engagement_kind', {
  training: { en: 'Training', km: 'វគ្គបណ្តុះបណ្តាល' },
  dialogue: { en: 'Dialogue', km: 'កិច្ចពិភាក្សា' },
  field_trip: { en: 'Field trip', km: 'ការចុះមូលដ្ឋាន' },
  national_event: { en: 'National event', km: 'ព្រឹត្តិការណ៍ថ្នាក់ជាតិ' },
});
export type EngagementKind = CodeOf<typeof engagementKind>;

/** For whom it was held. */
export const audience = codeList('audience', {
  village_commune: { en: 'Village and commune authorities', km: 'អាជ្ញាធរភូមិ ឃុំ សង្កាត់' },
  police: { en: 'Police', km: 'នគរបាល' },
  district_province: { en: 'District and provincial authorities', km: 'អាជ្ញាធរស្រុក ខណ្ឌ ខេត្ត' },
  health: { en: 'Health staff', km: 'បុគ្គលិកសុខាភិបាល' },
  school: { en: 'Schools', km: 'សាលារៀន' },
  justice: { en: 'Courts and lawyers', km: 'តុលាការ និងមេធាវី' },
  families: { en: 'Parents and families', km: 'ឪពុកម្តាយ និងគ្រួសារ' },
  community: { en: 'LGBTQI+ people', km: 'សហគមន៍អ្នកស្រឡាញ់ភេទដូចគ្នា និងអ្នកឆ្លងភេទ' },
  public: { en: 'The public', km: 'សាធារណជន' },
});
export type Audience = CodeOf<typeof audience>;
