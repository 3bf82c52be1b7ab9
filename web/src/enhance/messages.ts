import type { PageProblem } from '../pages/form-fields.ts';

/** What the report page asks of its sealing worker, in this order; all but the first are answered. */
export type ToSealer =
  /** The library's WASM: as it arrives where a browser can hand a stream over, else whole. */
  | { readonly kind: 'library'; readonly wasm: ReadableStream | ArrayBuffer }
  /** The keyring as served. */
  | { readonly kind: 'keyring'; readonly served: string }
  /** The form as it is filled in. */
  | { readonly kind: 'read'; readonly fields: readonly (readonly [string, FormDataEntryValue])[] }
  /** The keys of the team that `read` answered with, as served. */
  | { readonly kind: 'seal'; readonly served: string }
  | ToUploader;

/** What the page asks once the report is stored: to hand in its files, and to wait or to go on at once. */
export type ToUploader = { readonly kind: 'upload' | 'pause' | 'resume' };

/** How far a file is, the `place`-th of the report. Unasked, as often as it changes; `chunks` of them are all. */
export type UploadProgress = {
  readonly kind: 'progress';
  readonly place: number;
  readonly stored: number;
  readonly chunks: number;
  /** `dropped`: there is no connection, it tries again by itself. `failed`: it cannot be handed in any more. */
  readonly state: 'sending' | 'paused' | 'dropped' | 'stored' | 'failed';
};

export type FromSealer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'problems'; readonly problems: readonly PageProblem[] }
  | { readonly kind: 'team'; readonly team: string }
  | Sealed
  | UploadProgress
  | { readonly kind: 'failed' };

/** The body of `POST /api/reports`, and the receipt's digits in groups, in both scripts. */
export type Sealed = {
  readonly kind: 'sealed';
  readonly body: string;
  readonly latin: string;
  readonly khmer: string;
  /** The names of the files that follow the report, empty for a recording; undefined when there are none. */
  readonly files: readonly string[] | undefined;
};
