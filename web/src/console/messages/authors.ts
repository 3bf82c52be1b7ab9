import { defineMessages } from '@romduol/shared/language/language';

/** What a publisher is told of those who coded: whose records are not there, or not as they said. */
export const authorsWords = defineMessages({
  missing: {
    en: 'Records that these colleagues handed in are not here, or not as they handed them in last. They are not counted:',
    km: 'កំណត់ត្រាដែលសហការីទាំងនេះបានដាក់ជូន មិនមាននៅទីនេះ ឬមិនដូចអ្វីដែលពួកគេបានដាក់ជូនចុងក្រោយ។ វាមិនត្រូវរាប់ទេ៖',
  },
  unexpected: {
    en: 'Records that did not open, or that their author has not signed for: {authors}. They are not counted.',
    km: 'កំណត់ត្រាដែលមិនអាចបើក ឬដែលអ្នកសរសេរមិនបានចុះហត្ថលេខាទទួលស្គាល់៖ {authors}។ វាមិនត្រូវរាប់ទេ។',
  },
  before: {
    en: 'Speak with them, and with whoever runs the server, before you sign. Their records come again when they open the console and lock it.',
    km: 'សូមនិយាយជាមួយពួកគេ និងអ្នកថែទាំម៉ាស៊ីនមេ មុនពេលចុះហត្ថលេខា។ កំណត់ត្រានឹងមកម្តងទៀត ពេលពួកគេបើកកម្មវិធី រួចចាក់សោ។',
  },
  silent: {
    en: 'These colleagues have handed in nothing since the quarter ended. If they coded cases of it, ask them to open the console and lock it first:',
    km: 'សហការីទាំងនេះមិនបានដាក់ជូនអ្វីទេ តាំងពីត្រីមាសនេះចប់។ បើពួកគេបានដាក់កូដករណីក្នុងត្រីមាសនេះ សូមឱ្យពួកគេបើកកម្មវិធី រួចចាក់សោជាមុនសិន៖',
  },
  never: { en: 'never', km: 'មិនធ្លាប់' },
  last: { en: 'last on {day}', km: 'ចុងក្រោយនៅ{day}' },
});
