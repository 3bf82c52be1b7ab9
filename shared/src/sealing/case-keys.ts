import { sodium } from './sodium.ts';

/** What a case's key of one epoch is split into. Only the report's own key, epoch 0, has a body and contact details. */
export type CaseKeys = {
  readonly body: Uint8Array | null;
  /** Seals the log's entries and summaries. */
  readonly case: Uint8Array;
  readonly conversation: Uint8Array;
  readonly contact: Uint8Array | null;
};

export function caseKeys(key: Uint8Array, epoch: number): CaseKeys {
  return {
    body: epoch === 0 ? bodyKey(key) : null,
    case: logKey(key),
    conversation: conversationKey(key),
    contact: epoch === 0 ? contactKey(key) : null,
  };
}

/** Seals the log's entries and summaries. */
export const logKey = (key: Uint8Array): Uint8Array => sodium().deriveKey(3, 'rdcase01', key);
export const bodyKey = (key: Uint8Array): Uint8Array => sodium().deriveKey(2, 'rdbody01', key);
export const conversationKey = (key: Uint8Array): Uint8Array => sodium().deriveKey(4, 'rdconv01', key);
export const contactKey = (key: Uint8Array): Uint8Array => sodium().deriveKey(5, 'rdcont01', key);
