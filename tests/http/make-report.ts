import type { SealedReport } from '@romduol/shared/api/reports';
import type { CaseId, TeamId } from '@romduol/shared/ids';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { type Keyring, recipientsOf } from '@romduol/shared/sealing/keyring';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { People } from './people.ts';

/** Keys such as a receipt gives, without the digits. */
const makeReceiptKeys = (): ReceiptKeys => ({
  lookup: sodium().randomBytes(32),
  kem: sodium().kemKeypair(sodium().randomBytes(32)),
  copyKey: sodium().randomBytes(32),
  withdrawal: sodium().randomBytes(32),
});

/** A report to everybody who reads the team's, or only to `recipients`. */
export function makeReport(
  people: People,
  keyring: Keyring,
  {
    team = 'phnom-penh',
    narrative = 'words',
    caseId = crypto.randomUUID(),
    readers = recipientsOf(keyring, team as TeamId).map(({ handle }) => handle),
    without = '',
  }: {
    readonly team?: string;
    readonly narrative?: string;
    readonly caseId?: string;
    /** Whom it is sealed to, instead of everybody who reads the team's. */
    readonly readers?: readonly string[];
    /** A handle that was struck off. */
    readonly without?: string;
  } = {},
): SealedReport {
  const recipients = Object.values(people).filter(({ handle }) => handle !== without && readers.includes(handle));
  return sealReport({
    caseId: caseId as CaseId,
    team: team as TeamId,
    keyringVersion: keyring.version,
    recipients: recipients.map(({ identity }) => identity.kem.publicKey),
    answers: { codebook: 1, narrative },
    contact: { contact_mode: 'receipt_only' },
    sealedBy: 'browser',
    receipt: makeReceiptKeys(),
  });
}
