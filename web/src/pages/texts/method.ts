import type { Words } from '@romduol/shared/language/language';

/** For whoever reads the figures and knows no statistics. */
export const methodText: Words = {
  en: `## What is counted

Each figure is a number of reports or of closed cases, never a number of people: one person may tell us twice, and one report may be about several people. Only those who said yes to being counted are counted. These are the reports that reached us. Most of what happens is never reported, so the figures do not say how often something happens in Cambodia.

## Why the figures are rounded

In some provinces only two or three people tell us something in three months. If a table said “one”, a neighbour, a relative or an official might know at once who it is. So every figure is rounded, at random, up or down, to a multiple of 5 (an organisation may choose 3).

- A figure may differ from the truth by up to 4, and never by more.
- 0 does not mean none, and 5 does not mean exactly five.
- Rounding is drawn so that every table still adds up to its total, and nothing is too high or too low on average.
- Each page and file says which multiple was used, and how far the truth may be.

## Counted once

Every three months are counted once, at least eight weeks after they end, and never again. A report that comes later counts in the next period. If the same months were counted a second time with one report more, the difference would show that report. What will be counted is laid down before the period begins.

## When a table is missing

A table with many figures and few reports would say little that is true. Then it is replaced by a coarser one: zones instead of provinces, two simple tables instead of a crossed one. A crossed table shows only rows and columns with at least 15 reports (9 where figures are multiples of 3); the small ones stand in the simple tables. The page lists what was left out, and why. A period with fewer than 30 reports waits for the next.

## Sums

A year, or several organisations together, is the sum of published figures. Nothing is counted again for it. The possible difference adds up too: four periods, each with up to 4, make up to 16.

## Rose, fell, no clear change

“Rose” or “fell” stands only where the difference is larger than rounding and chance can well explain. Otherwise it says “no clear change”, even where one figure is larger. About 1 in 20 such marks is still chance, and more if many reports come from one event.

## Who answers for it

Two people in the organisation compute each release, each on their own device, and both must come to the very same file before it is published; where only one signs, the page says so. Thirty days later the records that were counted are erased. The long fingerprint in the citation belongs to that file and no other.`,
  km: `## អ្វីដែលបានរាប់

តួលេខនីមួយៗគឺជាចំនួនរបាយការណ៍ ឬចំនួនសំណុំរឿងដែលបានបិទ មិនមែនជាចំនួនមនុស្សទេ៖ មនុស្សម្នាក់អាចប្រាប់យើងពីរដង ហើយរបាយការណ៍មួយអាចនិយាយអំពីមនុស្សច្រើននាក់។ យើងរាប់តែអ្នកដែលបានយល់ព្រមឱ្យរាប់ប៉ុណ្ណោះ។ ទាំងនេះជារបាយការណ៍ដែលមកដល់យើង។ រឿងភាគច្រើនមិនដែលត្រូវបានរាយការណ៍ទេ ដូច្នេះតួលេខទាំងនេះមិនបង្ហាញថា ហេតុការណ៍កើតឡើងញឹកញាប់ប៉ុណ្ណានៅកម្ពុជាទេ។

## ហេតុអ្វីបានជាតួលេខត្រូវបង្គត់

នៅខេត្តខ្លះ មានមនុស្សតែពីរ ឬបីនាក់ប៉ុណ្ណោះដែលប្រាប់យើងក្នុងរយៈពេលបីខែ។ បើតារាងសរសេរថា «មួយ» អ្នកជិតខាង សាច់ញាតិ ឬមន្ត្រីអាចដឹងភ្លាមថាជាអ្នកណា។ ដូច្នេះ តួលេខនីមួយៗត្រូវបង្គត់ឡើង ឬចុះដោយចៃដន្យ ទៅជាពហុគុណនៃ ៥ (អង្គការអាចជ្រើសយក ៣)។

- តួលេខអាចខុសពីការពិតបានដល់ ៤ ហើយមិនដែលលើសពីនេះទេ។
- លេខ ០ មិនមែនមានន័យថាគ្មានទេ ហើយលេខ ៥ មិនមែនមានន័យថាប្រាំគត់ទេ។
- ការបង្គត់ធ្វើឡើងដោយឱ្យតារាងនីមួយៗនៅតែបូកត្រូវនឹងចំនួនសរុប ហើយជាមធ្យម គ្មានតួលេខណាខ្ពស់ពេក ឬទាបពេកទេ។
- ទំព័រ និងឯកសារនីមួយៗប្រាប់ថាបានប្រើពហុគុណនៃលេខណា ហើយការពិតអាចខុសដល់ប៉ុណ្ណា។

## រាប់តែម្តង

រយៈពេលបីខែនីមួយៗត្រូវរាប់តែម្តង យ៉ាងតិចប្រាំបីសប្តាហ៍ក្រោយវាចប់ ហើយមិនរាប់ម្តងទៀតឡើយ។ របាយការណ៍ដែលមកក្រោយ ត្រូវរាប់ក្នុងរយៈពេលបន្ទាប់។ បើខែដដែលត្រូវរាប់ជាលើកទីពីរដោយមានរបាយការណ៍មួយបន្ថែម ភាពខុសគ្នានឹងបង្ហាញរបាយការណ៍នោះ។ អ្វីដែលត្រូវរាប់ ត្រូវបានកំណត់មុនពេលរយៈពេលនោះចាប់ផ្តើម។

## ពេលដែលគ្មានតារាង

តារាងដែលមានតួលេខច្រើន តែមានរបាយការណ៍តិច នឹងមិនសូវប្រាប់ការពិតទេ។ ដូច្នេះវាត្រូវជំនួសដោយតារាងធំជាង៖ តំបន់ជំនួសខេត្ត តារាងសាមញ្ញពីរជំនួសតារាងខ្វែង។ តារាងខ្វែងបង្ហាញតែជួរដេក និងជួរឈរដែលមានរបាយការណ៍យ៉ាងតិច ១៥ (ឬ ៩ បើតួលេខជាពហុគុណនៃ ៣)។ ជួរតូចៗមាននៅក្នុងតារាងសាមញ្ញ។ ទំព័របង្ហាញបញ្ជីអ្វីដែលមិនបានផ្សព្វផ្សាយ និងមូលហេតុ។ រយៈពេលដែលមានរបាយការណ៍តិចជាង ៣០ ត្រូវរង់ចាំរយៈពេលបន្ទាប់។

## ផលបូក

តួលេខប្រចាំឆ្នាំ ឬរបស់អង្គការច្រើនរួមគ្នា គឺជាផលបូកនៃតួលេខដែលបានផ្សព្វផ្សាយ។ គ្មានអ្វីត្រូវរាប់ឡើងវិញទេ។ កម្រិតដែលអាចខុសក៏បូកចូលគ្នាដែរ៖ បួនរយៈពេល ដែលនីមួយៗអាចខុសដល់ ៤ ក្លាយជាអាចខុសដល់ ១៦។

## កើនឡើង ថយចុះ គ្មានការប្រែប្រួលច្បាស់លាស់

ពាក្យ «កើនឡើង» ឬ «ថយចុះ» ប្រើតែពេលដែលភាពខុសគ្នាធំជាងអ្វីដែលការបង្គត់ និងភាពចៃដន្យអាចពន្យល់បាន។ បើមិនដូច្នេះទេ យើងសរសេរថា «គ្មានការប្រែប្រួលច្បាស់លាស់» ទោះបីតួលេខមួយធំជាងក៏ដោយ។ ប្រហែល ១ ក្នុងចំណោម ២០ នៅតែជារឿងចៃដន្យ ហើយច្រើនជាងនេះ បើរបាយការណ៍ច្រើនមកពីហេតុការណ៍តែមួយ។

## អ្នកណាទទួលខុសត្រូវ

មនុស្សពីរនាក់ក្នុងអង្គការគណនារៀងៗខ្លួន លើឧបករណ៍របស់ខ្លួន ហើយទាំងពីរត្រូវបានឯកសារដូចគ្នាបេះបិទ មុនពេលផ្សព្វផ្សាយ។ បើមានអ្នកចុះហត្ថលេខាតែម្នាក់ ទំព័រនឹងប្រាប់។ សាមសិបថ្ងៃក្រោយមក កំណត់ត្រាដែលបានរាប់ត្រូវលុបចោល។ លេខសម្គាល់វែងក្នុងការយោង ជារបស់ឯកសារនោះតែមួយគត់។`,
};

