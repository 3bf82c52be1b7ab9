import { defineMessages } from '@romduol/shared/language/language';

export const rightsWords = defineMessages({
  heading: { en: 'Your rights in Cambodia', km: 'សិទ្ធិរបស់អ្នកនៅកម្ពុជា' },
  sample: {
    en: 'Sample text. The organisation confirms it with a lawyer before use. It is not legal advice.',
    km: 'អត្ថបទគំរូ។ អង្គការត្រូវផ្ទៀងផ្ទាត់ជាមួយមេធាវីមុនប្រើ។ នេះមិនមែនជាការប្រឹក្សាផ្លូវច្បាប់ទេ។',
  },
  givesHeading: { en: 'What the law gives', km: 'អ្វីដែលច្បាប់ផ្តល់ឱ្យ' },
  legal: {
    en: 'Loving someone of the same sex is not a crime.',
    km: 'ការស្រលាញ់មនុស្សភេទដូចគ្នា មិនមែនជាបទល្មើសទេ។',
  },
  equality: {
    en: 'The Constitution (article 31) says that everyone is equal before the law, whatever their “other status”.',
    km: 'រដ្ឋធម្មនុញ្ញ (មាត្រា ៣១) ចែងថា មនុស្សគ្រប់រូបស្មើគ្នាចំពោះមុខច្បាប់ ដោយមិនប្រកាន់ «ឋានៈដទៃទៀត»។',
  },
  household: {
    en: 'The 2005 law on domestic violence protects everyone who lives in a household. Violence by a parent, a partner or a relative at home is included.',
    km: 'ច្បាប់ឆ្នាំ ២០០៥ ស្តីពីអំពើហិង្សាក្នុងគ្រួសារ ការពារអ្នកដែលរស់នៅក្នុងគ្រួសារតែមួយ។ វារាប់បញ្ចូលអំពើហិង្សាដោយឪពុកម្តាយ ដៃគូ ឬសាច់ញាតិនៅក្នុងផ្ទះ។',
  },
  notHeading: { en: 'What the law does not give', km: 'អ្វីដែលច្បាប់មិនទាន់ផ្តល់ឱ្យ' },
  discrimination: {
    en: 'No law forbids discrimination because of whom you love or because of your gender identity.',
    km: 'មិនទាន់មានច្បាប់ណាហាមឃាត់ការរើសអើង ដោយសារអ្នកដែលអ្នកស្រលាញ់ ឬដោយសារអត្តសញ្ញាណយេនឌ័ររបស់អ្នកឡើយ។',
  },
  recognition: {
    en: 'Papers cannot be changed to another gender.',
    km: 'ឯកសារផ្លូវការមិនអាចប្តូរទៅយេនឌ័រផ្សេងបានទេ។',
  },
  marriage: {
    en: 'Marriage is between “one husband and one wife” (Constitution, article 45).',
    km: 'អាពាហ៍ពិពាហ៍គឺរវាង «ប្តីមួយ ប្រពន្ធមួយ» (រដ្ឋធម្មនុញ្ញ មាត្រា ៤៥)។',
  },
  declarationHeading: { en: 'Declaration of Family Relationship', km: 'សេចក្តីថ្លែងទំនាក់ទំនងគ្រួសារ' },
  declaration1: {
    en: 'Two people can write down, as a contract, that they live as a family: who cares for whom, what belongs to both, who looks after the children.',
    km: 'មនុស្សពីរនាក់អាចសរសេរជាកិច្ចសន្យា ថាពួកគេរស់នៅជាគ្រួសារ៖ នរណាមើលថែនរណា ទ្រព្យអ្វីជារបស់រួម និងនរណាមើលថែកូន។',
  },
  declaration2: {
    en: 'The commune authorities can witness it. By June 2021, 68 communes in 20 provinces had taken part.',
    km: 'អាជ្ញាធរឃុំ សង្កាត់អាចធ្វើជាសាក្សី។ គិតត្រឹមខែមិថុនា ឆ្នាំ ២០២១ មានឃុំ សង្កាត់ចំនួន ៦៨ ក្នុង ២០ ខេត្តបានចូលរួម។',
  },
  declaration3: {
    en: 'It is not a marriage. It helps to show a village chief, a hospital or a school that you are a family. Ask us and someone of the team explains how to make one.',
    km: 'វាមិនមែនជាអាពាហ៍ពិពាហ៍ទេ។ វាជួយបង្ហាញមេភូមិ មន្ទីរពេទ្យ ឬសាលារៀន ថាអ្នកជាគ្រួសារ។ សូមសួរយើង ហើយក្រុមការងារនឹងពន្យល់ពីរបៀបធ្វើ។',
  },
  childHeading: { en: 'About children under 15', km: 'អំពីកុមារអាយុក្រោម ១៥ ឆ្នាំ' },
  child: {
    en: 'It is an offence not to report sexual abuse or ill-treatment of a child under 15 (Criminal Code, articles 529–530). If you tell us of it, the team may have to tell the authorities. This is the limit of what we can keep to ourselves.',
    km: 'ការមិនរាយការណ៍អំពីការបំពានផ្លូវភេទ ឬការធ្វើបាបកុមារអាយុក្រោម ១៥ ឆ្នាំ ជាបទល្មើស (ក្រមព្រហ្មទណ្ឌ មាត្រា ៥២៩–៥៣០)។ បើអ្នកប្រាប់យើងអំពីរឿងនេះ ក្រុមការងារអាចត្រូវប្រាប់អាជ្ញាធរ។ នេះជាដែនកំណត់នៃអ្វីដែលយើងអាចរក្សាជាការសម្ងាត់បាន។',
  },
});
