import type { Language } from './language.ts';

/** U+17E0, the Khmer digit nought; the other nine follow it in order. */
const KHMER_ZERO = 0x17e0;

export function toKhmerDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}

/** Khmer digits to 0–9; everything else is left as it is. */
export function fromKhmerDigits(text: string): string {
  return text.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - KHMER_ZERO));
}

/** Digits in the language's own script, as they stand: for dates and codes, where nothing is grouped. */
export function writeDigits(text: string, language: Language): string {
  return language === 'km' ? toKhmerDigits(text) : text;
}

/**
 * A number for reading. English groups by comma and marks the fraction by a point; Khmer the other way about, in Khmer
 * digits (CLDR, locale km). Written by hand because a browser without Khmer locale data would give English back.
 */
export function formatNumber(value: number, language: Language): string {
  if (!Number.isFinite(value)) return String(value);
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const group = language === 'km' ? '.' : ',';
  const point = language === 'km' ? ',' : '.';
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const text = `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
  return writeDigits(text, language);
}
