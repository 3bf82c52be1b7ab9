import { Reference } from '@romduol/shared/api/acknowledgements';
import { letterAsText, writeLetter } from '@romduol/shared/casework/letter';
import { makePacket, prepareSending } from '@romduol/shared/casework/packet';
import { codesOf, labelOf } from '@romduol/shared/codebook/code-list';
import { CODEBOOK, type ListId } from '@romduol/shared/codebook/index';
import { type PacketItem, packetItem } from '@romduol/shared/codebook/referral-lists';
import type { Words } from '@romduol/shared/language/language';
import { LANGUAGES } from '@romduol/shared/language/language';
import { addDays } from '@romduol/shared/language/dates';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { codeCheck, drawLetterCode, readLetterCode, spellCode } from '@romduol/shared/sealing/letter-code';
import { sealFile } from '@romduol/web/desk/seal-file';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONTACT, RECEIVED, SAID, apply, consent, member, offer, openCase, referralId, taskId } from './sample-case.ts';

beforeAll(async () => useSodium(await loadSumoSodium()));

const today = addDays(RECEIVED, 3);
/** What stands for each item on paper, in either language. */
const label = (list: ListId, code: string): Words => ({
  en: labelOf(CODEBOOK[list], code, 'en'),
  km: labelOf(CODEBOOK[list], code, 'km'),
});
const ON_PAPER: Readonly<Record<PacketItem, readonly (string | Words)[]>> = {
  reason: ['canary-reason'],
  needs: [label('need', 'livelihood')],
  access: [label('access_language', 'cham')],
  age: [label('age_answer', 'a50p')],
  categories: [label('category', 'official_abuse')],
  when_where: [label('when_band', 'm3_12'), label('province_answer', 'KH-23'), label('setting', 'detention')],
  perpetrators: [label('perpetrator', 'military')],
  narrative: ['canary-narrative'],
  identity: ['canary-identity', label('identity_answer', 'intersex')],
  disability: [label('disability', 'yes')],
  contact: ['canary-number', 'canary-hour', label('contact_mode', 'signal')],
};
/** Words of the case that no consent to a packet's items can let out. */
const NEVER = ['canary-note', 'canary-plan', 'canary-handle', 'canary-task', 'canary-conflict'];

const letterOf = (items: PacketItem[]) => {
  const facts = apply(openCase(SAID), [
    { kind: 'note', text: 'canary-note' },
    { kind: 'task_set', task: { id: taskId(1), kind: 'other', text: 'canary-task', due: today } },
    { kind: 'conflict_declared', about: { who: 'member', member: member(9) }, reason: 'canary-conflict' },
    offer(1, { reason: 'canary-reason', sector: 'legal' }),
    consent(1, { items, purpose: 'to be advised' }),
  ]);
  const ready = prepareSending(facts, referralId(1), { today, isSupervisor: false });
  if (!ready.ok) throw new Error(ready.code);
  const packet = makePacket(ready.sendable, facts, CONTACT);
  const { reference, code } = drawLetterCode();
  const sender = { en: 'Sample organisation', km: 'អង្គការគំរូ' };
  const link = { address: 'https://example.org/en/ack', code };
  return { packet, sender, today, due: addDays(today, 3), reference, link };
};
const isIn = (text: string, language: 'en' | 'km') => (one: string | Words) =>
  text.includes(typeof one === 'string' ? one : one[language]);

describe('a letter', () => {
  test('holds every item that was agreed to, in both languages, and no other word of the case', () => {
    fc.assert(
      fc.property(fc.subarray(codesOf(packetItem), { minLength: 1 }), (items) => {
        const facts = letterOf(items);
        for (const language of LANGUAGES) {
          for (const form of ['letter', 'call'] as const) {
            const text = letterAsText(writeLetter(facts, form, language), language);
            const missing = items.flatMap((item) => ON_PAPER[item]).filter((one) => !isIn(text, language)(one));
            expect(missing).toEqual([]);
            // Short labels may stand in the letter's own words.
            const bare = writeLetter({ ...facts, packet: { ...facts.packet, items: [], lines: [] } }, form, language);
            const isOwn = isIn(letterAsText(bare, language), language);
            const kept = codesOf(packetItem)
              .filter((item) => !items.includes(item))
              .flatMap((item) => ON_PAPER[item]);
            expect(kept.filter(isOwn).length, 'labels that prove nothing').toBeLessThan(3);
            expect([...kept, ...NEVER].filter((one) => !isOwn(one) && isIn(text, language)(one))).toEqual([]);
            expect(text).not.toContain(referralId(1));
            expect(text).toContain(spellCode(facts.reference));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('says where nothing was said, and carries the sheet with the person’s rights', () => {
    const facts = letterOf(['age']);
    const text = letterAsText(writeLetter({ ...facts, packet: { ...facts.packet, lines: [] } }, 'letter', 'en'), 'en');
    expect(text).toContain('nothing was said of this');
    expect(text).toContain('article 31');
    expect(text).toContain(spellCode(facts.reference + facts.link.code));
    expect(letterAsText(writeLetter(facts, 'call', 'en'), 'en')).not.toContain(facts.link.code);
  });

  test('goes into a file that its recipient’s key opens, or its passphrase, and whose bytes say nothing', async () => {
    const text = letterAsText(writeLetter(letterOf(codesOf(packetItem)), 'letter', 'km'), 'km');
    const identity = await generateIdentity();
    const forKey = await sealFile(text, await identityToRecipient(identity));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(forKey.file, 'text')).toBe(text);
    expect(forKey.passphrase).toBeNull();
    const forWords = await sealFile(text, null);
    const withWords = new Decrypter();
    withWords.addPassphrase(forWords.passphrase ?? '');
    expect(await withWords.decrypt(forWords.file, 'text')).toBe(text);
    expect(forWords.passphrase).toMatch(/^([a-z-]+ ){5}[a-z-]+$/);
    for (const { file } of [forKey, forWords]) {
      const bytes = Buffer.from(file);
      expect(['canary', 'មុខរបរ', forWords.passphrase ?? ''].filter((one) => bytes.includes(one))).toEqual([]);
    }
    await expect(sealFile(text, 'age1nokey')).rejects.toThrow('not_a_key');
  });
});

describe('the code of a letter', () => {
  test('is read back however it is grouped, and with the letters that are read as others', () => {
    for (let n = 0; n < 200; n += 1) {
      const { reference, code } = drawLetterCode();
      const spelt = spellCode(reference + code);
      expect(spelt).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
      for (const typed of [
        spelt,
        spelt.toLowerCase(),
        ` ${spelt.replaceAll('-', ' ')}`,
        spelt.replaceAll('0', 'o').replaceAll('1', 'l'),
      ])
        expect(readLetterCode(typed)).toEqual({ reference, code });
    }
    for (const typed of ['', 'ABCD', `${'A'.repeat(24)}B`, 'U'.repeat(24)]) expect(readLetterCode(typed)).toBeNull();
  });

  test('is bound to its reference', () => {
    const [one, other] = ['ABCDEFGH', 'ABCDEFGJ'].map((text) => codeCheck(Reference.parse(text), 'A'.repeat(16)));
    expect(sodium().equal(one as Uint8Array, other as Uint8Array)).toBe(false);
  });
});
