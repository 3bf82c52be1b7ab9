import { defineMessages } from '../language/language.ts';

/** What each question asks. Short, no blame, nothing that needs a name. */
export const questionLabels = defineMessages({
  safe_now: { en: 'Are you safe right now?', km: 'ឥឡូវនេះ តើអ្នកមានសុវត្ថិភាពទេ?' },
  reporting_for: { en: 'Who is this about?', km: 'តើរឿងនេះអំពីនរណា?' },
  categories: { en: 'What happened?', km: 'តើមានអ្វីកើតឡើង?' },
  narrative: { en: 'In your own words', km: 'តាមពាក្យរបស់អ្នកផ្ទាល់' },
  when_band: { en: 'When did it happen?', km: 'តើរឿងនេះកើតឡើងនៅពេលណា?' },
  province: { en: 'In which province?', km: 'តើនៅខេត្តណា?' },
  setting: { en: 'Where were you?', km: 'តើនៅកន្លែងណា?' },
  perpetrators: { en: 'Who did it?', km: 'តើនរណាជាអ្នកធ្វើ?' },
  ground: { en: 'Why do you think it was done?', km: 'តាមអ្នកគិត ហេតុអ្វីបានជាគេធ្វើបែបនេះ?' },
  identity: { en: 'How do you describe yourself?', km: 'តើអ្នករៀបរាប់អំពីខ្លួនអ្នកយ៉ាងដូចម្តេច?' },
  identity_text: { en: 'Or in your own words', km: 'ឬតាមពាក្យរបស់អ្នកផ្ទាល់' },
  age: { en: 'Your age group', km: 'ក្រុមអាយុរបស់អ្នក' },
  disability: {
    en: 'Do you have difficulty seeing, hearing, walking, remembering, caring for yourself or communicating?',
    km: 'តើអ្នកមានការលំបាកក្នុងការមើល ស្តាប់ ដើរ ចងចាំ ថែទាំខ្លួន ឬទំនាក់ទំនងទេ?',
  },
  told: { en: 'Have you told anyone?', km: 'តើអ្នកបានប្រាប់នរណាហើយឬនៅ?' },
  response: { en: 'What did they do?', km: 'តើពួកគេបានធ្វើអ្វី?' },
  needs: { en: 'What help would you want?', km: 'តើអ្នកចង់បានជំនួយអ្វី?' },
  language: { en: 'Language, or a need we should know of', km: 'ភាសា ឬតម្រូវការដែលយើងគួរដឹង' },
  contact_mode: { en: 'How may we reply to you?', km: 'តើយើងអាចឆ្លើយតបទៅអ្នកតាមវិធីណា?' },
  contact_value: { en: 'Number or name to use there', km: 'លេខ ឬឈ្មោះគណនីសម្រាប់ទាក់ទង' },
  contact_safety: { en: 'How to contact you safely', km: 'របៀបទាក់ទងអ្នកដោយសុវត្ថិភាព' },
  team: { en: 'Which team should read this?', km: 'តើអ្នកចង់ឱ្យក្រុមណាអាន?' },
  strike_off: {
    en: 'Is there someone who should not read this?',
    km: 'តើមាននរណាម្នាក់ដែលមិនគួរអានរឿងនេះទេ?',
  },
  consent_contact: {
    en: 'May we contact you outside this site?',
    km: 'តើយើងអាចទាក់ទងអ្នកក្រៅពីគេហទំព័រនេះបានទេ?',
  },
  consent_statistics: {
    en: 'May we count this, without anything that shows who you are?',
    km: 'តើយើងអាចរាប់បញ្ចូលរឿងនេះក្នុងស្ថិតិ ដោយគ្មានអ្វីបង្ហាញថាអ្នកជានរណាបានទេ?',
  },
});

