import type { MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import type { Author, EntryRefusal } from './apply-entry.ts';
import { type Instant, words } from './case-ids.ts';
import type { Case } from './case.ts';
import type { EntryOf } from './entries.ts';

/** Names a bundle within its case. */
export const BundleId = z.uuid().brand<'BundleId'>();
export type BundleId = z.output<typeof BundleId>;

/** Why a whole case may leave the house at all. */
export const BUNDLE_BASES = ['consent', 'obligation'] as const;
export type BundleBasis = (typeof BUNDLE_BASES)[number];

/** A public key of age, X25519 or hybrid: what only its holder opens. */
export const AGE_RECIPIENT = /^age1(?:pq1|tag1|tagpq1)?[02-9ac-hj-np-z]{20,4000}$/;

/** What is asked for: to whom, under which key, why, and whether the conversation goes along. */
export const BundleWish = z.strictObject({
  id: BundleId,
  recipient: words(200).min(1),
  key: z.string().regex(AGE_RECIPIENT),
  basis: z.enum(BUNDLE_BASES),
  reason: words(2_000).min(1),
  conversation: z.boolean(),
});
export type BundleWish = z.output<typeof BundleWish>;

/** A hand-over of the whole case: asked for, approved by somebody else, made once. */
export type Bundle = BundleWish & {
  readonly requested: { readonly by: MemberId; readonly at: Instant };
  readonly approved: { readonly by: MemberId; readonly at: Instant } | null;
  /** With the SHA-256 of the file, base64url. */
  readonly made: { readonly by: MemberId; readonly at: Instant; readonly hash: string } | null;
};

type BundleEntry = EntryOf<'bundle_requested' | 'bundle_approved' | 'bundle_made'>;
type Stepped = { readonly ok: true; readonly after: Case } | { readonly ok: false; readonly code: EntryRefusal };

/** Why a bundle cannot be approved by somebody, or made; null where it can. */
export function refuseApproval(bundle: Bundle, { author, isSupervisor }: Author): EntryRefusal | null {
  if (!isSupervisor) return 'needs_supervisor';
  if (bundle.requested.by === author) return 'own_request';
  return bundle.approved === null ? null : 'illegal_move';
}

export function refuseMaking(facts: Pick<Case, 'state'>, bundle: Bundle): EntryRefusal | null {
  if (bundle.approved === null) return 'not_approved';
  return bundle.made !== null || facts.state === 'withdrawn' ? 'illegal_move' : null;
}

/** Asking, approving, making: in this order, approved by another person than asked, and made once. */
export function stepBundle(before: Case, entry: BundleEntry, by: Author): Stepped {
  const { at } = entry;
  if (entry.kind === 'bundle_requested') {
    if (before.state === 'withdrawn') return { ok: false, code: 'illegal_move' };
    if (before.bundles.some(({ id }) => id === entry.bundle.id)) return { ok: false, code: 'id_taken' };
    const bundle: Bundle = { ...entry.bundle, requested: { by: by.author, at }, approved: null, made: null };
    return { ok: true, after: { ...before, bundles: [...before.bundles, bundle] } };
  }
  const bundle = before.bundles.find(({ id }) => id === entry.bundleId);
  if (bundle === undefined) return { ok: false, code: 'unknown_bundle' };
  const code = entry.kind === 'bundle_approved' ? refuseApproval(bundle, by) : refuseMaking(before, bundle);
  if (code !== null) return { ok: false, code };
  const stepped: Bundle =
    entry.kind === 'bundle_approved'
      ? { ...bundle, approved: { by: by.author, at } }
      : { ...bundle, made: { by: by.author, at, hash: entry.hash } };
  return {
    ok: true,
    after: { ...before, bundles: before.bundles.map((one) => (one === bundle ? stepped : one)) },
  };
}
