import type { Level } from '@romduol/shared/casework/triage';
import type { Words } from '@romduol/shared/language/language';

/** A level in one word, for marks in a list; casework has the longer form that says how soon. */
export const levelWords = {
  critical: { en: 'Critical', km: 'បន្ទាន់បំផុត' },
  high: { en: 'High', km: 'ខ្ពស់' },
  medium: { en: 'Medium', km: 'មធ្យម' },
  low: { en: 'Low', km: 'ទាប' },
} as const satisfies Readonly<Record<Level, Words>>;
