import type { Language } from '@romduol/shared/language/language';

/** What a caseworker writes, perhaps with a map of the way to the office, and what comes back, perhaps by voice. */
export type Exchange = {
  readonly team: string;
  readonly map?: true;
  /** Null: nothing yet. */
  readonly reporter: { readonly words: string; readonly voice?: true } | null;
};
export type Talk = readonly Exchange[];

/** Conversations that fit any case; invented like everything here. */
export const TALKS: Readonly<Record<Language, readonly Talk[]>> = {
  en: [
    [
      {
        team: 'Thank you for telling us. We believe you. Is it safe for you to read and write here? You can take your time.',
        reporter: { words: 'Yes, at work in the afternoon. Not at home.' },
      },
      {
        team: 'Then we write only here. If you like, we can meet. The picture shows the way to our office: the red dot.',
        map: true,
        reporter: { words: 'I could come on Thursday after four. Can I bring my friend?' },
      },
    ],
    [
      {
        team: 'We have read what you told us. You decide what happens next; nothing goes to anybody without your word. What would help you most now?',
        reporter: { words: '', voice: true },
      },
      {
        team: 'We have listened to your message. We will ask about a doctor and tell you here by Friday.',
        reporter: null,
      },
    ],
  ],
  km: [
    [
      {
        team: 'អរគុណដែលបានប្រាប់យើង។ យើងជឿអ្នក។ តើការអាន និងសរសេរនៅទីនេះមានសុវត្ថិភាពសម្រាប់អ្នកទេ? អ្នកមិនចាំបាច់ប្រញាប់ទេ។',
        reporter: { words: 'បាទ នៅកន្លែងធ្វើការពេលរសៀល។ នៅផ្ទះមិនបានទេ។' },
      },
      {
        team: 'បើដូច្នេះ យើងសរសេរតែនៅទីនេះប៉ុណ្ណោះ។ បើអ្នកចង់ យើងអាចជួបគ្នា។ រូបនេះបង្ហាញផ្លូវមកការិយាល័យយើង៖ ចំណុចពណ៌ក្រហម។',
        map: true,
        reporter: { words: 'ខ្ញុំអាចមកថ្ងៃព្រហស្បតិ៍ ក្រោយម៉ោងបួន។ ខ្ញុំយកមិត្តមកជាមួយបានទេ?' },
      },
    ],
    [
      {
        team: 'យើងបានអានអ្វីដែលអ្នកប្រាប់។ អ្នកជាអ្នកសម្រេចអ្វីដែលត្រូវធ្វើបន្ទាប់ គ្មានអ្វីត្រូវបានបញ្ជូនទៅនរណា បើអ្នកមិនយល់ព្រម។ ពេលនេះ អ្វីអាចជួយអ្នកបានបំផុត?',
        reporter: { words: '', voice: true },
      },
      {
        team: 'យើងបានស្តាប់សាររបស់អ្នកហើយ។ យើងនឹងសួរអំពីគ្រូពេទ្យ ហើយប្រាប់អ្នកនៅទីនេះ មុនថ្ងៃសុក្រ។',
        reporter: null,
      },
    ],
  ],
};
