import type { Day } from '@romduol/shared/ids';
import { fromUtf8, utf8 } from '@romduol/shared/sealing/bytes';
import { readHelpNumbers } from '@romduol/shared/site/help-numbers';
import { NUMBERS_ITEM, textItem } from '@romduol/shared/site/items';
import {
  beginNumbers,
  changeRow,
  emptyRow,
  problemsOf,
  readNumbers,
  saysOther,
  verifierOf,
} from '@romduol/web/console/administration/numbers-draft';
import { beginText, editionsToSign, overtakenIn, problemOf } from '@romduol/web/console/administration/site-text-draft';
import type { SiteEditionView } from '@romduol/web/desk/site-view';
import { SAMPLE_HELP_NUMBERS } from '@romduol/web/pages/help-numbers';
import { BUILT_IN } from '@romduol/web/pages/texts/built-in';
import { describe, expect, it } from 'vitest';
import { BLANK_EDITION } from './blank-edition.ts';

const DAY = '2026-05-11' as Day;

const edition = (change: Partial<SiteEditionView>): SiteEditionView => ({
  ...BLANK_EDITION,
  item: textItem('rights'),
  language: 'km',
  type: 'text/markdown',
  length: 1,
  day: DAY,
  author: 'dara',
  ...change,
});

describe('a text being written', () => {
  it('begins with what the page shows', () => {
    const draft = beginText([edition({ text: 'ខ្មែរ', number: 4 })], 'rights');
    expect(draft).toEqual({ en: BUILT_IN.rights.en, km: 'ខ្មែរ', seen: { en: 0, km: 4 } });
  });

  it('signs only the languages that say something else, after the newest edition', () => {
    const editions = [edition({ text: 'ខ្មែរ', number: 4 })];
    const draft = beginText(editions, 'rights');
    expect(editionsToSign(draft, editions, 'rights')).toEqual([]);
    expect(editionsToSign({ ...draft, km: ' ថ្មី\n' }, editions, 'rights')).toEqual([
      { item: 'text/rights', language: 'km', after: 4, content: utf8('ថ្មី') },
    ]);
    expect(editionsToSign({ ...draft, en: 'New' }, editions, 'rights')).toMatchObject([{ language: 'en', after: 0 }]);
  });

  it('is taken back when it is emptied, or made the built-in one again', () => {
    const editions = [edition({ text: 'ខ្មែរ', number: 4 })];
    for (const km of ['', '  ', BUILT_IN.rights.km]) {
      const [signed] = editionsToSign({ ...beginText(editions, 'rights'), km }, editions, 'rights');
      expect(fromUtf8(signed?.content ?? utf8('nothing signed'))).toBe('');
    }
  });

  it('is kept when a colleague publishes meanwhile, and says so', () => {
    const draft = { ...beginText([], 'rights'), km: 'របស់ខ្ញុំ' };
    const editions = [edition({ text: 'របស់គាត់', number: 1 })];
    expect(overtakenIn(draft, [], 'rights')).toEqual([]);
    expect(overtakenIn(draft, editions, 'rights')).toEqual(['km']);
    expect(editionsToSign(draft, editions, 'rights')).toMatchObject([{ language: 'km', after: 1 }]);
  });

  it('has its problems named', () => {
    expect([problemOf('a'), problemOf('x'.repeat(24_577)), problemOf('a\u202eb')]).toEqual([null, 'tooLong', 'hidden']);
  });
});

describe('numbers being edited', () => {
  const list = edition({ item: NUMBERS_ITEM, language: '-', number: 2, numbers: SAMPLE_HELP_NUMBERS });

  it('begin with the samples, none confirmed, and say nothing new until something changes', () => {
    const draft = beginNumbers([]);
    expect(draft.rows.map(({ verified }) => verified)).toEqual([null, null, null, null]);
    const content = readNumbers(beginNumbers([list])) ?? new Uint8Array();
    expect(readHelpNumbers(content)).toEqual(SAMPLE_HELP_NUMBERS);
    expect(saysOther(content, [list])).toBe(false);
    expect(saysOther(content, [])).toBe(true);
  });

  it('lose their confirmation with another number, and with nothing else', () => {
    const [row = emptyRow()] = beginNumbers([list]).rows;
    const confirmed = { ...row, verified: DAY };
    expect(changeRow(confirmed, { number: '118' }).verified).toBeNull();
    expect(changeRow(confirmed, { nameEn: 'Other' }).verified).toBe(DAY);
  });

  it('are not signed while one lacks a language, a name or digits', () => {
    expect([...problemsOf(emptyRow())]).toEqual(['number', 'name']);
    const row = { ...emptyRow(), number: '012 345 678', nameEn: 'Friend', nameKm: 'មិត្ត' };
    expect([...problemsOf(row)]).toEqual([]);
    expect([...problemsOf({ ...row, noteEn: 'x' })]).toEqual(['note']);
    expect(readNumbers({ rows: [row, { ...row, hoursKm: 'x' }] })).toBeNull();
    expect(readHelpNumbers(readNumbers({ rows: [row] }) ?? utf8(''))).toMatchObject([
      { number: '012 345 678', note: null },
    ]);
  });

  it('are taken back as a whole when the last is removed', () => {
    expect(readNumbers({ rows: [] })).toEqual(new Uint8Array());
    expect(saysOther(new Uint8Array(), [list])).toBe(true);
  });
});

describe('who confirmed a number', () => {
  const rung = (number: number, author: string, verified: Day | null): SiteEditionView =>
    edition({ item: NUMBERS_ITEM, number, author, numbers: SAMPLE_HELP_NUMBERS.map((one) => ({ ...one, verified })) });

  it('is who first published that day, whoever published it again', () => {
    const later = '2026-06-01' as Day;
    const history = [rung(4, 'rith', later), rung(3, 'dara', DAY), rung(2, 'sophea', DAY), rung(1, 'admin', null)];
    const by = (verified: Day | null): string | null => verifierOf(history, { number: ' 117 ', verified });
    expect([by(DAY), by(later), by(null)]).toEqual(['sophea', 'rith', null]);
    expect(verifierOf(history, { number: '118', verified: '2026-07-01' as Day })).toBeNull();
    expect(verifierOf(history, { number: '999', verified: DAY })).toBeNull();
  });
});
