import { defineMessages } from './language.ts';

/** A mail lies about on phones and servers: it says nothing of what it is about, nor who sends it. */
export const noticeWords = defineMessages({
  subject: { en: 'Something new', km: 'មានអ្វីថ្មី' },
  text: {
    en: 'There is something new for you. Please look when you are in a safe place.',
    km: 'មានអ្វីថ្មីសម្រាប់អ្នក។ សូមចូលមើល ពេលអ្នកនៅកន្លែងមានសុវត្ថិភាព។',
  },
});
