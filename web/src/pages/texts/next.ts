import type { Words } from '@romduol/shared/language/language';

/** A sample, shown as such: the times are an organisation's to promise. */
export const nextText: Words = {
  en: `## When it is read

You get a receipt number of twenty digits at once. With it you can be found again without a name: to hear our answer, to add something, or to take the report back.

Reports are read on working days, the most urgent first:

- If you said that you are not safe now, or if it happened in the last three days: on the same working day.
- Otherwise: within three working days, and never later than a week.

If you are in danger before that, please do not wait for us: see [Help now](help).

## Who reads it

Only caseworkers and supervisors of the team that you chose. If you chose “any team”, it is the team for your province, or the one on duty. They are trained to listen, and they do not judge. Once it is locked, the people who run the server cannot read it.

## What a caseworker does

1. Reads what you told, and thinks about what is urgent.
2. Answers in the way that you chose. If you chose none, the answer waits under your receipt number and nobody calls you.
3. Asks what you want. You may want help, or advice, or only that somebody knows.
4. Looks for help with you: health care, a safe place, legal advice, someone to go with you to an office.

You can stop at any time, without giving a reason.

## Nobody is told without your yes

Before the team tells a doctor, an office, the police or anybody else about you, they ask you: whom, exactly what, and what for. You can say yes to one thing and no to another. You can change your mind: then nothing more is passed on. What somebody has already heard cannot be called back.

There is one exception, about children under 15. It stands on the form before the first question about what happened.

## How it ends

A case is closed when you have what you needed, when you wish it, or when we cannot reach you after several safe attempts. A supervisor looks at it once more before that. You can tell us again at any time.

What happened to you is counted in our figures only if you said yes to that, and so that nobody can be recognised.`,
  km: `## ពេលណាដែលយើងអាន

អ្នកនឹងទទួលបានលេខបង្កាន់ដៃម្ភៃខ្ទង់ភ្លាមៗ។ ដោយប្រើលេខនេះ យើងអាចស្គាល់អ្នកវិញដោយមិនបាច់មានឈ្មោះ៖ ដើម្បីដឹងចម្លើយរបស់យើង បន្ថែមអ្វីមួយ ឬដករបាយការណ៍វិញ។

យើងអានរបាយការណ៍នៅថ្ងៃធ្វើការ ដោយអានរឿងបន្ទាន់ជាងគេមុន៖

- បើអ្នកប្រាប់ថាឥឡូវនេះអ្នកមិនមានសុវត្ថិភាព ឬរឿងនោះកើតឡើងក្នុងរយៈពេលបីថ្ងៃចុងក្រោយ៖ អាននៅថ្ងៃធ្វើការដដែល។
- ក្រៅពីនេះ៖ ក្នុងរយៈពេលបីថ្ងៃធ្វើការ ហើយមិនយូរជាងមួយសប្តាហ៍ឡើយ។

បើអ្នកមានគ្រោះថ្នាក់មុននោះ សូមកុំរង់ចាំយើង៖ សូមមើល[ជំនួយបន្ទាន់](help)។

## នរណាជាអ្នកអាន

មានតែអ្នកគ្រប់គ្រងករណី និងអ្នកត្រួតពិនិត្យនៃក្រុមដែលអ្នកបានជ្រើសរើសប៉ុណ្ណោះ។ បើអ្នកជ្រើសរើស «ក្រុមណាក៏បាន» គឺក្រុមដែលទទួលខុសត្រូវខេត្តរបស់អ្នក ឬក្រុមប្រចាំការ។ ពួកគេបានរៀនស្តាប់ ហើយមិនវិនិច្ឆ័យអ្នកទេ។ ក្រោយពេលវាត្រូវបានចាក់សោ អ្នកដែលថែទាំម៉ាស៊ីនមេ អានវាមិនបានទេ។

## អ្វីដែលអ្នកគ្រប់គ្រងករណីធ្វើ

1. អានអ្វីដែលអ្នកបានប្រាប់ ហើយគិតថាអ្វីជារឿងបន្ទាន់។
2. ឆ្លើយតបតាមរបៀបដែលអ្នកបានជ្រើសរើស។ បើអ្នកមិនបានជ្រើសរើសទេ ចម្លើយនឹងរង់ចាំក្រោមលេខបង្កាន់ដៃរបស់អ្នក ហើយគ្មាននរណាហៅទូរស័ព្ទទៅអ្នកឡើយ។
3. សួរថាអ្នកចង់បានអ្វី។ អ្នកអាចចង់បានជំនួយ ចង់បានយោបល់ ឬគ្រាន់តែចង់ឱ្យមានគេដឹង។
4. ស្វែងរកជំនួយជាមួយអ្នក៖ ការព្យាបាល ទីជម្រកសុវត្ថិភាព ប្រឹក្សាផ្លូវច្បាប់ ឬអ្នកជូនអ្នកទៅកាន់ការិយាល័យ។

អ្នកអាចឈប់នៅពេលណាក៏បាន ដោយមិនចាំបាច់ប្រាប់មូលហេតុ។

## គ្មាននរណាត្រូវបានប្រាប់ បើអ្នកមិនយល់ព្រម

មុននឹងក្រុមការងារប្រាប់គ្រូពេទ្យ ការិយាល័យ នគរបាល ឬនរណាម្នាក់អំពីអ្នក ពួកគេសួរអ្នកជាមុន៖ ប្រាប់នរណា ប្រាប់អ្វីខ្លះ និងដើម្បីអ្វី។ អ្នកអាចយល់ព្រមរឿងមួយ ហើយមិនយល់ព្រមរឿងមួយទៀត។ អ្នកអាចប្តូរចិត្តបាន៖ ចាប់ពីពេលនោះ គ្មានអ្វីត្រូវបានប្រាប់បន្តទៀតទេ។ អ្វីដែលគេបានឮរួចហើយ មិនអាចដកវិញបានឡើយ។

មានករណីលើកលែងមួយ អំពីកុមារអាយុក្រោម ១៥ ឆ្នាំ។ វាមាននៅលើទម្រង់ មុនសំណួរទីមួយអំពីអ្វីដែលបានកើតឡើង។

## របៀបដែលវាបញ្ចប់

ករណីមួយត្រូវបានបិទ ពេលអ្នកបានទទួលអ្វីដែលអ្នកត្រូវការ ពេលអ្នកចង់បិទ ឬពេលយើងមិនអាចទាក់ទងអ្នកបាន ក្រោយព្យាយាមច្រើនដងដោយសុវត្ថិភាព។ មុននោះ អ្នកត្រួតពិនិត្យម្នាក់មើលវាម្តងទៀត។ អ្នកអាចប្រាប់យើងម្តងទៀតនៅពេលណាក៏បាន។

រឿងរបស់អ្នកត្រូវបានរាប់ក្នុងតួលេខរបស់យើង តែពេលអ្នកបានយល់ព្រម ហើយដោយមិនឱ្យនរណាម្នាក់អាចត្រូវគេស្គាល់។`,
};
