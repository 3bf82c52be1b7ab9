import { LANGUAGES } from '../language/language.ts';
import { z } from '../schema.ts';
import { operation } from './contract.ts';

/** `hours`: at the hours the deployment keeps for it, so that a mail's time tells nothing; `every`: within a minute. */
export const NOTICE_TIMES = ['hours', 'every'] as const;

export const NoticeWish = z.object({
  address: z
    .email()
    .max(254)
    // What could begin a new header, or another recipient, is no part of an address that anybody has.
    .regex(/^[^\s,;<>"()]+$/),
  when: z.enum(NOTICE_TIMES),
  language: z.enum(LANGUAGES),
});
export type NoticeWish = z.output<typeof NoticeWish>;

/** Whether this deployment sends mail at all, at which hours in Cambodia, and what the member wishes. */
export const readNotices = operation({
  method: 'get',
  path: '/api/notifications',
  access: ['caseworker', 'supervisor'],
  answer: z.object({
    offered: z.boolean(),
    hours: z.array(z.int().min(0).max(23)),
    wish: NoticeWish.nullable(),
  }),
});

/** Replaces the member's wish; null takes address and all away. */
export const storeNotices = operation({
  method: 'put',
  path: '/api/notifications',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 1024,
  body: z.object({ wish: NoticeWish.nullable() }),
});
