/**
 * What a spreadsheet runs as a formula: these signs, their full-width forms, which some take for the same, and whatever
 * stands after white space, control or format characters, which some skip; a tab, CR or LF in front by itself.
 */
const RUNS = /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

export const isRun = (text: string): boolean => RUNS.test(text);

/** The text with an apostrophe before it where a spreadsheet would run it; in every kind of file, so that none differ. */
export function inertText(text: string): string {
  return isRun(text) ? `'${text}` : text;
}
