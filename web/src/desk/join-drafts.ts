/** A form's fields as they were kept; anything else has no words in it that could be told apart. */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words rather than a code, a day or an id: what can stand under other words in the same field. */
const isProse = (text: string): boolean => /[^\w.:+@/-]/.test(text);

function joinTexts(newer: string, older: string): string {
  if (newer.includes(older.trim())) return newer;
  if (older.includes(newer.trim())) return older;
  return isProse(newer) || isProse(older) ? `${older}\n\n${newer}` : newer;
}

/**
 * One form as it was left on two devices that did not know of each other. The newer counts; words of the older that are not in
 * it stand above them in the same field. `whole`: nothing of the older is missing, so that it need not be kept.
 */
export function joinTyped(newer: unknown, older: unknown): { readonly value: unknown; readonly whole: boolean } {
  if (!isFields(newer) || !isFields(older)) return { value: newer, whole: true };
  const value: Record<string, unknown> = { ...newer };
  let whole = true;
  for (const [field, before] of Object.entries(older)) {
    if (typeof before !== 'string' || before.trim() === '') continue;
    const now = value[field] ?? '';
    // Another kind of field by now: its words are for whoever looks at the older one.
    const joined = typeof now === 'string' ? joinTexts(now, before) : now;
    value[field] = joined;
    whole &&= typeof joined === 'string' && joined.includes(before.trim());
  }
  return { value, whole };
}
