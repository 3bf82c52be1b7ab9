import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import { submitReport } from '@romduol/shared/api/reports';
import type { ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { CaseId, type TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { checkKeys, recipientsOf, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { type Deployment, callerFor } from '../deployment.ts';

export type HandedIn = { readonly caseId: CaseId; readonly receipt: string };

/** Seals and hands in a report as the report page does, for the team in the capital. */
export async function handInWithReceipt(
  { origin }: Deployment,
  {
    narrative,
    secondWord,
    answers = {},
    contact = { contact_mode: 'receipt_only' },
  }: {
    readonly narrative: string;
    readonly secondWord?: string;
    /** Besides the narrative. */
    readonly answers?: Readonly<Record<string, unknown>>;
    readonly contact?: ContactAnswers;
  },
): Promise<HandedIn> {
  const call = callerFor(origin);
  const team = 'capital' as TeamId;
  const { file } = await call(readKeyring);
  if (file === null) throw new Error('not founded');
  const { keyring } = verifyKeyring(file, { today: dayAt(Date.now()) });
  const { keys } = await call(readTeamKeys, { query: { team } });
  const receipt = generateReceipt();
  const caseId = CaseId.parse(crypto.randomUUID());
  const report = sealReport({
    caseId,
    team,
    keyringVersion: keyring.version,
    recipients: checkKeys(recipientsOf(keyring, team), keys),
    answers: { ...answers, codebook: 1, narrative },
    contact,
    sealedBy: 'browser',
    receipt: deriveReceipt(receipt, keyring.fingerprint),
    ...(secondWord !== undefined && { secondWord: deriveSecondWord(secondWord, caseId) }),
  });
  await call(submitReport, { body: report });
  return { caseId, receipt };
}