export const questionHints = defineMessages({
  reporting_for: {
    en: 'If it is about someone else, the questions below are about them.',
    km: 'បើរឿងនេះអំពីអ្នកដទៃ សូមឆ្លើយសំណួរខាងក្រោមអំពីគាត់។',
  },
  categories: { en: 'Choose as many as you like.', km: 'អ្នកអាចជ្រើសរើសបានច្រើន។' },
  narrative: {
    en: 'As much or as little as you like. Please leave names out, yours and others’.',
    km: 'សរសេរច្រើន ឬតិចក៏បាន។ សូមកុំដាក់ឈ្មោះអ្នក ឬឈ្មោះអ្នកដទៃ។',
  },
  perpetrators: {
    en: 'Choose as many as you like. We do not need names.',
    km: 'អ្នកអាចជ្រើសរើសបានច្រើន។ យើងមិនត្រូវការឈ្មោះទេ។',
  },
  ground: {
    en: 'Choose as many as you like. Whatever the reason, it is not your fault.',
    km: 'អ្នកអាចជ្រើសរើសបានច្រើន។ ទោះមូលហេតុអ្វីក៏ដោយ វាមិនមែនជាកំហុសរបស់អ្នកទេ។',
  },
  identity: { en: 'Choose as many as fit you.', km: 'ជ្រើសរើសតាមដែលត្រូវនឹងអ្នក បានច្រើន។' },
  age: { en: 'It helps us find the right help for you.', km: 'វាជួយយើងរកជំនួយដែលសមស្របសម្រាប់អ្នក។' },
  disability: { en: 'So that we can reach you in a way that works.', km: 'ដើម្បីឱ្យយើងអាចជួយតាមវិធីដែលងាយស្រួលសម្រាប់អ្នក។' },
  told: { en: 'It is all right if you have not.', km: 'បើមិនទាន់បានប្រាប់នរណា ក៏មិនអីដែរ។' },
  response: { en: 'Choose as many as you like.', km: 'អ្នកអាចជ្រើសរើសបានច្រើន។' },
  needs: {
    en: 'Choose as many as you like. Nothing is passed on to anyone unless you agree.',
    km: 'អ្នកអាចជ្រើសរើសបានច្រើន។ យើងមិនបញ្ជូនបន្តទៅនរណាទេ បើអ្នកមិនយល់ព្រម។',
  },
  contact_mode: {
    en: 'The first is the safest if others use your phone.',
    km: 'ជម្រើសទីមួយមានសុវត្ថិភាពជាងគេ បើមានអ្នកផ្សេងប្រើទូរស័ព្ទរបស់អ្នក។',
  },
  contact_value: { en: 'Only if you chose another way than the first.', km: 'បំពេញតែពេលអ្នកជ្រើសវិធីផ្សេងពីជម្រើសទីមួយ។' },
  contact_safety: {
    en: 'A safe time, a code name, whether we may leave a message.',
    km: 'ម៉ោងដែលមានសុវត្ថិភាព ឈ្មោះសម្ងាត់ និងថាតើយើងអាចទុកសារបានឬទេ។',
  },
  team: {
    en: 'If you do not mind, the team for your province reads it.',
    km: 'បើអ្នកជ្រើសក្រុមណាក៏បាន ក្រុមប្រចាំខេត្តរបស់អ្នកនឹងអាន។',
  },
  strike_off: {
    en: 'Tick them: your report is not locked to them, and they cannot read it. They go by these names here.',
    km: 'សូមគូសធីកលើអ្នកនោះ៖ យើងនឹងមិនចាក់សោរបាយការណ៍ឱ្យគាត់បើកបានទេ ហើយគាត់មិនអាចអានបាន។ នៅទីនេះ ពួកគេប្រើឈ្មោះទាំងនេះ។',
  },
  consent_contact: {
    en: 'We can always reply to you here, with your receipt number. No answer means no.',
    km: 'យើងអាចឆ្លើយតបនៅទីនេះជានិច្ច តាមលេខបង្កាន់ដៃរបស់អ្នក។ បើមិនឆ្លើយ មានន័យថាមិនយល់ព្រម។',
  },
  consent_statistics: {
    en: 'Rounded figures help to show what happens to our communities. No answer means no, and you get the same help.',
    km: 'តួលេខដែលបានបង្គត់ ជួយបង្ហាញពីអ្វីដែលកើតឡើងចំពោះសហគមន៍យើង។ បើមិនឆ្លើយ មានន័យថាមិនយល់ព្រម ហើយអ្នកនៅតែទទួលបានជំនួយដដែល។',
  },
});

/** The first choice of `team`; the teams themselves come from the keyring. */
export const anyTeamLabel = { en: 'Any team', km: 'ក្រុមណាក៏បាន' } as const;
