import { codeList, type CodeOf } from './code-list.ts';

/** The part of life in which it happened; a record names the main one. */
export const domain = codeList('domain', {
  family: {
    en: 'Family',
    km: 'គ្រួសារ',
    definition: {
      en: 'Within the family or household, by birth, marriage or living together.',
      km: 'នៅក្នុងគ្រួសារ ឬផ្ទះតែមួយ ដោយកំណើត អាពាហ៍ពិពាហ៍ ឬការរស់នៅជាមួយគ្នា។',
    },
  },
  health: {
    en: 'Health',
    km: 'សុខាភិបាល',
    definition: {
      en: 'Seeking or receiving care at a health centre, hospital, clinic or pharmacy.',
      km: 'ពេលស្វែងរក ឬទទួលការថែទាំនៅមណ្ឌលសុខភាព មន្ទីរពេទ្យ គ្លីនិក ឬឱសថស្ថាន។',
    },
  },
  education: {
    en: 'Education',
    km: 'អប់រំ',
    definition: {
      en: 'At a school, university or training, or on being admitted to one.',
      km: 'នៅសាលា សាកលវិទ្យាល័យ ឬវគ្គបណ្តុះបណ្តាល ឬពេលសុំចូលរៀន។',
    },
  },
  employment: {
    en: 'Work',
    km: 'ការងារ',
    definition: {
      en: 'At work, when looking for work, or on losing it.',
      km: 'នៅកន្លែងធ្វើការ ពេលរកការងារ ឬពេលបាត់បង់ការងារ។',
    },
  },
  finance: {
    en: 'Finance',
    km: 'ហិរញ្ញវត្ថុ',
    definition: {
      en: 'With a bank, a microfinance institution or another lender.',
      km: 'ជាមួយធនាគារ គ្រឹះស្ថានមីក្រូហិរញ្ញវត្ថុ ឬម្ចាស់បំណុល។',
    },
  },
  housing: {
    en: 'Housing',
    km: 'លំនៅឋាន',
    definition: {
      en: 'Renting, buying or keeping a place to live, outside the family.',
      km: 'ការជួល ទិញ ឬរក្សាកន្លែងស្នាក់នៅ ក្រៅពីគ្រួសារ។',
    },
  },
  civil_documents: {
    en: 'Civil documents',
    km: 'ឯកសារអត្រានុកូលដ្ឋាន',
    definition: {
      en: 'Identity card, birth or family book, declaration of family relationship and other papers.',
      km: 'អត្តសញ្ញាណប័ណ្ណ សំបុត្រកំណើត សៀវភៅគ្រួសារ សេចក្តីថ្លែងទំនាក់ទំនងគ្រួសារ និងឯកសារផ្សេងៗ។',
    },
  },
  justice_police: {
    en: 'Justice and police',
    km: 'យុត្តិធម៌ និងនគរបាល',
    definition: {
      en: 'With the police, a court, a prison, or in making a complaint to them.',
      km: 'ជាមួយនគរបាល តុលាការ ពន្ធនាគារ ឬពេលដាក់ពាក្យបណ្តឹង។',
    },
  },
  public_service: {
    en: 'Other public services',
    km: 'សេវាសាធារណៈផ្សេងទៀត',
    definition: {
      en: 'With a commune, district or other public office not named above.',
      km: 'ជាមួយឃុំ សង្កាត់ ស្រុក ឬស្ថាប័នរដ្ឋផ្សេងទៀតដែលមិនបានរាយខាងលើ។',
    },
  },
  religion: {
    en: 'Religion',
    km: 'សាសនា',
    definition: {
      en: 'In a pagoda, church, mosque or religious community.',
      km: 'នៅវត្ត ព្រះវិហារ វិហារអ៊ីស្លាម ឬសហគមន៍សាសនា។',
    },
  },
  public_space: {
    en: 'Public space',
    km: 'ទីសាធារណៈ',
    definition: {
      en: 'On a street, in a market, on transport, at a venue or event.',
      km: 'តាមផ្លូវ ផ្សារ មធ្យោបាយធ្វើដំណើរ កន្លែងកម្សាន្ត ឬព្រឹត្តិការណ៍។',
    },
  },
  digital: {
    en: 'Online',
    km: 'អនឡាញ',
    definition: {
      en: 'By telephone, message, application or social media only.',
      km: 'តាមទូរស័ព្ទ សារ កម្មវិធី ឬបណ្តាញសង្គមតែប៉ុណ្ណោះ។',
    },
  },
  none: {
    en: 'None of these',
    km: 'គ្មានក្នុងចំណោមនេះ',
    definition: {
      en: 'It belongs to no one part of life named here, or is not known.',
      km: 'មិនស្ថិតក្នុងផ្នែកណាមួយខាងលើ ឬមិនដឹង។',
    },
  },
});
export type Domain = CodeOf<typeof domain>;
