import type { PasskeyAsk } from '@romduol/shared/api/passkeys';
import type { Day, MemberId } from '@romduol/shared/ids';
import type { DeskView } from './views.ts';

/** Where a sign-in stands: at work, or waiting for a code; `offer` where a generator has yet to be set up. */
export type Entry =
  | { readonly at: 'open'; readonly view: DeskView }
  | { readonly at: 'factor'; readonly totp: boolean; readonly passkey: PasskeyAsk | null }
  | { readonly at: 'enrol'; readonly offer: FactorOffer };

/** A code generator's secret in base32, and the address that a QR code holds. */
export type FactorOffer = { readonly secret: string; readonly uri: string };

/** A member's second proofs. */
export type FactorsView = {
  readonly totp: boolean;
  readonly required: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly credentialId: string;
    readonly day: Day;
    readonly name: string | null;
    /** Opens the desk again after a lock. */
    readonly quick: boolean;
  }[];
};

/** A colleague's wish to take somebody's second proofs away, which another has to agree to. */
export type FactorResetView = {
  readonly member: MemberId;
  readonly handle: string;
  readonly askedBy: string;
  readonly own: boolean;
  readonly aboutSelf: boolean;
  readonly day: Day;
};

/** What a passkey is asked to work its secret out from, and which passkeys. */
export type QuickOffer = { readonly credentials: readonly string[]; readonly input: Uint8Array };
