import { defineMessages } from '@romduol/shared/language/language';

export const layoutWords = defineMessages({
  name: { en: 'Romduol', km: 'រំដួល' },
  skip: { en: 'Skip to the page', km: 'រំលងទៅខ្លឹមសារ' },
  leave: { en: 'Leave quickly', km: 'ចាកចេញភ្លាម' },
  leaving: { en: 'Leaving.', km: 'កំពុងចាកចេញ។' },
  goOn: { en: 'Go on', km: 'បន្តទៅមុខ' },
  shiftHint: {
    en: 'To leave quickly with a keyboard, press Shift three times.',
    km: 'ដើម្បីចាកចេញភ្លាមដោយប្រើក្តារចុច សូមចុចគ្រាប់ចុច Shift បីដង។',
  },
  pressedOnce: { en: 'Shift: two more times to leave.', km: 'Shift៖ ចុចពីរដងទៀត ដើម្បីចាកចេញ។' },
  pressedTwice: { en: 'Shift: once more to leave.', km: 'Shift៖ ចុចម្តងទៀត ដើម្បីចាកចេញ។' },
  demo: {
    en: 'This is a demonstration. Please do not write about anything real.',
    km: 'នេះគ្រាន់តែជាការបង្ហាញសាកល្បងប៉ុណ្ណោះ។ សូមកុំសរសេររឿងពិត។',
  },
  /** The name of each language in itself; it stands on the switch to it. */
  language: { en: 'English', km: 'ភាសាខ្មែរ' },
  pages: { en: 'Pages', km: 'ទំព័រផ្សេងៗ' },
  home: { en: 'Home', km: 'ទំព័រដើម' },
  report: { en: 'Tell us', km: 'ប្រាប់យើង' },
  return: { en: 'I have a number', km: 'ខ្ញុំមានលេខហើយ' },
  help: { en: 'Help now', km: 'ជំនួយបន្ទាន់' },
  rights: { en: 'Your rights', km: 'សិទ្ធិរបស់អ្នក' },
  next: { en: 'What happens next', km: 'អ្វីដែលកើតឡើងបន្ទាប់' },
  safety: { en: 'How we keep it safe', km: 'របៀបដែលយើងរក្សាសុវត្ថិភាព' },
  statistics: { en: 'Figures', km: 'តួលេខ' },
  fingerprint: {
    en: 'The key words of this site. On our posters you find the same words in the same order:',
    km: 'ពាក្យសម្គាល់របស់គេហទំព័រនេះ។ នៅលើផ្ទាំងប័ណ្ណរបស់យើង មានពាក្យដូចគ្នា តាមលំដាប់ដូចគ្នា៖',
  },
});

/**
 * What stands in the tab and in the history. None of these says what the pages are for: a phone is often shared, and a
 * history list is read by others.
 */
export const titleWords = defineMessages({
  home: { en: 'Romduol', km: 'រំដួល' },
  report: { en: 'Romduol – form', km: 'រំដួល – ទម្រង់' },
  problem: { en: 'Romduol – form, please look again', km: 'រំដួល – ទម្រង់ សូមពិនិត្យម្តងទៀត' },
  receipt: { en: 'Romduol – number', km: 'រំដួល – លេខ' },
  return: { en: 'Romduol – come back', km: 'រំដួល – ត្រឡប់មកវិញ' },
  returnProblem: { en: 'Romduol – come back, please look again', km: 'រំដួល – ត្រឡប់មកវិញ សូមពិនិត្យម្តងទៀត' },
  help: { en: 'Romduol – numbers', km: 'រំដួល – លេខទូរស័ព្ទ' },
  rights: { en: 'Romduol – reading', km: 'រំដួល – អត្ថបទ' },
  next: { en: 'Romduol – steps', km: 'រំដួល – ជំហាន' },
  safety: { en: 'Romduol – notes', km: 'រំដួល – កំណត់សម្គាល់' },
  statistics: { en: 'Romduol – figures', km: 'រំដួល – តួលេខ' },
  ack: { en: 'Romduol – letter', km: 'រំដួល – លិខិត' },
  notFound: { en: 'Romduol – no page', km: 'រំដួល – គ្មានទំព័រ' },
  trouble: { en: 'Romduol – please wait', km: 'រំដួល – សូមរង់ចាំ' },
});
