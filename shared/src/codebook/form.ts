import { codeList, type CodeOf } from './code-list.ts';

/** List B: what the violence looked like, up to three a record. */
export const form = codeList('form', {
  conversion_practice: {
    en: 'Attempt to “cure” or change',
    km: 'ការព្យាយាម «ព្យាបាល» ឬផ្លាស់ប្តូរ',
    definition: {
      en: 'Ritual, treatment, military service or punishment meant to change sexuality or gender.',
      km: 'ពិធី ការព្យាបាល ការឱ្យទៅធ្វើទាហាន ឬការដាក់ទោស ដើម្បីផ្លាស់ប្តូរនិន្នាការភេទ ឬយេនឌ័រ។',
    },
  },
  gender_policing: {
    en: 'Policing of dress, hair or manner',
    km: 'ការបង្ខំលើសម្លៀកបំពាក់ សក់ ឬកាយវិការ',
    definition: {
      en: 'Forced to dress, wear hair, speak or behave as others expect of a man or a woman.',
      km: 'ការបង្ខំឱ្យស្លៀកពាក់ ធ្វើសក់ និយាយ ឬប្រព្រឹត្តតាមអ្វីដែលគេរំពឹងពីបុរស ឬស្ត្រី។',
    },
  },
  outing: {
    en: 'Outing',
    km: 'ការលាតត្រដាងអត្តសញ្ញាណ',
    definition: {
      en: 'Telling others of a person’s sexuality, gender or body without their agreement, or threatening to.',
      km: 'ការប្រាប់អ្នកដទៃអំពីនិន្នាការភេទ យេនឌ័រ ឬរាងកាយរបស់គាត់ ដោយគ្មានការយល់ព្រម ឬគំរាមថានឹងប្រាប់។',
    },
  },
  blackmail: {
    en: 'Blackmail',
    km: 'ការគំរាមជំរិត',
    definition: {
      en: 'Money, sex or obedience demanded under threat of telling or harming.',
      km: 'ការទារប្រាក់ ការរួមភេទ ឬការធ្វើតាម ដោយគំរាមថានឹងលាតត្រដាង ឬធ្វើបាប។',
    },
  },
  disownment: {
    en: 'Disownment',
    km: 'ការកាត់កាល់ពីគ្រួសារ',
    definition: {
      en: 'The family breaks off relations or support, or takes away an inheritance.',
      km: 'គ្រួសារកាត់ផ្តាច់ទំនាក់ទំនង ការឧបត្ថម្ភ ឬដកហូតមរតក។',
    },
  },
  eviction: {
    en: 'Eviction',
    km: 'ការបណ្តេញចេញពីលំនៅឋាន',
    definition: {
      en: 'Put out of a home, a rented room or a dormitory, or refused one.',
      km: 'ការបណ្តេញចេញពីផ្ទះ បន្ទប់ជួល ឬអន្តេវាសិកដ្ឋាន ឬមិនព្រមឱ្យស្នាក់នៅ។',
    },
  },
  confinement: {
    en: 'Confinement',
    km: 'ការបង្ខាំង',
    definition: {
      en: 'Locked in, tied, watched, or kept from leaving, from a telephone or from other people.',
      km: 'ការចាក់សោ ចង តាមឃ្លាំមើល ឬហាមមិនឱ្យចេញ ប្រើទូរស័ព្ទ ឬជួបអ្នកដទៃ។',
    },
  },
  couple_separation: {
    en: 'Forced separation of a couple',
    km: 'ការបំបែកគូស្នេហ៍ដោយបង្ខំ',
    definition: {
      en: 'A couple kept apart by family, school or authority because of who they are.',
      km: 'ការបំបែកគូស្នេហ៍ដោយគ្រួសារ សាលា ឬអាជ្ញាធរ ដោយសារអត្តសញ្ញាណរបស់ពួកគាត់។',
    },
  },
  hate_speech: {
    en: 'Hate speech',
    km: 'ការនិយាយស្អប់ខ្ពើម',
    definition: {
      en: 'Words, signs or posts that call for contempt, exclusion or violence against a group.',
      km: 'ពាក្យ សញ្ញា ឬការបង្ហោះ ដែលញុះញង់ឱ្យមើលងាយ ផាត់ចេញ ឬធ្វើហិង្សាលើក្រុមមនុស្សណាមួយ។',
    },
  },
  online_abuse: {
    en: 'Online abuse',
    km: 'ការបំពានតាមអនឡាញ',
    definition: {
      en: 'Harassment, threats or mockery by message, call or on social media.',
      km: 'ការរំខាន គំរាម ឬចំអក តាមសារ ការហៅ ឬបណ្តាញសង្គម។',
    },
  },
  image_abuse: {
    en: 'Abuse of intimate images',
    km: 'ការបំពានដោយរូបភាពផ្ទាល់ខ្លួន',
    definition: {
      en: 'Intimate pictures or recordings made, kept, shared or threatened to be shared without consent.',
      km: 'ការថត រក្សាទុក ចែករំលែក ឬគំរាមចែករំលែករូបភាព ឬវីដេអូផ្ទាល់ខ្លួន ដោយគ្មានការយល់ព្រម។',
    },
  },
  stalking: {
    en: 'Stalking',
    km: 'ការតាមរំខាន',
    definition: {
      en: 'Repeated following, watching or contact that makes a person afraid.',
      km: 'ការតាមដាន ឃ្លាំមើល ឬទាក់ទងម្តងហើយម្តងទៀត ដែលធ្វើឱ្យភ័យខ្លាច។',
    },
  },
  property_damage: {
    en: 'Damage to or taking of property',
    km: 'ការបំផ្លាញ ឬយកទ្រព្យសម្បត្តិ',
    definition: {
      en: 'Belongings, home or place of work destroyed, damaged or taken.',
      km: 'ការបំផ្លាញ ធ្វើឱ្យខូច ឬយករបស់របរ ផ្ទះ ឬកន្លែងរកស៊ី។',
    },
  },
  trafficking: {
    en: 'Trafficking or exploitation',
    km: 'ការជួញដូរមនុស្ស ឬការកេងប្រវ័ញ្ច',
    definition: {
      en: 'Moved, held or recruited by force, deceit or debt for work, sex or marriage.',
      km: 'ការនាំយក ឃាត់ទុក ឬជ្រើសរើសដោយបង្ខំ បោកប្រាស់ ឬបំណុល ដើម្បីធ្វើការ រួមភេទ ឬរៀបការ។',
    },
  },
  killing: {
    en: 'Killing or attempted killing',
    km: 'ការសម្លាប់ ឬប៉ុនប៉ងសម្លាប់',
    definition: {
      en: 'A person was killed, or someone tried to kill them.',
      km: 'មានមនុស្សត្រូវគេសម្លាប់ ឬគេប៉ុនប៉ងសម្លាប់។',
    },
  },
  none: {
    en: 'None of these',
    km: 'គ្មានក្នុងចំណោមនេះ',
    definition: {
      en: 'The incident type says all there is to say.',
      km: 'ប្រភេទហេតុការណ៍បានបញ្ជាក់គ្រប់គ្រាន់ហើយ។',
    },
  },
});
export type Form = CodeOf<typeof form>;
