import type { Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import type { Keyring, Member, Team } from '@romduol/shared/sealing/keyring';
import { readForm } from '@romduol/web/enhance/read-form';
import { expect, test } from 'vitest';

const organisation = 'sample' as OrganisationId;
const team = (id: string, provinces: string[], duty = false): Team => ({
  id: id as TeamId,
  organisation,
  name: { en: id, km: id },
  provinces,
  duty,
});
const idOf = (handle: string): MemberId => {
  const digits = Buffer.from(handle.padEnd(16)).toString('hex').slice(0, 32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as MemberId;
};
const member = (handle: string, teams: string[], more: Partial<Member> = {}): Member => ({
  id: idOf(handle),
  handle,
  organisation,
  teams: teams as TeamId[],
  roles: ['caseworker'],
  publisher: false,
  status: 'active',
  kemId: new Uint8Array(16),
  kemHash: new Uint8Array(32),
  signing: new Uint8Array(32),
  ...more,
});
const keyring: Keyring = {
  version: 1,
  day: '2026-01-01' as Day,
  expires: '2026-04-01' as Day,
  hash: new Uint8Array(32),
  previous: new Uint8Array(32),
  fingerprint: new Uint8Array(32),
  authority: 1,
  administrators: new Map(),
  organisations: [{ id: organisation, name: { en: 'Sample', km: 'គំរូ' } }],
  teams: [team('capital', ['KH-12']), team('coast', ['KH-7']), team('country', [], true)],
  members: [
    member('sophea', ['capital']),
    member('bopha', ['capital', 'country'], { roles: ['supervisor'] }),
    member('gone', ['capital', 'coast'], { status: 'suspended' }),
    member('advocate', ['coast'], { roles: ['advocate'] }),
  ],
  recoveries: new Map(),
  partHashes: new Map(),
};
const read = (fields: [string, unknown][], expired = false) => readForm(fields, { keyring, expired });

test('a report goes to everybody active who reads for the team of its place, else for the duty team', () => {
  const handles = (fields: [string, unknown][]) => {
    const result = read([['narrative', 'words'], ...fields]);
    return result.ok ? [result.team.id, ...result.recipients.map(({ handle }) => handle)] : result.problems;
  };
  expect(handles([['province', 'KH-12']])).toEqual(['capital', 'sophea', 'bopha']);
  expect(handles([['province', 'KH-1']])).toEqual(['country', 'bopha']);
  expect(handles([['province', 'abroad']])).toEqual(['country', 'bopha']);
  expect(handles([])).toEqual(['country', 'bopha']);
  expect(
    handles([
      ['team', 'capital'],
      ['province', 'KH-1'],
    ]),
  ).toEqual(['capital', 'sophea', 'bopha']);
  expect(
    handles([
      ['team', 'any'],
      ['province', 'KH-12'],
    ]),
  ).toEqual(['capital', 'sophea', 'bopha']);
});

test('a team in which nobody can read is refused, chosen by name or by place', () => {
  const refused = { ok: false, problems: [{ question: 'team', code: 'unknown_team' }] };
  expect(
    read([
      ['narrative', 'words'],
      ['team', 'coast'],
    ]),
  ).toEqual(refused);
  expect(
    read([
      ['narrative', 'words'],
      ['province', 'KH-7'],
    ]),
  ).toEqual(refused);
  expect(
    read([
      ['narrative', 'words'],
      ['team', 'elsewhere'],
    ]),
  ).toEqual(refused);
});

test('no team of an organisation that takes no reports is found for whoever names none', () => {
  const fields = (closed: string): [string, string][] => [
    ['narrative', 'words'],
    ['province', 'KH-12'],
    ['closed', closed],
  ];
  expect(read(fields('one another')).ok).toBe(true);
  expect(read(fields(`one ${organisation}`))).toEqual({
    ok: false,
    problems: [{ question: 'team', code: 'unknown_team' }],
  });
});

test('an expired keyring asks for the choice, beside whatever else there is to mend', () => {
  const unchecked = { question: 'unchecked', code: 'keyring_unchecked' };
  expect(read([['narrative', 'words']], true)).toEqual({ ok: false, problems: [unchecked] });
  expect(read([], true)).toEqual({ ok: false, problems: [{ question: 'narrative', code: 'nothing_told' }, unchecked] });
  expect(
    read(
      [
        ['narrative', 'words'],
        ['unchecked', 'yes'],
      ],
      true,
    ).ok,
  ).toBe(true);
  expect(read([['narrative', 'words']]).ok).toBe(true);
});

test('a file in the place of an answer is a problem of that answer', () => {
  expect(
    read([
      ['narrative', undefined],
      ['categories', 'other'],
    ]),
  ).toEqual({
    ok: false,
    problems: [{ question: 'narrative', code: 'not_text' }],
  });
});

test('whoever is struck off is no recipient, and stays named in the report', () => {
  const strike = (...handles: string[]) =>
    read([
      ['narrative', 'words'],
      ['province', 'KH-12'],
      ...handles.map((handle): [string, string] => ['strike_off', idOf(handle)]),
    ]);
  expect(strike('sophea')).toMatchObject({
    ok: true,
    recipients: [{ handle: 'bopha' }],
    answers: { strike_off: [idOf('sophea')] },
  });
  // Somebody who has left since the page was opened stays named: they might come back.
  expect(strike('gone', 'sophea')).toMatchObject({ ok: true, answers: { strike_off: [idOf('gone'), idOf('sophea')] } });
  expect(strike('sophea', 'bopha')).toEqual({
    ok: false,
    problems: [{ question: 'strike_off', code: 'nobody_left' }],
  });
  expect(
    read([
      ['narrative', 'words'],
      ['strike_off', 'everybody'],
    ]),
  ).toEqual({ ok: false, problems: [{ question: 'strike_off', code: 'unknown_choice' }] });
});

test('a second word is read apart from the answers, and blank means none', () => {
  const word = (second: unknown) => {
    const result = read([
      ['narrative', 'words'],
      ['second_word', second],
    ]);
    return result.ok ? result.secondWord : result.problems;
  };
  expect(word(' ផ្កា​')).toBe(' ផ្កា​');
  expect(word(' \u200b ')).toBeNull();
  expect(word(new Blob())).toBeNull();
  expect(word('ក'.repeat(200))).toBe('ក'.repeat(200));
  expect(word('ក'.repeat(201))).toEqual([{ question: 'second_word', code: 'too_long', max: 200 }]);
  const result = read([
    ['narrative', 'words'],
    ['second_word', 'a word nobody should read'],
  ]);
  expect(JSON.stringify(result.ok && [result.answers, result.contact])).not.toContain('nobody');
});
