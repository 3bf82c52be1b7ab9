import { createHash } from 'node:crypto';
import { openCase } from '@romduol/web/desk/open-case';
import { append } from '@romduol/web/desk/record-entry';
import { Decrypter, generateIdentity } from 'age-encryption';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainKinds } from '../../database/fresh.ts';
import { query } from '../../database/query.ts';
import { outcomeOf } from '../fresh-cohort.ts';
import { type TalkFiles, openTalkFiles } from '../talk-files.ts';
import { type HandOver, prepareHandOver } from './hand-over.ts';

/** Opens a file with a key, as its recipient does with a program that knows nothing of us. */
async function unlock(sealed: Uint8Array, identity: string): Promise<Record<string, Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return unzipSync(await decrypter.decrypt(sealed));
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

describe.each(mainKinds)('handing a whole case over, on %s', (kind) => {
  let talk: TalkFiles;
  let given: HandOver;
  beforeAll(async () => {
    talk = await openTalkFiles(kind);
    given = await prepareHandOver(talk);
  });
  afterAll(() => talk.fresh.close());
  const acts = async (): Promise<string[]> =>
    (await query(talk.fresh.database.db)<{ act: string }>`select act from audit_log order by number`).map(
      ({ act }) => act,
    );

  test('nothing is made before a supervisor who did not ask has approved it', async () => {
    const { caseworker, supervisor } = given;
    const id = await given.ask(caseworker);
    await expect(given.make(caseworker, id)).rejects.toMatchObject({ code: 'illegal_entry', reason: 'not_approved' });
    await expect(given.approve(caseworker, id)).rejects.toMatchObject({ reason: 'needs_supervisor' });
    const own = await given.ask(supervisor);
    await expect(given.approve(supervisor, own)).rejects.toMatchObject({ reason: 'own_request' });
    expect(await acts()).not.toContain('case_bundled');
  });

  test('the file opens with the named key alone and holds the case as it was verified', async () => {
    const { caseworker, supervisor, caseId, note, sound } = given;
    const id = await given.ask(caseworker);
    await given.approve(supervisor, id);
    const before = await openCase(caseworker, caseId);
    const { name, file } = await given.make(caseworker, id);
    expect(name).toMatch(/^case-[0-9a-f]{8}\.zip\.age$/);
    const stranger = await generateIdentity();
    await expect(unlock(file, stranger)).rejects.toThrow(/identit/);
    const contents = await unlock(file, given.identity);
    expect(Object.keys(contents).sort()).toEqual(['case.json', 'files/001-file', 'index-en.html', 'index-km.html']);
    const json = JSON.parse(strFromU8(contents['case.json'] ?? new Uint8Array())) as Record<string, never>;
    expect(json['report']).toMatchObject({
      answers: before.answers,
      contact: before.contact,
      received: before.stored.day,
    });
    expect(json['entries']).toEqual(
      before.entries.map(({ seq, author, keyringVersion, content, hash }) => ({
        seq,
        author: { id: author, handle: author === caseworker.member.id ? 'sok.dara' : 'vann.sopheap' },
        keyringVersion,
        content,
        hash: Buffer.from(hash).toString('hex'),
        applied: true,
      })),
    );
    expect(json['conversation']).toMatchObject([
      { fromReporter: true, text: 'a word more', files: ['files/001-file'] },
    ]);
    const voice = contents['files/001-file'] ?? new Uint8Array();
    expect(Buffer.from(voice).equals(sound)).toBe(true);
    expect(json['files']).toMatchObject([{ type: 'audio/wav', sha256: sha256(sound).toString('hex') }]);
    for (const language of ['en', 'km']) {
      const page = strFromU8(contents[`index-${language}.html`] ?? new Uint8Array());
      expect(page).toContain(note.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
      expect(page).toContain("default-src 'none'");
      expect(page).not.toMatch(/<script|<b>&|src=|href=/);
    }

    // Written down before it was handed over: in the case, by the file's own hash, and in the audit log, once.
    const after = await openCase(supervisor, caseId);
    expect(after.case.bundles.find((one) => one.id === id)?.made).toMatchObject({
      by: caseworker.member.id,
      hash: sha256(file).toString('base64url'),
    });
    expect(after.case.irregular).toEqual([]);
    expect((await acts()).filter((act) => act === 'case_bundled')).toHaveLength(1);
    expect(await outcomeOf(given.make(caseworker, id))).toBe('illegal_entry');
    expect((await acts()).filter((act) => act === 'case_bundled')).toHaveLength(1);
  });

  test('a desk that passes over the approval writes what nobody else takes for one, under its name', async () => {
    const { caseworker, supervisor, caseId } = given;
    const id = await given.ask(caseworker);
    const told = (await acts()).filter((act) => act === 'case_bundled').length;
    const open = await openCase(caseworker, caseId);
    // As its own program would fold the case: for itself it has been approved.
    const bundles = open.case.bundles.map((one) =>
      one.id === id ? { ...one, approved: { by: supervisor.member.id, at: one.requested.at } } : one,
    );
    const made = { kind: 'bundle_made', bundleId: id, hash: 'A'.repeat(43) } as const;
    await append(caseworker, { ...open, case: { ...open.case, bundles } }, made);
    const after = await openCase(supervisor, caseId);
    expect(after.case.irregular).toEqual([{ seq: after.case.seq, author: caseworker.member.id, code: 'not_approved' }]);
    expect(after.case.bundles.find((one) => one.id === id)).toMatchObject({ approved: null, made: null });
    expect((await acts()).filter((act) => act === 'case_bundled')).toHaveLength(told + 1);
  });
});
