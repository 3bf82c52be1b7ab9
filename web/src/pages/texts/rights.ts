import type { Words } from '@romduol/shared/language/language';

/** A sample, shown as such: an organisation confirms it with counsel and publishes its own. */
export const rightsText: Words = {
  en: `## What the law gives

- Loving someone of the same sex is not a crime.
- The Constitution (article 31) says that everyone is equal before the law, whatever their “other status”.
- The 2005 law on domestic violence protects everyone who lives in a household. Violence by a parent, a partner or a relative at home is included.

## What the law does not give

- No law forbids discrimination because of whom you love or because of your gender identity.
- Papers cannot be changed to another gender.
- Marriage is between “one husband and one wife” (Constitution, article 45).

## Declaration of Family Relationship

Two people can write down, as a contract, that they live as a family: who cares for whom, what belongs to both, who looks after the children. The commune authorities can witness it. By June 2021, 68 communes in 20 provinces had taken part.

It is not a marriage. It can help to show a village chief, a hospital or a school that you are a family.

How to ask for one:

1. Ask us, by [telling us](report) what you want: you need not have suffered anything. Someone of the team explains what it can and cannot do for you.
2. Write down together what you agree on. The team has a model, and can read it with you.
3. Go to the commune or sangkat hall with your papers. If you wish, someone of the team asks there first whether they take part, and goes with you.

## About children under 15

It is an offence not to report sexual abuse or ill-treatment of a child under 15 (Criminal Code, articles 529–530). If you tell us of it, the team may have to tell the authorities. This is the limit of what we can keep to ourselves.`,
  km: `## អ្វីដែលច្បាប់ផ្តល់ឱ្យ

- ការស្រលាញ់មនុស្សភេទដូចគ្នា មិនមែនជាបទល្មើសទេ។
- រដ្ឋធម្មនុញ្ញ (មាត្រា ៣១) ចែងថា មនុស្សគ្រប់រូបស្មើគ្នាចំពោះមុខច្បាប់ ដោយមិនប្រកាន់ «ឋានៈដទៃទៀត»។
- ច្បាប់ឆ្នាំ ២០០៥ ស្តីពីអំពើហិង្សាក្នុងគ្រួសារ ការពារអ្នកដែលរស់នៅក្នុងគ្រួសារតែមួយ។ វារាប់បញ្ចូលអំពើហិង្សាដោយឪពុកម្តាយ ដៃគូ ឬសាច់ញាតិនៅក្នុងផ្ទះ។

## អ្វីដែលច្បាប់មិនទាន់ផ្តល់ឱ្យ

- មិនទាន់មានច្បាប់ណាហាមឃាត់ការរើសអើង ដោយសារអ្នកដែលអ្នកស្រលាញ់ ឬដោយសារអត្តសញ្ញាណយេនឌ័ររបស់អ្នកឡើយ។
- ឯកសារផ្លូវការមិនអាចប្តូរទៅយេនឌ័រផ្សេងបានទេ។
- អាពាហ៍ពិពាហ៍គឺរវាង «ប្តីមួយ ប្រពន្ធមួយ» (រដ្ឋធម្មនុញ្ញ មាត្រា ៤៥)។

## សេចក្តីថ្លែងទំនាក់ទំនងគ្រួសារ

មនុស្សពីរនាក់អាចសរសេរជាកិច្ចសន្យា ថាពួកគេរស់នៅជាគ្រួសារ៖ នរណាមើលថែនរណា ទ្រព្យអ្វីជារបស់រួម និងនរណាមើលថែកូន។ អាជ្ញាធរឃុំ សង្កាត់អាចធ្វើជាសាក្សី។ គិតត្រឹមខែមិថុនា ឆ្នាំ ២០២១ មានឃុំ សង្កាត់ចំនួន ៦៨ ក្នុង ២០ ខេត្តបានចូលរួម។

វាមិនមែនជាអាពាហ៍ពិពាហ៍ទេ។ វាអាចជួយបង្ហាញមេភូមិ មន្ទីរពេទ្យ ឬសាលារៀន ថាអ្នកជាគ្រួសារ។

របៀបស្នើសុំ៖

1. សូមសួរយើង ដោយ[ប្រាប់យើង](report)ពីអ្វីដែលអ្នកចង់បាន៖ អ្នកមិនចាំបាច់បានរងអំពើអាក្រក់អ្វីទេ។ មនុស្សម្នាក់ក្នុងក្រុមការងារនឹងពន្យល់ ថាវាអាចជួយអ្នកអ្វីបាន និងអ្វីមិនបាន។
2. សូមសរសេររួមគ្នានូវអ្វីដែលអ្នកទាំងពីរព្រមព្រៀង។ ក្រុមការងារមានគំរូ ហើយអាចអានជាមួយអ្នក។
3. សូមទៅសាលាឃុំ ឬសាលាសង្កាត់ ដោយយកឯកសាររបស់អ្នកទៅជាមួយ។ បើអ្នកចង់ មនុស្សម្នាក់ក្នុងក្រុមការងារអាចសួរនៅទីនោះជាមុន ថាគេចូលរួមឬទេ ហើយទៅជាមួយអ្នក។

## អំពីកុមារអាយុក្រោម ១៥ ឆ្នាំ

ការមិនរាយការណ៍អំពីការបំពានផ្លូវភេទ ឬការធ្វើបាបកុមារអាយុក្រោម ១៥ ឆ្នាំ ជាបទល្មើស (ក្រមព្រហ្មទណ្ឌ មាត្រា ៥២៩–៥៣០)។ បើអ្នកប្រាប់យើងអំពីរឿងនេះ ក្រុមការងារអាចត្រូវប្រាប់អាជ្ញាធរ។ នេះជាដែនកំណត់នៃអ្វីដែលយើងអាចរក្សាជាការសម្ងាត់បាន។`,
};
