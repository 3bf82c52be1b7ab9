import type { Day, Quarter } from '../ids.ts';
import type { Language, Words } from './language.ts';
import { writeDigits } from './numerals.ts';

// Days are reckoned by their number since 1970-01-01, without the Date object: it would read a day in the zone of
// whatever machine it runs on. Years are Gregorian in both languages.

/** Cambodia keeps UTC+7 all year round and has no summer time. */
const ZONE_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(day: Day): Parts {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

/** Days since 1970-01-01 of a Gregorian date. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
function numberOf({ year, month, day }: Parts): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `numberOf`, as a day string. */
function dayOfNumber(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf({ year, month, day });
}

function dayOf({ year, month, day }: Parts): Day {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

/** The day in Cambodia at an instant given in milliseconds since 1970 UTC (what a clock gives). */
export function dayAt(epochMs: number): Day {
  return dayOfNumber(Math.floor((epochMs + ZONE_OFFSET_MS) / DAY_MS));
}

/** The day in Cambodia of an ISO instant in UTC. */
export function dayOfInstant(instant: string): Day {
  return dayAt(Date.parse(instant));
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOf(partsOf(day)) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(partsOf(to)) - numberOf(partsOf(from));
}

export function quarterOf(day: Day): Quarter {
  const { year, month } = partsOf(day);
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}` as Quarter;
}

/** The quarter `count` after this one; before it when negative. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count;
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(index % 4) + 1}` as Quarter;
}

export function nextQuarter(quarter: Quarter): Quarter {
  return addQuarters(quarter, 1);
}

export function previousQuarter(quarter: Quarter): Quarter {
  return addQuarters(quarter, -1);
}

/** First and last day of a quarter. */
export function quarterRange(quarter: Quarter): { readonly first: Day; readonly last: Day } {
  return { first: firstDay(quarter), last: addDays(firstDay(nextQuarter(quarter)), -1) };
}

function firstDay(quarter: Quarter): Day {
  return dayOf({ year: Number(quarter.slice(0, 4)), month: Number(quarter.slice(6)) * 3 - 2, day: 1 });
}

const MONTHS: readonly Words[] = [
  { en: 'January', km: 'មករា' },
  { en: 'February', km: 'កុម្ភៈ' },
  { en: 'March', km: 'មីនា' },
  { en: 'April', km: 'មេសា' },
  { en: 'May', km: 'ឧសភា' },
  { en: 'June', km: 'មិថុនា' },
  { en: 'July', km: 'កក្កដា' },
  { en: 'August', km: 'សីហា' },
  { en: 'September', km: 'កញ្ញា' },
  { en: 'October', km: 'តុលា' },
  { en: 'November', km: 'វិច្ឆិកា' },
  { en: 'December', km: 'ធ្នូ' },
];

function monthName(month: number, language: Language): string {
  return MONTHS[month - 1]?.[language] ?? String(month);
}

/** "5 January 2026"; "ថ្ងៃទី៥ ខែមករា ឆ្នាំ២០២៦". */
export function formatDay(day: Day, language: Language): string {
  const { year, month, day: date } = partsOf(day);
  const name = monthName(month, language);
  return language === 'en'
    ? `${date} ${name} ${year}`
    : `ថ្ងៃទី${writeDigits(String(date), 'km')} ខែ${name} ឆ្នាំ${writeDigits(String(year), 'km')}`;
}

/** An ISO instant in UTC as day and time in Cambodia: "5 January 2026, 14:05". */
export function formatInstant(instant: string, language: Language): string {
  const local = new Date(Date.parse(instant) + ZONE_OFFSET_MS).toISOString();
  const day = formatDay(local.slice(0, 10) as Day, language);
  return language === 'en' ? `${day}, ${local.slice(11, 16)}` : `${day} ម៉ោង ${writeDigits(local.slice(11, 16), 'km')}`;
}

/** "January to March 2026"; "ត្រីមាសទី១ ឆ្នាំ២០២៦ (មករា ដល់ មីនា)". */
export function formatQuarter(quarter: Quarter, language: Language): string {
  const { first, last } = quarterRange(quarter);
  const from = monthName(partsOf(first).month, language);
  const to = monthName(partsOf(last).month, language);
  const year = writeDigits(quarter.slice(0, 4), language);
  return language === 'en'
    ? `${from} to ${to} ${year}`
    : `ត្រីមាសទី${writeDigits(quarter.slice(6), 'km')} ឆ្នាំ${year} (${from} ដល់ ${to})`;
}