/** Half a page to say aloud: to a journalist, an official, a donor. */
export const advocateText: Words = {
  en: `**In one breath.** “We publish how many reports we received, rounded so that nobody can be recognised. Every figure is at most 4 away from the truth, and the tables still add up.”

**“So the numbers are not exact?”** They are as exact as they can be without pointing at a person. If we say 35, the truth lies between 31 and 39. For large figures that hardly matters; for small ones we say “a few”.

**“Is it zero in this province?”** We do not know, and we cannot tell you. 0 means fewer than five. Please do not write “no cases”.

**“It went up by five!”** That may be rounding. We say “rose” or “fell” only when the page does. If it says “no clear change”, so do we.

**“How many LGBTQI+ people suffer this?”** These figures cannot say. They count reports that reached us, and most people never report. More reports may mean more trust.

**“Could you make us a table of this village, or of this month?”** No. What is published is all there is: a second count of the same reports could uncover somebody. Sums of published figures are fine; the page has them.

**When you write it down:** name the organisation, the period, the address and the fingerprint, and copy the sentence about rounding with it. Round nothing further, work out no percentages from figures under 50, and add a list of articles only with the remark that counsel has not confirmed it yet.`,
  km: `**ក្នុងមួយដង្ហើម។** «យើងផ្សព្វផ្សាយចំនួនរបាយការណ៍ដែលយើងបានទទួល ដោយបង្គត់ ដើម្បីកុំឱ្យនរណាម្នាក់ត្រូវគេស្គាល់។ តួលេខនីមួយៗខុសពីការពិតយ៉ាងច្រើនត្រឹម ៤ ហើយតារាងនៅតែបូកត្រូវគ្នា។»

**«អ៊ីចឹងលេខមិនត្រឹមត្រូវទេឬ?»** វាត្រឹមត្រូវតាមដែលអាចធ្វើបាន ដោយមិនចង្អុលទៅមនុស្សណាម្នាក់។ បើយើងសរសេរ ៣៥ ការពិតស្ថិតនៅចន្លោះ ៣១ និង ៣៩។ សម្រាប់លេខធំ នេះមិនសូវសំខាន់ទេ។ សម្រាប់លេខតូច យើងនិយាយថា «ពីរបី»។

**«ខេត្តនេះគ្មានករណីទេមែនទេ?»** យើងមិនដឹង ហើយមិនអាចប្រាប់បានទេ។ លេខ ០ មានន័យថាតិចជាងប្រាំ។ សូមកុំសរសេរថា «គ្មានករណី»។

**«វាកើនឡើងប្រាំហើយ!»** នោះអាចជាការបង្គត់។ យើងនិយាយថា «កើនឡើង» ឬ «ថយចុះ» តែពេលដែលទំព័រសរសេរដូច្នោះ។ បើវាសរសេរថា «គ្មានការប្រែប្រួលច្បាស់លាស់» យើងក៏និយាយដូច្នោះដែរ។

**«តើមានអ្នកស្រឡាញ់ភេទដូចគ្នា អ្នកប្លែងភេទ ប៉ុន្មាននាក់ដែលរងរឿងនេះ?»** តួលេខទាំងនេះមិនអាចប្រាប់បានទេ។ វារាប់តែរបាយការណ៍ដែលមកដល់យើង ហើយមនុស្សភាគច្រើនមិនដែលរាយការណ៍ទេ។ របាយការណ៍កាន់តែច្រើន អាចមានន័យថាការទុកចិត្តកាន់តែច្រើន។

**«តើអាចធ្វើតារាងសម្រាប់ភូមិនេះ ឬខែនេះបានទេ?»** មិនបានទេ។ អ្វីដែលបានផ្សព្វផ្សាយ គឺមានតែប៉ុណ្ណឹង៖ ការរាប់របាយការណ៍ដដែលជាលើកទីពីរ អាចធ្វើឱ្យគេស្គាល់នរណាម្នាក់។ ផលបូកនៃតួលេខដែលបានផ្សព្វផ្សាយអាចធ្វើបាន ហើយមាននៅលើទំព័រ។

**ពេលសរសេរ៖** សូមដាក់ឈ្មោះអង្គការ រយៈពេល អាសយដ្ឋាន និងលេខសម្គាល់ ហើយចម្លងប្រយោគអំពីការបង្គត់ជាមួយ។ សូមកុំបង្គត់បន្ថែម កុំគណនាភាគរយពីតួលេខតិចជាង ៥០ ហើយដាក់បញ្ជីមាត្រាច្បាប់តែជាមួយកំណត់សម្គាល់ថា មេធាវីមិនទាន់បានបញ្ជាក់នៅឡើយ។`,
};
