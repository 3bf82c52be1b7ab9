import { readFileSync } from 'node:fs';
import * as codes from '@romduol/shared/codebook/codes';
import { CODEBOOK, type ListId } from '@romduol/shared/codebook/index';
import { CODEBOOK_VERSION, type CodeList, codesOf, definitionOf, labelOf } from '@romduol/shared/codebook/code-list';
import { bandOfIdentity } from '@romduol/shared/codebook/identity';
import { bandOfAge } from '@romduol/shared/codebook/person';
import { bandOfPerpetrator, perpetrator } from '@romduol/shared/codebook/perpetrator';
import { codedProvince, province, zoneOfProvince } from '@romduol/shared/codebook/province';
import { bandOfSetting, setting } from '@romduol/shared/codebook/setting';
import { delayOfWhen } from '@romduol/shared/codebook/time';
import { describe, expect, test } from 'vitest';
import { expectBilingual, wordsIn } from '../language/bilingual.ts';

const lists = Object.entries(CODEBOOK) as [ListId, CodeList][];

describe('every list of the codebook', () => {
  test.each(lists)('%s is in English and in Khmer', (id, list) => {
    expect(list.id).toBe(id);
    expect(list.codes.length).toBeGreaterThan(1);
    for (const [where, words] of wordsIn(list, id)) expectBilingual(words, where);
  });

  test.each(lists)('%s has each code once', (_, list) => {
    const all = codesOf(list);
    expect(new Set(all).size).toBe(all.length);
    for (const code of all) expect(code).toMatch(/^([a-z][a-z0-9_]*|KH-\d{1,2}|PL|TS|CO|MT)$/);
  });

  test('labels of a list are told apart in both languages', () => {
    for (const [id, list] of lists) {
      for (const language of ['en', 'km'] as const) {
        const labels = list.codes.map((code) => code[language]);
        expect(new Set(labels).size, `${id} ${language}`).toBe(labels.length);
      }
    }
  });
});

test('the codes of a version never change: another code needs another version', () => {
  expect(CODEBOOK_VERSION).toBe(1);
  const now = Object.fromEntries(lists.map(([id, list]) => [id, codesOf(list)]));
  const kept: unknown = JSON.parse(readFileSync(new URL('codes-of-version-1.json', import.meta.url), 'utf8'));
  expect(now).toEqual(kept);
});

test.each(['incident_type', 'form', 'domain'] as const)('coders have a definition of each code of %s', (id) => {
  for (const { code } of CODEBOOK[id].codes) {
    for (const language of ['en', 'km'] as const) expect(definitionOf(CODEBOOK[id], code, language)).toMatch(/[.។]$/);
  }
});

test('lists that the report page checks by are the labelled lists, in the same order', () => {
  expect(codesOf(CODEBOOK.safe_now)).toEqual(codes.SAFE_NOW);
  expect(codesOf(CODEBOOK.reporting_for)).toEqual(codes.REPORTING_FOR);
  expect(codesOf(CODEBOOK.category)).toEqual(codes.CATEGORY);
  expect(codesOf(CODEBOOK.when_band)).toEqual(codes.WHEN_BAND);
  expect(codesOf(CODEBOOK.province_answer)).toEqual(codes.PROVINCE_ANSWER);
  expect(codesOf(CODEBOOK.setting)).toEqual(codes.SETTING);
  expect(codesOf(CODEBOOK.perpetrator)).toEqual(codes.PERPETRATOR);
  expect(codesOf(CODEBOOK.ground)).toEqual(codes.GROUND);
  expect(codesOf(CODEBOOK.identity_band)).toEqual(codes.IDENTITY_BAND);
  expect(codesOf(CODEBOOK.identity_answer)).toEqual(codes.IDENTITY_ANSWER);
  expect(codesOf(CODEBOOK.age_answer)).toEqual(codes.AGE_ANSWER);
  expect(codesOf(CODEBOOK.disability)).toEqual(codes.DISABILITY);
  expect(codesOf(CODEBOOK.told)).toEqual(codes.TOLD);
  expect(codesOf(CODEBOOK.response)).toEqual(codes.RESPONSE);
  expect(codesOf(CODEBOOK.sector)).toEqual(codes.SECTOR);
  expect(codesOf(CODEBOOK.need)).toEqual(codes.NEED);
  expect(codesOf(CODEBOOK.access_language)).toEqual(codes.ACCESS_LANGUAGE);
  expect(codesOf(CODEBOOK.contact_mode)).toEqual(codes.CONTACT_MODE);
  expect(codesOf(CODEBOOK.yes_no)).toEqual(codes.YES_NO);
});

test('an unknown code is shown as it is', () => {
  expect(labelOf(CODEBOOK.setting, 'home_own', 'km')).toBe('ផ្ទះខ្លួនឯង');
  expect(labelOf(CODEBOOK.setting, 'moon', 'km')).toBe('moon');
});

describe('bands', () => {
  test('every perpetrator and every setting falls to a band, and every band is used', () => {
    expect(new Set(codesOf(perpetrator).map(bandOfPerpetrator))).toEqual(new Set(codesOf(CODEBOOK.perpetrator_band)));
    expect(new Set(codesOf(setting).map(bandOfSetting))).toEqual(new Set(codesOf(CODEBOOK.setting_band)));
    expect(bandOfPerpetrator('unk')).toBe('other');
  });

  test('the zones hold their provinces', () => {
    const inZone = (zone: string): string[] => codesOf(province).filter((code) => zoneOfProvince(code) === zone);
    expect(inZone('PL')).toEqual(['KH-3', 'KH-8', 'KH-12', 'KH-14', 'KH-20', 'KH-21', 'KH-25']);
    expect(inZone('CO')).toEqual(['KH-7', 'KH-9', 'KH-18', 'KH-23']);
    expect(inZone('MT')).toEqual(['KH-5', 'KH-10', 'KH-11', 'KH-13', 'KH-16', 'KH-19']);
    expect(inZone('TS')).toEqual(['KH-1', 'KH-2', 'KH-4', 'KH-6', 'KH-15', 'KH-17', 'KH-22', 'KH-24']);
    expect(inZone('other_unk')).toEqual(['abroad', 'unk']);
    expect(zoneOfProvince(undefined)).toBe('other_unk');
    expect(codedProvince('pns')).toBe('unk');
    expect(codedProvince('KH-12')).toBe('KH-12');
  });

  test('ages are banded as they are published', () => {
    expect(codes.AGE_ANSWER.map(bandOfAge)).toEqual(['u18', 'u18', 'a18_24', 'a25_34', 'a35p', 'a35p', 'unk']);
    expect(bandOfAge(undefined)).toBe('unk');
  });

  test('a person’s own words come before whom they love, and any word before none', () => {
    expect(bandOfIdentity(['lbq_woman', 'trans_woman'])).toBe('trans_woman');
    expect(bandOfIdentity(['trans_man', 'trans_woman'])).toBe('trans_unspecified');
    expect(bandOfIdentity(['straight', 'trans_man'])).toBe('trans_man');
    expect(bandOfIdentity(['straight'])).toBe('straight_cis');
    expect(bandOfIdentity(['other'])).toBe('nonbinary_other');
    expect(bandOfIdentity([])).toBe('unk');
  });

  test('a delay that spans two bands is left to a person', () => {
    expect(codes.WHEN_BAND.map(delayOfWhen)).toEqual(['d0_3', null, null, 'm1_3', 'm3p', 'm3p', 'd0_3', 'unk']);
  });
});
