import { MemberId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';
import { Slot } from './reports.ts';

/** What a granted key opens. `cohort` is the seed of a cohort's rounding, for publishers only. */
export const GRANT_PURPOSES = ['case', 'conversation', 'statistics', 'directory', 'cohort'] as const;
export const GrantPurpose = z.enum(GRANT_PURPOSES);
export type GrantPurpose = z.output<typeof GrantPurpose>;

/**
 * A signed statement that a key was wrapped for exactly these recipients. `statement` is the bytes that were signed;
 * its parts are parsed from it, never sent beside it.
 */
export const Grant = z.object({
  statement: bytes({ max: 16 * 1024 }),
  author: MemberId,
  signature: bytes({ length: 64 }),
});
export type Grant = z.output<typeof Grant>;

/** A grant of a case's key, with the key of the epoch before as it is sealed under this one. */
export const CaseGrant = z.object({ grant: Grant, previousKey: Sealed(48) });
export type CaseGrant = z.output<typeof CaseGrant>;

/**
 * What a reporter needs for the keys of a conversation after the first: the newest grant, which names them all, and the
 * reporter's slot of each, epochs 1 and on.
 */
export const ConversationKeys = z.object({ grant: Grant, slots: z.array(Slot).min(1) });
export type ConversationKeys = z.output<typeof ConversationKeys>;

/** A key of the member's own choosing kept under their vault key: nonce 24 ‖ sealed key 48. */
export const VaultWrap = bytes({ length: 72 });

export const publishGrant = operation({
  method: 'post',
  path: '/api/grants',
  access: ['caseworker', 'supervisor', 'administrator', 'publisher'],
  bodyLimit: 512 * 1024,
  body: z.object({ grant: Grant, slots: z.array(Slot).min(1).max(200) }),
});

/** Grants of a purpose within the caller's organisation, each with the caller's own slot where there is one. */
export const listGrants = operation({
  method: 'get',
  path: '/api/grants',
  access: 'member',
  query: z.object({ purpose: z.enum(['statistics', 'directory', 'cohort']) }),
  answer: z.object({ grants: z.array(z.object({ grant: Grant, slot: Slot.nullable() })) }),
});
