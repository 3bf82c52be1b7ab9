import type { ItemText } from '@romduol/shared/casework/packet-text';
import type { FileProblem } from '../pages/form-fields.ts';
import type { ToUploader, UploadProgress } from './messages.ts';
import type { Talk } from './return-talk.ts';

/** What the return page asks of its worker; all but the first are answered, in their order. */
export type ToReturner =
  /** The library's WASM: as it arrives where a browser can hand a stream over, else whole. */
  | { readonly kind: 'library'; readonly wasm: ReadableStream | ArrayBuffer }
  /** The keyring as served. */
  | { readonly kind: 'keyring'; readonly served: string }
  /** Derives the keys of twenty digits, which takes most of a second on a slow phone; again at once for the same. */
  | { readonly kind: 'derive'; readonly digits: string }
  /** What the lookup was answered with. */
  | { readonly kind: 'open'; readonly served: string }
  /** A reply, with the fields of its form that hold files. */
  | {
      readonly kind: 'reply';
      readonly text: string;
      readonly fields: readonly (readonly [string, FormDataEntryValue])[];
    }
  /** A file of the team's, as `nameOfFile` has it. */
  | { readonly kind: 'fetch'; readonly name: string }
  /** An answer to what the team asked; `fields` are those of the form. */
  | { readonly kind: 'say'; readonly act: string; readonly fields: Readonly<Record<string, string>> }
  /** The words that a consent would share, for the second word. */
  | { readonly kind: 'words'; readonly consentId: string; readonly word: string }
  /** With the second word: to have everything erased at once. */
  | { readonly kind: 'withdraw'; readonly word: string | null }
  /** Unanswered. */
  | ToUploader;

export type FromReturner =
  | { readonly kind: 'ready' }
  /** The body that finds the conversation; the same one undoes a withdrawal. */
  | { readonly kind: 'lookup'; readonly body: string }
  | { readonly kind: 'talk'; readonly talk: Talk | 'unknown' | 'damaged' }
  /** The body of the request that does what was asked for, and the names of the files that follow it, if any. */
  | { readonly kind: 'body'; readonly body: string; readonly files?: readonly string[] | undefined }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
  /** Nothing is to be sent: it was said already. */
  | { readonly kind: 'said' }
  /** Null: another word. */
  | { readonly kind: 'words'; readonly texts: readonly ItemText[] | null }
  /** With the name that it is saved under; `damaged` when it is not whole, or was changed. */
  | {
      readonly kind: 'file';
      readonly file: { readonly name: string; readonly content: Blob } | 'damaged' | 'dropped';
    }
  /** Unasked: how far a file is that is being sent, or fetched. */
  | UploadProgress
  | { readonly kind: 'fetched'; readonly percent: number }
  | { readonly kind: 'failed' };
