import type { DraftId, MemberId } from '../ids.ts';
import { pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { padToStep, unpad } from './padding.ts';
import { type Sealed, decodeJson, encodeJson, open, seal } from './sealed.ts';

/** Bytes: how long a draft is shows in steps of this. */
const STEP = 1024;

const bindDraft = (memberId: MemberId, draftId: DraftId): Uint8Array =>
  pae(label('draft'), utf8(memberId), utf8(draftId));

/** What a member began to write, for their own eyes: under their vault key, bound to them and to its id. */
export function sealDraft(input: {
  readonly vaultKey: Uint8Array;
  readonly memberId: MemberId;
  readonly draftId: DraftId;
  readonly content: unknown;
}): Sealed {
  const { vaultKey, memberId, draftId, content } = input;
  return seal(vaultKey, bindDraft(memberId, draftId), padToStep(encodeJson(content), STEP));
}

/** The content as JSON. Throws `damaged`, `malformed`. */
export function openDraft(input: {
  readonly vaultKey: Uint8Array;
  readonly memberId: MemberId;
  readonly draftId: DraftId;
  readonly sealed: Sealed;
}): unknown {
  const { vaultKey, memberId, draftId, sealed } = input;
  return decodeJson(unpad(open(vaultKey, bindDraft(memberId, draftId), sealed)));
}
