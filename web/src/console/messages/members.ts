import { defineMessages } from '@romduol/shared/language/language';

export const memberWords = defineMessages({
  title: { en: 'Members', km: 'សមាជិក' },
  intro: {
    en: 'The signed list of who works here. Every console checks it before anything is sealed or opened.',
    km: 'បញ្ជីដែលបានចុះហត្ថលេខា អំពីអ្នកធ្វើការនៅទីនេះ។ គ្រប់ផ្ទាំងការងារពិនិត្យវា មុននឹងបិទត្រា ឬបើកអ្វីមួយ។',
  },
  version: { en: 'Version', km: 'កំណែ' },
  expires: { en: 'Valid until', km: 'មានសុពលភាពត្រឹម' },
  renew: { en: 'Renew for 90 days', km: 'បន្តសុពលភាព ៩០ ថ្ងៃ' },
  renewDoes: {
    en: 'Signs the same list again with a new date. Members and teams stay as they are; every console sees the new version.',
    km: 'ចុះហត្ថលេខាលើបញ្ជីដដែល ដោយកាលបរិច្ឆេទថ្មី។ សមាជិក និងក្រុមនៅដដែល។ គ្រប់ផ្ទាំងការងារនឹងឃើញកំណែថ្មី។',
  },
  renewing: { en: 'Signing and publishing…', km: 'កំពុងចុះហត្ថលេខា និងផ្សាយ…' },
  renewed: { en: 'Renewed until {day}.', km: 'បានបន្តសុពលភាពត្រឹម{day}។' },
  teams: { en: 'Teams', km: 'ក្រុម' },
  people: { en: 'People', km: 'មនុស្ស' },
  suspended: { en: 'Suspended', km: 'ត្រូវបានផ្អាក' },
  publisher: { en: 'Publisher', km: 'អ្នកផ្សព្វផ្សាយ' },
  teamMembers: { en: '{count} members', km: 'សមាជិក {count} នាក់' },
});
