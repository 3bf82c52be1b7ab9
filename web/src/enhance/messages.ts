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
  | { readonly kind: 'seal'; readonly served: string };

export type FromSealer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'problems'; readonly problems: readonly PageProblem[] }
  | { readonly kind: 'team'; readonly team: string }
  | Sealed
  | { readonly kind: 'failed' };

/** The body of `POST /api/reports`, and the receipt's digits in groups, in both scripts. */
export type Sealed = {
  readonly kind: 'sealed';
  readonly body: string;
  readonly latin: string;
  readonly khmer: string;
};
