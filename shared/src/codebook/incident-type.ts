import { codeList, type CodeOf } from './code-list.ts';

/**
 * List A. A coder takes the first that fits, after the GBVIMS incident classification tool: the order is part of the
 * definition.
 */
export const incidentType = codeList('incident_type', {
  rape: {
    en: 'Rape',
    km: 'ការរំលោភសេពសន្ថវៈ',
    definition: {
      en: 'Penetration of the vagina, anus or mouth, however slight, without consent, by a body part or an object.',
      km: 'ការបញ្ចូលអវយវៈ ឬវត្ថុ ទៅក្នុងយោនី រន្ធគូថ ឬមាត់ ទោះបន្តិចក្តី ដោយគ្មានការយល់ព្រម។',
    },
  },
  sexual_assault: {
    en: 'Sexual assault',
    km: 'ការបំពានផ្លូវភេទ',
    definition: {
      en: 'Unwanted sexual contact without penetration: attempted rape, kissing, fondling, forced undressing.',
      km: 'ការប៉ះពាល់ផ្លូវភេទដោយមិនព្រម ដែលគ្មានការបញ្ចូល៖ ប៉ុនប៉ងរំលោភ ថើប ស្ទាបអង្អែល ឬបង្ខំឱ្យដោះសម្លៀកបំពាក់។',
    },
  },
  physical_assault: {
    en: 'Physical assault',
    km: 'អំពើហិង្សាលើរាងកាយ',
    definition: {
      en: 'Violence against the body that is not sexual: hitting, choking, cutting, burning, the use of a weapon.',
      km: 'ហិង្សាលើរាងកាយដែលមិនមែនផ្លូវភេទ៖ វាយ ច្របាច់ក ចាក់ កាប់ ដុត ឬប្រើអាវុធ។',
    },
  },
  forced_marriage: {
    en: 'Forced marriage',
    km: 'ការរៀបការដោយបង្ខំ',
    definition: {
      en: 'Marriage or engagement against the will of the person, or pressed on them to change or hide who they are.',
      km: 'ការរៀបការ ឬភ្ជាប់ពាក្យ ដោយគ្មានការស្ម័គ្រចិត្ត ឬបង្ខំដើម្បីកែ ឬលាក់បាំងអត្តសញ្ញាណរបស់គាត់។',
    },
  },
  denial_of_resources: {
    en: 'Denial of resources, opportunities or services',
    km: 'ការបដិសេធធនធាន ឱកាស ឬសេវា',
    definition: {
      en: 'Keeping someone from money, property, work, school, health care or papers that are theirs by right.',
      km: 'ការរារាំងមិនឱ្យទទួលបានប្រាក់ ទ្រព្យសម្បត្តិ ការងារ ការសិក្សា ការព្យាបាល ឬឯកសារ ដែលគាត់មានសិទ្ធិទទួល។',
    },
  },
  psychological_abuse: {
    en: 'Psychological or emotional abuse',
    km: 'អំពើហិង្សាផ្លូវចិត្ត',
    definition: {
      en: 'Threats, insults, humiliation, harassment, confinement or exposure that injure a person’s mind or dignity.',
      km: 'ការគំរាម ប្រមាថ បន្ទាបបន្ថោក រំខាន បង្ខាំង ឬលាតត្រដាង ដែលធ្វើឱ្យប៉ះពាល់ផ្លូវចិត្ត ឬសេចក្តីថ្លៃថ្នូរ។',
    },
  },
  not_gbv: {
    en: 'Not gender-based violence',
    km: 'មិនមែនអំពើហិង្សាផ្អែកលើយេនឌ័រ',
    definition: {
      en: 'What happened had nothing to do with gender, sexuality or how the person was seen.',
      km: 'ហេតុការណ៍នេះមិនទាក់ទងនឹងយេនឌ័រ ភេទភាព ឬរបៀបដែលគេមើលឃើញគាត់ឡើយ។',
    },
  },
});
export type IncidentType = CodeOf<typeof incidentType>;
