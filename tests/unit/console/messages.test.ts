import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '@romduol/shared/api/contract';
import { refusalWords } from '@romduol/shared/casework/words';
import { LANGUAGES, type Words } from '@romduol/shared/language/language';
import { Refusal } from '@romduol/web/console/desk-line';
import { sayCode, sayRefusal } from '@romduol/web/console/messages/refusals';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../web/src/console/messages');
const KHMER = /[\u1780-\u17ff]/;
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && LANGUAGES.every((l) => typeof (value as Words)[l] === 'string');
}

async function allMessages(): Promise<[string, Words][]> {
  const files = readdirSync(FOLDER);
  const catalogues = await Promise.all(
    files.map(async (file) => Object.entries((await import(join(FOLDER, file))) as Record<string, unknown>)),
  );
  return catalogues
    .flat()
    .flatMap(([name, catalogue]) =>
      Object.entries(catalogue as Record<string, unknown>).flatMap(([key, words]): [string, Words][] =>
        isWords(words) ? [[`${name}.${key}`, words]] : [],
      ),
    );
}

const LATIN_ONLY = new Set(['shellWords.language']);

/** Names of the messages in which something does not hold. */
async function wrongIn(holds: (words: Words, name: string) => boolean): Promise<string[]> {
  return (await allMessages()).filter(([name, words]) => !holds(words, name)).map(([name]) => name);
}

describe('the words of the console', () => {
  it('say everything in both languages, with the same places', async () => {
    expect((await allMessages()).length).toBeGreaterThan(300);
    expect(await wrongIn(({ en }) => en.trim() !== '' && !KHMER.test(en))).toEqual([]);
    expect(await wrongIn(({ km }, name) => KHMER.test(km) || LATIN_ONLY.has(name) || /^[{}\w]+$/.test(km))).toEqual([]);
    expect(await wrongIn(({ en, km }) => String(places(en)) === String(places(km)))).toEqual([]);
  });

  it('leave no Khmer sentence to end in a Latin full stop', async () => {
    expect(await wrongIn(({ km }) => !/[\u1780-\u17ff]\s*\.$/.test(km))).toEqual([]);
  });
});

const DESK_CODES =
  'not_a_member suspended not_permitted illegal_entry no_key not_ripe too_few_records already_released not_the_same_bytes ' +
  'own_signature no_directory_key no_statistics_key content_refused unreachable answer_malformed desk_ended desk_failed unknown_act ' +
  'unexpected wrong_passphrase';
const SEALING_CODES =
  'damaged commit_mismatch bad_signature weak_parameters out_of_memory keyring_expired keyring_rolled_back wrong_root ' +
  'chain_broken keys_differ';

describe('the words for a refusal', () => {
  const codes = [...Object.keys(ERROR_CODES), ...DESK_CODES.split(' '), ...SEALING_CODES.split(' ')];
  it.each(codes)('%s is said in both languages', (code) => {
    const en = sayCode(code, 'en');
    expect(en).toMatch(/^[A-Z].*[.?]$|\.$/);
    expect(en).not.toMatch(/^Something went wrong \(/);
    expect(sayCode(code, 'km')).toMatch(KHMER);
  });

  it.each(Object.keys(refusalWords))('%s is said for the entry it refuses', (reason) => {
    const words = refusalWords[reason as keyof typeof refusalWords];
    expect(sayRefusal(new Refusal('illegal_entry', reason), 'en')).toBe(words.en);
  });

  it('shows a code it does not know, and never a message', () => {
    expect(sayRefusal(new Refusal('eaten_by_a_goat'), 'en')).toContain('eaten_by_a_goat');
    expect(sayRefusal(new Error('what somebody typed'), 'en')).not.toContain('typed');
  });
});
