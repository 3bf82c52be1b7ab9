import { defineMessages } from '@romduol/shared/language/language';

/** A case that another team goes on with, and one that is the same as another. */
export const handOverWords = defineMessages({
  link: { en: 'Hand to another team', km: 'ប្រគល់ទៅក្រុមផ្សេង' },
  title: { en: 'Hand the case to another team', km: 'ប្រគល់ករណីទៅក្រុមផ្សេង' },
  does: {
    en: 'The case gets a new key for that team’s people. Whoever is not of it, you among them, reads nothing further. It waits there for somebody to take it on; the reporter’s way back stays the same.',
    km: 'ករណីនឹងមានសោថ្មីសម្រាប់មនុស្សក្នុងក្រុមនោះ។ អ្នកដែលមិននៅក្នុងក្រុមនោះ រួមទាំងអ្នកផង មិនអាចអានបន្តទេ។ វារង់ចាំនរណាម្នាក់ទទួលបន្ទុកនៅទីនោះ។ ផ្លូវត្រឡប់របស់អ្នករាយការណ៍នៅដដែល។',
  },
  team: { en: 'Team', km: 'ក្រុម' },
  nobody: { en: 'nobody who could read it', km: 'គ្មាននរណាដែលអាចអានបាន' },
  reason: { en: 'Why, and what that team should know first', km: 'ហេតុអ្វី និងអ្វីដែលក្រុមនោះគួរដឹងមុន' },
  sameAs: { en: 'Which case goes on?', km: 'តើករណីណាត្រូវបន្ត?' },
  sameAsHint: {
    en: 'The words of this report are copied into that case’s log, where its readers see them; not where one of them must not read this one. Likely ones first.',
    km: 'ពាក្យក្នុងរបាយការណ៍នេះត្រូវចម្លងទៅកំណត់ហេតុនៃករណីនោះ ដែលអ្នកអានករណីនោះមើលឃើញ លើកលែងតែពេលមានអ្នកអានណាម្នាក់ដែលមិនត្រូវអានករណីនេះ។ ករណីដែលទំនងជាងនៅខាងលើ។',
  },
  sameAsNone: { en: 'None that I can open', km: 'គ្មានករណីណាដែលខ្ញុំអាចបើកបាន' },
  mayBeSame: { en: 'May be the same as {number}', km: 'ប្រហែលដូចគ្នានឹង {number}' },
  belongsTo: { en: 'The same as case {number}, which goes on', km: 'ដូចគ្នានឹងករណី {number} ដែលបន្ត' },
  joined: { en: 'Case {number} was the same', km: 'ករណី {number} ជាករណីតែមួយ' },
});
