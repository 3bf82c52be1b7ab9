import type { Conversation, SealedMessage } from '@romduol/shared/api/conversation';
import type { ErrorCode } from '@romduol/shared/api/contract';
import type { Language } from '@romduol/shared/language/language';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Deployment } from '@romduol/web/pages/deployment';
import type { AnnouncedFile } from '../attachments/store.ts';

/** Everything a thread needs to know to answer a form of the return page. */
export type ReturnTask = {
  readonly contentType: string;
  readonly language: Language;
  readonly deployment: Deployment;
  /** The receipt's keys depend on its root, and later keys of a conversation come from its members. */
  readonly keyring: Keyring;
};

/** What a thread asks of the store. The receipt stays with it: only what follows from it comes out. */
export type ReturnAsk = { readonly lookup: Uint8Array } & (
  | { readonly act: 'find' }
  /** With the files that the message names, whose chunks are stored already; null when there are none. */
  | {
      readonly act: 'send';
      readonly message: SealedMessage;
      readonly announced: { readonly files: readonly AnnouncedFile[]; readonly check: Uint8Array } | null;
    }
  | { readonly act: 'chunk'; readonly object: string; readonly chunk: number }
  | { readonly act: 'withdraw'; readonly withdrawal: Uint8Array; readonly second: Uint8Array | null }
  | { readonly act: 'undo' }
  /** Whether this is the second word: attempts are counted where they cannot be avoided. */
  | { readonly act: 'second'; readonly second: Uint8Array }
);

/**
 * How the store answers: whether it was done, and the conversation as it then stands, null when there is none; or a sealed
 * chunk, null when it is not there.
 */
export type ReturnTold =
  | { readonly kind: 'stands'; readonly refused: ErrorCode | null; readonly conversation: Conversation | null }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array | null };
