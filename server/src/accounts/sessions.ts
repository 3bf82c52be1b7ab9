import type { MemberId } from '@romduol/shared/ids';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Database } from '../database/database.ts';
import type { Clock } from '../mount.ts';
import type { Secret } from '../secret.ts';
import {
  deleteMemberSessions,
  deleteSession,
  endExpiredSessions,
  findSession,
  insertSession,
  prolongSession,
} from './store.ts';

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 8 * 60 * MINUTE;
/** Times are stored in steps, so that the table does not tell when somebody worked. */
const STEP = 5 * MINUTE;

/** Rounded down: a promise of thirty minutes is at most thirty minutes. */
const inSteps = (epochMs: number): number => Math.floor(epochMs / STEP) * STEP;

export type OpenSession = { readonly memberId: MemberId; readonly id: string; readonly keyringVersion: number };

export type Sessions = {
  /** Starts a session in the transaction that writes it down, and gives the cookie that carries it. */
  start(tx: Database, memberId: MemberId): Promise<string>;
  /** The session that a request's cookies carry, prolonged by being used unless that is not wanted. */
  find(cookies: string, prolong?: boolean): Promise<OpenSession | null>;
  end(sessionId: string): Promise<void>;
  /** The cookie that removes the other. */
  readonly blankCookie: string;
};

const NAME = '__Host-session';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/**
 * Sessions by lucia, which is no longer developed: this file is all that knows it. lucia hands its adapter the bearer's
 * id; only a keyed hash of it reaches the database, so the table is no bunch of keys.
 */
export function makeSessions(db: Database, secret: Secret, clock: Clock): Sessions {
  const luciaOn = (on: Database) =>
    new Lucia(storedSessions(on, secret, clock), {
      sessionExpiresIn: new TimeSpan(IDLE, 'ms'),
      sessionCookie: { name: NAME },
      getSessionAttributes: (stored) => stored,
    });
  const lucia = luciaOn(db);
  return {
    async start(tx, memberId) {
      const endsAt = inSteps(clock() + LONGEST);
      const { id } = await luciaOn(tx).createSession(memberId, {
        idleUntil: Math.min(inSteps(clock() + IDLE), endsAt),
        endsAt,
        keyringVersion: 0,
      });
      // lucia's own cookie would carry an age and be written to disk; this one goes with the browser.
      return `${NAME}=${id}; ${ATTRIBUTES}`;
    },
    async find(cookies, prolong = true) {
      const id = lucia.readSessionCookie(cookies);
      if (id === null) return null;
      const { session } = await lucia.validateSession(id);
      if (session === null) return null;
      const idleUntil = Math.min(inSteps(clock() + IDLE), session.endsAt);
      if (prolong && session.idleUntil < idleUntil) await prolongSession(db, secret.sessionHash(id), idleUntil);
      return { memberId: session.userId as MemberId, id, keyringVersion: session.keyringVersion };
    },
    end: (sessionId) => lucia.invalidateSession(sessionId),
    blankCookie: `${NAME}=; Max-Age=0; ${ATTRIBUTES}`,
  };
}

/** lucia reads the machine's clock. What it is told about times is shifted by how far ours differs. */
const driftOf = (clock: Clock): number => Date.now() - clock();

function storedSessions(db: Database, secret: Secret, clock: Clock): Adapter {
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const found = await findSession(db, secret.sessionHash(id));
      if (found === null) return [null, null];
      const { memberId, expiresAt, endsAt, keyringVersion } = found;
      return [
        {
          id,
          userId: memberId,
          expiresAt: new Date(expiresAt + driftOf(clock)),
          attributes: { idleUntil: expiresAt, endsAt, keyringVersion },
        },
        { id: memberId, attributes: {} },
      ];
    },
    async setSession({ id, userId, attributes: { idleUntil, endsAt } }) {
      const hash = secret.sessionHash(id);
      await insertSession(db, { hash, memberId: userId as MemberId, expiresAt: idleUntil, endsAt });
    },
    // lucia would prolong only in the second half of the time, and past the end of the day: `find` does it.
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (id) => deleteSession(db, secret.sessionHash(id)),
    deleteUserSessions: (memberId) => deleteMemberSessions(db, [memberId as MemberId]),
    deleteExpiredSessions: () => endExpiredSessions(db, clock()),
    getUserSessions() {
      throw new Error('session ids are not kept, so they cannot be listed');
    },
  };
}

type StoredTimes = {
  /** When it ends unless it is used, and when it ends however much it is; ms since 1970 UTC. */
  idleUntil: number;
  endsAt: number;
  /** The newest keyring's number when the session was read. */
  keyringVersion: number;
};

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: StoredTimes;
    Lucia: Lucia<StoredTimes, Record<never, never>>;
  }
}
