import type { SealedSummary } from '../api/cases.ts';
import type { CaseId, MemberId } from '../ids.ts';
import { le64, pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { openSigned, sealSigned } from './signed-content.ts';
import { sodium, type KeyPair } from './sodium.ts';

type SummaryHead = Pick<SealedSummary, 'seq' | 'epoch' | 'head'>;

const bindSummary = (caseId: CaseId, { seq, head, epoch }: SummaryHead): Uint8Array =>
  pae(label('summary'), utf8(caseId), le64(seq), head, le64(epoch));

const summaryKey = (caseKey: Uint8Array, seq: number): Uint8Array => sodium().deriveKey(seq, 'rdsumm01', caseKey);

/** Seals the fold's result after entry `seq`, whose hash is `head`. `caseKey` is `caseKeys(key, epoch).case`. */
export function sealSummary(input: {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly head: Uint8Array;
  readonly epoch: number;
  readonly author: MemberId;
  readonly caseKey: Uint8Array;
  readonly signing: KeyPair;
  readonly content: unknown;
}): SealedSummary {
  const { caseId, seq, head, epoch, author, caseKey, signing, content } = input;
  const additional = bindSummary(caseId, { seq, head, epoch });
  return { seq, epoch, head, author, sealed: sealSigned(summaryKey(caseKey, seq), additional, content, signing) };
}

/** The content as JSON. `signerKey` is that of the row's author. Throws `damaged`, `bad_signature`, `malformed`. */
export function openSummary(input: {
  readonly caseId: CaseId;
  readonly summary: SealedSummary;
  readonly caseKey: Uint8Array;
  readonly signerKey: Uint8Array;
}): unknown {
  const { caseId, summary, caseKey, signerKey } = input;
  return openSigned(summaryKey(caseKey, summary.seq), bindSummary(caseId, summary), summary.sealed, signerKey);
}
