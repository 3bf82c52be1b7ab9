import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import { CaseId, type Day, type TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { fieldsOf } from '@romduol/shared/questionnaire/read-answers';
import { encodeSealedReport, sealReport } from '@romduol/shared/sealing/envelope';
import { type Keyring, type Member, recipientKeys, type Team, verifyKeyring } from '@romduol/shared/sealing/keyring';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Caller, Send } from '@romduol/web/desk/caller';
import { readForm } from '@romduol/web/enhance/read-form';
import type { DrawnReport } from './material/draw-report.ts';

/** Keys of no receipt, for reports that nobody will come back to: nothing is derived, which takes a sixth of a second. */
export function keysWithoutReceipt(): ReceiptKeys {
  const { randomBytes, kemKeypair } = sodium();
  return {
    lookup: randomBytes(32),
    kem: kemKeypair(randomBytes(32)),
    copyKey: randomBytes(32),
    withdrawal: randomBytes(32),
  };
}

/** What the report page does on somebody's telephone: reads the form, checks keyring and keys, seals, sends. */
export type Reporter = {
  send(report: Pick<DrawnReport, 'answers' | 'contact'>, receipt: ReceiptKeys): Promise<CaseId>;
};

export function makeReporter(line: { readonly call: Caller; readonly send: Send }, clock: () => number): Reporter {
  let known: { readonly keyring: Keyring; readonly expired: boolean; readonly readOn: Day } | null = null;
  const keysOfTeams = new Map<TeamId, readonly Uint8Array[]>();

  const currentKeyring = async (): Promise<{ readonly keyring: Keyring; readonly expired: boolean }> => {
    const today = dayAt(clock());
    if (known?.readOn === today) return known;
    const { file } = await line.call(readKeyring);
    if (file === null) throw new Error('the sample deployment has no keyring');
    known = { ...verifyKeyring(file, { today }), readOn: today };
    return known;
  };
  const keysOf = async (keyring: Keyring, team: Team, members: readonly Member[]): Promise<readonly Uint8Array[]> => {
    let keys = keysOfTeams.get(team.id);
    if (keys === undefined) {
      ({ keys } = await line.call(readTeamKeys, { query: { team: team.id } }));
      keysOfTeams.set(team.id, keys);
    }
    return recipientKeys(keyring, team, members, keys);
  };

  return {
    async send(drawn, receipt) {
      const { keyring, expired } = await currentKeyring();
      const form = readForm(fieldsOf(drawn.answers, drawn.contact), { keyring, expired });
      if (!form.ok)
        throw new Error(`a sample form is not accepted: ${form.problems.map(({ code }) => code).join(', ')}`);
      const { answers, contact, team } = form;
      const report = sealReport({
        caseId: CaseId.parse(crypto.randomUUID()),
        team: team.id,
        keyringVersion: keyring.version,
        recipients: await keysOf(keyring, team, form.recipients),
        answers,
        contact,
        sealedBy: 'browser',
        receipt,
      });
      const { status } = await line.send({ method: 'POST', path: '/api/reports', body: encodeSealedReport(report) });
      if (status !== 201) throw new Error(`a sample report was answered ${status}`);
      return report.caseId;
    },
  };
}
