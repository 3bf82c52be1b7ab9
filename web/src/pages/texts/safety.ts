import type { Words } from '@romduol/shared/language/language';
import { tracesText } from './traces.ts';

/** What holds and what does not, as SECURITY.md has it, in words for whoever is about to write. */
export const safetyText: Words = {
  en: `## What is protected

- **Your words are locked before they are stored.** Only caseworkers and supervisors of the team you choose have a key. The people who run the server, or somebody who steals it, cannot open what is stored.
- **With JavaScript, your words are locked on your own phone or computer.** Our server never has them open. **Without JavaScript, our server reads them for a moment to lock them,** in its memory only, and the form says so before the first question.
- **We do not keep the address of your phone or computer.** These pages set no cookie until you use “Leave quickly”: that one lasts ten minutes and says nothing about you. Nothing here comes from another company.
- **Figures are rounded,** so that nobody can be found in them.

## What the server can see

For each report: the day it came, for which team, about how long it is, how many files came with it and about how large they are, whether it was locked on your phone or by the server, and which members of the team can open it. A team may stand for a few provinces only: then the team tells where. For each answer of ours or yours after that: the day, and about how long it is. Your story, your answers, your files and your contact are not among what it can see.

## What we cannot protect you from

- **Somebody who looks at your screen or takes your phone.** Programs that watch, screen recorders and keyboards that remember are stronger than anything a page can do.
- **Somebody who takes over our server** can change these pages from then on. What was sent before stays locked; what is written on a changed page may not. On a page without JavaScript they could read what you send at that moment.
- **Somebody on the line** (the Wi-Fi, the phone company) sees that this address was visited, when, and about how much was sent; not what.
- **A caseworker who may read a case can copy it.** We can choose who reads; we cannot take back what somebody has read.
- **Whoever finds your receipt number** can read our answers to you, answer in your place or take the report back. They cannot read your story.

## The key words

At the foot of every page stand ten English words. They are on our posters too, the same words in the same order. If they differ, this is not our page: please send nothing, and ask somebody you trust. If they are the same, look at the address as well: words can be copied.

${tracesText.en}

## Tor Browser

Tor Browser hides from the Wi-Fi and the phone company which pages you visit, and keeps no history. All our pages work in it, on its safest setting too. Somebody on the line can still see that Tor is used.`,
  km: `## អ្វីដែលត្រូវបានការពារ

- **ពាក្យរបស់អ្នកត្រូវបានចាក់សោ មុនពេលរក្សាទុក។** មានតែអ្នកគ្រប់គ្រងករណី និងអ្នកត្រួតពិនិត្យនៃក្រុមដែលអ្នកជ្រើសរើស ទើបមានកូនសោ។ អ្នកថែទាំម៉ាស៊ីនមេ ឬអ្នកដែលលួចវា មិនអាចបើកអ្វីដែលបានរក្សាទុកទេ។
- **បើមាន JavaScript ពាក្យរបស់អ្នកត្រូវបានចាក់សោក្នុងទូរស័ព្ទ ឬកុំព្យូទ័ររបស់អ្នកផ្ទាល់។** ម៉ាស៊ីនមេរបស់យើងមិនដែលឃើញវាទេ។ **បើគ្មាន JavaScript ម៉ាស៊ីនមេរបស់យើងអានវាមួយភ្លែតដើម្បីចាក់សោ** ក្នុងអង្គចងចាំរបស់វាប៉ុណ្ណោះ ហើយទម្រង់ប្រាប់រឿងនេះ មុនសំណួរទីមួយ។
- **យើងមិនរក្សាទុកអាសយដ្ឋានរបស់ទូរស័ព្ទ ឬកុំព្យូទ័រអ្នកទេ។** ទំព័រទាំងនេះមិនដាក់ខូគីទេ រហូតដល់អ្នកប្រើ «ចាកចេញភ្លាម»៖ ខូគីនោះនៅតែដប់នាទី ហើយមិនប្រាប់អ្វីអំពីអ្នកឡើយ។ គ្មានអ្វីនៅទីនេះមកពីក្រុមហ៊ុនផ្សេងទេ។
- **តួលេខត្រូវបានបង្គត់** ដើម្បីកុំឱ្យនរណាម្នាក់អាចត្រូវគេរកឃើញក្នុងនោះ។

## អ្វីដែលម៉ាស៊ីនមេអាចឃើញ

សម្រាប់របាយការណ៍នីមួយៗ៖ ថ្ងៃដែលវាមកដល់ សម្រាប់ក្រុមណា វែងប្រហែលប៉ុណ្ណា មានឯកសារប៉ុន្មានមកជាមួយ និងធំប្រហែលប៉ុណ្ណា ត្រូវបានចាក់សោក្នុងទូរស័ព្ទរបស់អ្នក ឬដោយម៉ាស៊ីនមេ និងសមាជិកណាខ្លះអាចបើកវាបាន។ ក្រុមមួយអាចទទួលខុសត្រូវតែខេត្តពីរបី៖ ដូច្នេះឈ្មោះក្រុមអាចប្រាប់ថានៅទីណា។ សម្រាប់ចម្លើយនីមួយៗរបស់យើង ឬរបស់អ្នកក្រោយមក៖ ថ្ងៃ និងវែងប្រហែលប៉ុណ្ណា។ រឿងរបស់អ្នក ចម្លើយរបស់អ្នក ឯកសាររបស់អ្នក និងរបៀបទាក់ទងអ្នក មិនស្ថិតក្នុងអ្វីដែលវាអាចឃើញទេ។

## អ្វីដែលយើងមិនអាចការពារអ្នកបាន

- **អ្នកដែលមើលអេក្រង់ ឬយកទូរស័ព្ទរបស់អ្នក។** កម្មវិធីលួចមើល កម្មវិធីថតអេក្រង់ និងក្តារចុចដែលចងចាំពាក្យ ខ្លាំងជាងអ្វីដែលទំព័រមួយអាចធ្វើបាន។
- **អ្នកដែលកាន់កាប់ម៉ាស៊ីនមេរបស់យើង** អាចកែទំព័រទាំងនេះចាប់ពីពេលនោះ។ អ្វីដែលបានផ្ញើពីមុននៅតែជាប់សោ ប៉ុន្តែអ្វីដែលសរសេរលើទំព័រដែលគេបានកែ អាចមិនជាប់សោទេ។ លើទំព័រគ្មាន JavaScript ពួកគេអាចអានអ្វីដែលអ្នកផ្ញើនៅពេលនោះ។
- **អ្នកដែលនៅតាមខ្សែអ៊ីនធឺណិត** (Wi-Fi ឬក្រុមហ៊ុនទូរស័ព្ទ) ឃើញថាមានគេចូលអាសយដ្ឋាននេះ នៅពេលណា និងផ្ញើប្រហែលប៉ុន្មាន តែមិនឃើញថាផ្ញើអ្វីទេ។
- **អ្នកគ្រប់គ្រងករណីដែលអាចអានករណីមួយ ក៏អាចចម្លងវាបាន។** យើងអាចជ្រើសរើសថានរណាអាន តែមិនអាចដកយកវិញនូវអ្វីដែលគេបានអានទេ។
- **អ្នកដែលរកឃើញលេខបង្កាន់ដៃរបស់អ្នក** អាចអានចម្លើយរបស់យើងទៅអ្នក ឆ្លើយជំនួសអ្នក ឬដករបាយការណ៍វិញ។ ពួកគេមិនអាចអានរឿងរបស់អ្នកឡើយ។

## ពាក្យសម្គាល់

នៅខាងក្រោមនៃគ្រប់ទំព័រ មានពាក្យអង់គ្លេសដប់។ ពាក្យទាំងនោះមាននៅលើផ្ទាំងប័ណ្ណរបស់យើងដែរ ពាក្យដូចគ្នា តាមលំដាប់ដូចគ្នា។ បើវាខុសគ្នា នេះមិនមែនជាទំព័ររបស់យើងទេ៖ សូមកុំផ្ញើអ្វីឡើយ ហើយសួរអ្នកដែលអ្នកទុកចិត្ត។ បើវាដូចគ្នា សូមមើលអាសយដ្ឋានផងដែរ៖ ពាក្យអាចត្រូវគេចម្លងបាន។

${tracesText.km}

## កម្មវិធី Tor Browser

Tor Browser លាក់មិនឱ្យ Wi-Fi និងក្រុមហ៊ុនទូរស័ព្ទដឹងថាអ្នកចូលទំព័រណាខ្លះ ហើយមិនរក្សាទុកប្រវត្តិទេ។ ទំព័រទាំងអស់របស់យើងដំណើរការក្នុងវា ទោះក្នុងកម្រិតសុវត្ថិភាពខ្ពស់បំផុតក៏ដោយ។ អ្នកដែលនៅតាមខ្សែអ៊ីនធឺណិត នៅតែអាចឃើញថាអ្នកប្រើ Tor។`,
};
