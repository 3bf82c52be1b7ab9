import { defineMessages } from '@romduol/shared/language/language';

/** Signing in, locking, unlocking. */
export const sessionWords = defineMessages({
  signIn: { en: 'Sign in', km: 'ចូលប្រើ' },
  handle: { en: 'Your handle', km: 'ឈ្មោះសម្គាល់របស់អ្នក' },
  handleHint: {
    en: 'The name you have here; not your real one.',
    km: 'ឈ្មោះដែលអ្នកប្រើនៅទីនេះ មិនមែនឈ្មោះពិតទេ។',
  },
  passphrase: { en: 'Your passphrase', km: 'ឃ្លាសម្ងាត់របស់អ្នក' },
  passphraseHint: {
    en: 'Six words. They never leave this device.',
    km: 'មានប្រាំមួយពាក្យ។ វាមិនចេញពីឧបករណ៍នេះទេ។',
  },
  show: { en: 'Show what I type', km: 'បង្ហាញអ្វីដែលខ្ញុំវាយ' },
  handleMissing: { en: 'Please write your handle.', km: 'សូមសរសេរឈ្មោះសម្គាល់របស់អ្នក។' },
  handleWrong: {
    en: 'A handle has small Latin letters, digits, dots or dashes.',
    km: 'ឈ្មោះសម្គាល់មានតែអក្សរឡាតាំងតូច លេខ ចុច ឬសហសញ្ញា។',
  },
  passphraseMissing: { en: 'Please write your passphrase.', km: 'សូមសរសេរឃ្លាសម្ងាត់របស់អ្នក។' },
  working: {
    en: 'Working out your key on this device. This takes a few seconds, longer on a phone.',
    km: 'កំពុងគណនាសោរបស់អ្នកនៅលើឧបករណ៍នេះ។ វាចំណាយពេលពីរបីវិនាទី ហើយយូរជាងនេះនៅលើទូរស័ព្ទ។',
  },
  locked: { en: 'Locked', km: 'បានចាក់សោ' },
  lockedAsked: {
    en: 'Nothing of your work stands open on this device.',
    km: 'គ្មានការងាររបស់អ្នកណាមួយបើកនៅលើឧបករណ៍នេះទេ។',
  },
  lockedIdle: {
    en: 'Nobody used it for five minutes, so it locked itself. Nothing of your work stands open on this device.',
    km: 'គ្មានអ្នកប្រើអស់ប្រាំនាទី ដូច្នេះវាបានចាក់សោដោយខ្លួនឯង។ គ្មានការងាររបស់អ្នកណាមួយបើកនៅលើឧបករណ៍នេះទេ។',
  },
  lockedHidden: {
    en: 'It was out of sight for two minutes, so it locked itself. Nothing of your work stands open on this device.',
    km: 'វាមិននៅលើអេក្រង់អស់ពីរនាទី ដូច្នេះវាបានចាក់សោដោយខ្លួនឯង។ គ្មានការងាររបស់អ្នកណាមួយបើកនៅលើឧបករណ៍នេះទេ។',
  },
  lockedFailed: {
    en: 'Something broke down on this device, so it locked itself. What was recorded is safe.',
    km: 'មានបញ្ហានៅលើឧបករណ៍នេះ ដូច្នេះវាបានចាក់សោដោយខ្លួនឯង។ អ្វីដែលបានកត់ត្រានៅមានសុវត្ថិភាព។',
  },
  unlock: { en: 'Unlock', km: 'ដោះសោ' },
  unlockFor: { en: 'For {handle}', km: 'សម្រាប់ {handle}' },
  someoneElse: { en: 'Someone else signs in', km: 'អ្នកផ្សេងចូលប្រើ' },
});
