import { z } from '../schema.ts';

/** Ids that live inside a case's log only; the server never sees them. */
const uuid = z.uuidv4().lowercase();

export const ReferralId = uuid.brand<'ReferralId'>();
export type ReferralId = z.output<typeof ReferralId>;

export const ConsentId = uuid.brand<'ConsentId'>();
export type ConsentId = z.output<typeof ConsentId>;

export const TaskId = uuid.brand<'TaskId'>();
export type TaskId = z.output<typeof TaskId>;

/** An instant in UTC, `2026-01-05T07:05:00.000Z`, by the clock of the member who wrote the entry. */
export const Instant = z.iso.datetime();
export type Instant = z.output<typeof Instant>;

/** Text of at most `max` code points. */
export const words = (max: number) => z.string().refine((text) => [...text].length <= max, { error: 'too_long' });
