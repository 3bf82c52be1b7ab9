import type { Words } from '@romduol/shared/language/language';

/** Built in, until an organisation writes its own. Awaits a native reader, as all Khmer here does. */
export const homeText: Words = {
  en: `We are community organisations in Cambodia. Whoever you are and whomever you love: what was done to you is not your fault.

You do not need to give your name. You can skip any question. Nobody outside the team is told anything unless you say yes first. One exception, about children under 15, is explained on the form before you write anything.`,
  km: `យើងជាអង្គការសហគមន៍នៅកម្ពុជា។ មិនថាអ្នកជានរណា ឬស្រលាញ់នរណាក៏ដោយ អ្វីដែលគេបានធ្វើមកលើអ្នក មិនមែនជាកំហុសរបស់អ្នកទេ។

អ្នកមិនចាំបាច់ប្រាប់ឈ្មោះទេ។ អ្នកអាចរំលងសំណួរណាក៏បាន។ គ្មាននរណាក្រៅពីក្រុមការងារត្រូវបានប្រាប់អ្វីឡើយ លុះត្រាតែអ្នកយល់ព្រមជាមុន។ មានករណីលើកលែងមួយ អំពីកុមារអាយុក្រោម ១៥ ឆ្នាំ ដែលមានពន្យល់នៅលើទម្រង់ មុនពេលអ្នកសរសេរអ្វីមួយ។`,
};
