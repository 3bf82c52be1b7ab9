import { readTeamKeys } from '@romduol/shared/api/keyring';
import { type SealedReport, submitTakenReport } from '@romduol/shared/api/reports';
import { CaseId, type TeamId } from '@romduol/shared/ids';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { recipientKeys } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, formatReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { readForm } from '../enhance/read-form.ts';
import type { PageProblem } from '../pages/form-fields.ts';
import type { Desk } from './desk.ts';
import { requireCurrent } from './keyring.ts';

export type Taken = {
  readonly ok: true;
  readonly caseId: CaseId;
  readonly team: TeamId;
  /** The receipt in groups of four, in Latin and in Khmer digits. It is the survivor's. */
  readonly latin: string;
  readonly khmer: string;
  /** Handles of everybody who can read it. */
  readonly readers: readonly string[];
};

export type TakenReport = Taken | { readonly ok: false; readonly problems: readonly PageProblem[] };

type Made = { readonly report: SealedReport; readonly taken: Taken };

/**
 * Takes reports down for others: the same questions, the same sealing, a receipt as for anybody, and the mark that a
 * member did it. What was sealed is kept until it has arrived, so that a dropped line makes no second report.
 */
export function makeTakeReport(desk: () => Desk): (fields: readonly Field[]) => Promise<TakenReport> {
  let waiting: { readonly typed: string; readonly made: Made } | undefined;

  return async (fields) => {
    const { keyring, call } = desk();
    requireCurrent(desk());
    const read = readForm(fields, { keyring, expired: false });
    if (!read.ok) return { ok: false, problems: read.problems };
    const typed = JSON.stringify(fields);
    if (waiting?.typed !== typed) waiting = { typed, made: await seal(desk(), read) };
    const { report, taken } = waiting.made;
    await call(submitTakenReport, { body: report });
    waiting = undefined;
    return taken;
  };
}

async function seal(
  { keyring, call }: Desk,
  { answers, contact, team, recipients, secondWord }: Extract<ReturnType<typeof readForm>, { ok: true }>,
): Promise<Made> {
  // A team of another organisation may take it: its keys are public, as they are for the report page.
  const { keys } = await call(readTeamKeys, { query: { team: team.id } });
  const caseId = CaseId.parse(crypto.randomUUID());
  const receipt = generateReceipt();
  const report = sealReport({
    caseId,
    team: team.id,
    keyringVersion: keyring.version,
    recipients: recipientKeys(keyring, team, recipients, keys),
    answers,
    contact,
    sealedBy: 'console',
    receipt: deriveReceipt(receipt, keyring.fingerprint),
    ...(secondWord === null ? {} : { secondWord: deriveSecondWord(secondWord, caseId) }),
  });
  return {
    report,
    taken: {
      ok: true,
      caseId,
      team: team.id,
      latin: formatReceipt(receipt, 'latin'),
      khmer: formatReceipt(receipt, 'khmer'),
      readers: recipients.map(({ handle }) => handle),
    },
  };
}
