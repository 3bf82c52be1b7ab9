import { defineMessages } from '@romduol/shared/language/language';

export const engagementWords = defineMessages({
  title: { en: 'Engagement log', km: 'កំណត់ហេតុសកម្មភាព' },
  intro: {
    en: 'What was held with authorities and communities. Never the names of those who came: such a list is a target.',
    km: 'សកម្មភាពជាមួយអាជ្ញាធរ និងសហគមន៍។ កុំសរសេរឈ្មោះអ្នកចូលរួម៖ បញ្ជីបែបនេះអាចក្លាយជាគោលដៅ។',
  },
  none: { en: 'Nothing has been written down yet.', km: 'មិនទាន់មានអ្វីកត់ត្រាទេ។' },
  add: { en: 'Write one down', km: 'កត់ត្រាសកម្មភាពមួយ' },
  day: { en: 'Day', km: 'ថ្ងៃ' },
  kind: { en: 'What it was', km: 'ប្រភេទសកម្មភាព' },
  audience: { en: 'For whom', km: 'សម្រាប់អ្នកណា' },
  headcount: { en: 'How many came', km: 'ចំនួនអ្នកចូលរួម' },
  materials: { en: 'Materials used', km: 'ឯកសារដែលបានប្រើ' },
  materialsHint: { en: 'No names.', km: 'កុំសរសេរឈ្មោះ។' },
  reached: { en: 'Offices of the directory that were reached', km: 'ស្ថាប័នក្នុងបញ្ជីសេវាដែលបានចូលរួម' },
  level: { en: 'What they were brought to', km: 'កម្រិតដែលទទួលបាន' },
  noLevel: { en: 'No training', km: 'មិនមែនជាការបណ្តុះបណ្តាល' },
  levelHint: {
    en: 'Written into the directory for the offices reached. Nobody falls back by it.',
    km: 'នឹងសរសេរចូលបញ្ជីសេវាសម្រាប់ស្ថាប័នដែលបានចូលរួម។ គ្មានស្ថាប័នណាធ្លាក់កម្រិតទេ។',
  },
  wrongNumber: { en: 'Please give a whole number.', km: 'សូមសរសេរជាចំនួនគត់។' },
  save: { en: 'Seal and save', km: 'បិទត្រា និងរក្សាទុក' },
  line: { en: '{day} · {kind} · {province} · {count} came', km: '{day} · {kind} · {province} · អ្នកចូលរួម {count}' },
  offices: { en: '{count} offices reached', km: 'ស្ថាប័នចូលរួម {count}' },
});
