import { defineMessages } from '@romduol/shared/language/language';

/** How long what belongs to a case is kept. A native speaker reviews the Khmer. */
export const retentionWords = defineMessages({
  title: { en: 'How long things are kept', km: 'រយៈពេលរក្សាទុក' },
  does: {
    en: 'Counted from the day on which a supervisor approves the closing of a case. What is erased cannot be brought back by anybody. Where evidence is to be kept longer, closing asks for it, and nothing of the case but its contact details is erased.',
    km: 'គិតចាប់ពីថ្ងៃដែលអ្នកត្រួតពិនិត្យអនុម័តការបិទករណី។ អ្វីដែលបានលុប គ្មាននរណាអាចយកមកវិញបានទេ។ បើត្រូវរក្សាភស្តុតាងយូរជាងនេះ ការបិទករណីនឹងសួរ ហើយមានតែព័ត៌មានទំនាក់ទំនងប៉ុណ្ណោះដែលត្រូវលុប។',
  },
  whoReads: {
    en: 'Everybody can read these periods: they are published with your signature.',
    km: 'អ្នករាល់គ្នាអាចអានរយៈពេលទាំងនេះបាន៖ វាត្រូវបានផ្សាយជាមួយហត្ថលេខារបស់អ្នក។',
  },
  contactDays: { en: 'Contact details: days after closing', km: 'ព័ត៌មានទំនាក់ទំនង៖ ចំនួនថ្ងៃក្រោយពេលបិទ' },
  unreachableDays: {
    en: 'Cases of people who could not be reached, or declined help: days after closing',
    km: 'ករណីនៃអ្នកដែលទាក់ទងមិនបាន ឬមិនទទួលជំនួយ៖ ចំនួនថ្ងៃក្រោយពេលបិទ',
  },
  contentMonths: { en: 'All other cases: months after closing', km: 'ករណីផ្សេងទៀត៖ ចំនួនខែក្រោយពេលបិទ' },
  between: { en: 'A whole number from {least} to {most}.', km: 'លេខគត់ពី {least} ដល់ {most}។' },
  contactOn: { en: 'Contact details are erased on {day}.', km: 'ព័ត៌មានទំនាក់ទំនងនឹងត្រូវលុបនៅ{day}។' },
  contentOn: { en: 'All of it is erased on {day}.', km: 'ករណីទាំងមូលនឹងត្រូវលុបនៅ{day}។' },
  builtIn: {
    en: 'Nothing has been signed yet: these are the built-in periods.',
    km: 'មិនទាន់មានហត្ថលេខាទេ៖ ទាំងនេះជារយៈពេលដែលមានស្រាប់។',
  },
});
