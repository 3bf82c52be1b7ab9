import { listCardUses, listLostCases, readLostCase } from '@romduol/shared/api/recovery';
import { isExcluded } from '@romduol/shared/casework/readers';
import type { CaseId, Day, MemberId } from '@romduol/shared/ids';
import { identityFromSeed, newIdentitySeed, type Identity } from '@romduol/shared/sealing/identity';
import type { RecoveryToSign } from '@romduol/shared/sealing/keyring-signing';
import { readRecoveryWords, recoveryWords } from '@romduol/shared/sealing/recovery';
import { SealingError } from '@romduol/shared/sealing/errors';
import { keyId, unwrapKey } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { beginNext, mayBeGiven } from './begin-epoch.ts';
import { openCaseKeys } from './case-key.ts';
import { requireConfirmed } from './confirm.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { isAboutOne, type KeptReaders } from './keep-readers.ts';
import { requireCurrent } from './keyring.ts';
import { type Outcome, signKeyring } from './keyring-work.ts';
import { handleOf } from './members.ts';
import { followIfBehind, verifyCase } from './open-case.ts';

/** The 24 words of a new recovery card. Nothing keeps them but whoever prints them; `signCard` makes them the organisation's. */
export const drawCard = (): string[] => recoveryWords(newIdentitySeed());

const identityOfCard = (words: string): Identity => identityFromSeed(readRecoveryWords(words));

/**
 * Signs a card's public half into the organisation's part, in place of an earlier one. As everything that lets somebody read
 * more it needs a second signature where there can be one. Throws `bad_recovery_words`.
 */
export function signCard(desk: Desk, words: string): Promise<Outcome> {
  const { kem, signing } = identityOfCard(words);
  const recovery: RecoveryToSign = { kemKey: kem.publicKey, signing: signing.publicKey };
  return signKeyring(desk, { recovery });
}

/** Signs that the organisation has no card any more: the server deletes what was wrapped for it. */
export const endCard = (desk: Desk): Promise<Outcome> => signKeyring(desk, { recovery: null });

/** How many cases nobody but the card can open. None for who may not ask. */
export async function countLost(desk: Desk): Promise<number> {
  const mayAsk = desk.member.roles.some((role) => role === 'supervisor' || role === 'administrator');
  return mayAsk ? (await desk.call(listLostCases, { query: {} })).count : 0;
}

export type CardUse = { readonly handle: string; readonly day: Day; readonly cases: number };

/**
 * Who has been handed cases by the card lately. By the server's word; the log of each that was given on has it signed.
 */
export async function readCardUses(desk: Desk): Promise<CardUse[]> {
  const { uses } = await desk.call(listCardUses);
  return uses.map(({ member, day, cases }) => ({ handle: handleOf(desk, member), day, cases }));
}

/**
 * Opens every case whose readers are all lost, and gives each to these members under a new key, but to nobody who must not
 * read it. `words` are those of the card, which this desk forgets at once. Throws `bad_recovery_words`; `DeskRefusal`
 * `wrong_card`, `not_permitted` for who is no supervisor, `no_reader_left` when nobody was named, `keyring_unconfirmed`.
 */
export async function recoverCases(
  desk: Desk,
  { words, readers }: { readonly words: string; readonly readers: readonly MemberId[] },
  onStep: (kept: KeptReaders) => void = () => undefined,
): Promise<KeptReaders> {
  if (!desk.member.roles.includes('supervisor')) throw new DeskRefusal('not_permitted');
  if (readers.length === 0) throw new DeskRefusal('no_reader_left');
  const card = identityOfCard(words);
  requireCurrent(desk);
  requireConfirmed(desk);
  const signed = desk.keyring.recoveries.get(desk.member.organisation);
  if (signed === undefined || !sodium().equal(signed.kemId, keyId(card.kem.publicKey))) {
    throw new DeskRefusal('wrong_card');
  }
  const failed: CaseId[] = [];
  let done = 0;
  let of: number | undefined;
  for (let after: CaseId | undefined; ;) {
    const { cases, count } = await desk.call(listLostCases, { query: after === undefined ? {} : { after } });
    of ??= count;
    for (const caseId of cases) {
      try {
        await recoverCase(desk, card, caseId, readers);
        done += 1;
      } catch (refusal) {
        if (!isAboutOne(refusal)) throw refusal;
        failed.push(caseId);
      }
      onStep({ done, of, failed });
      after = caseId;
    }
    if (cases.length === 0) return { done, of, failed };
  }
}

async function recoverCase(desk: Desk, card: Identity, caseId: CaseId, readers: readonly MemberId[]): Promise<void> {
  const seen = desk.seen.get(caseId);
  const served = await desk.call(readLostCase, { params: { caseId } });
  const { report, access, messages } = served;
  if (report.caseId !== caseId) throw new SealingError('damaged');
  await followIfBehind(desk, served);
  const { slot } = access;
  const held = openCaseKeys(desk, report, access, (owner, commit) =>
    slot === null ? null : unwrapKey({ ...owner, commit, slots: [slot], keys: card.kem }),
  );
  const open = verifyCase(desk, served, held, seen);
  const named = readers.filter((id) => mayBeGiven(desk, report.team, id) && !isExcluded(open.case, id));
  await beginNext(desk, open, { why: 'recovered', readers: named, also: [], recovery: { card, messages } });
}
