import { defineMessages } from '@romduol/shared/language/language';

/** A member's own account. */
export const accountWords = defineMessages({
  title: { en: 'Your account', km: 'គណនីរបស់អ្នក' },
  passphrase: { en: 'Passphrase', km: 'ឃ្លាសម្ងាត់' },
  present: { en: 'Your passphrase as it is now', km: 'ឃ្លាសម្ងាត់បច្ចុប្បន្នរបស់អ្នក' },
  change: { en: 'Change the passphrase', km: 'ប្តូរឃ្លាសម្ងាត់' },
  changed: {
    en: 'Changed. Wherever else you were signed in, you are no longer.',
    km: 'បានប្តូរ។ កន្លែងផ្សេងដែលអ្នកបានចូលប្រើ ត្រូវបានបិទហើយ។',
  },
  card: { en: 'Recovery card', km: 'ប័ណ្ណស្តារ' },
  cardText: {
    en: 'Twenty-four words on paper with which you come in again when you forgot your passphrase. Whoever has them and your second proof is you: keep them locked away, not with your passphrase.',
    km: 'ពាក្យ ២៤ លើក្រដាស ដែលអាចឱ្យអ្នកចូលវិញពេលភ្លេចឃ្លាសម្ងាត់។ អ្នកណាមានពាក្យទាំងនេះ និងភស្តុតាងទីពីររបស់អ្នក គឺដូចជាអ្នក។ សូមចាក់សោទុក កុំទុកជាមួយឃ្លាសម្ងាត់។',
  },
  showCard: { en: 'Show the card', km: 'បង្ហាញប័ណ្ណ' },
  cardFor: { en: 'Recovery card of {handle}', km: 'ប័ណ្ណស្តាររបស់ {handle}' },
  print: { en: 'Print', km: 'បោះពុម្ព' },
  hide: { en: 'Hide', km: 'លាក់' },
});
