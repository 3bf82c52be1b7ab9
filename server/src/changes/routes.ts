import { type Changed, HEARTBEAT, MOST_CHANGED, MOST_STREAMS, followChanges } from '@romduol/shared/api/changes';
import type { CaseId } from '@romduol/shared/ids';
import type { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import { Refusal } from '../refusal.ts';
import type { Changes } from './bus.ts';
import { makeSeats } from './seats.ts';
import { findSeeing, isListedFor } from './store.ts';

/** Who calls, without that counting as being at work: a stream left open must not keep a session alive. */
type Recognise = (cookies: string) => Promise<SignedIn | null>;

type Follower = { readonly member: SignedIn; hear(caseIds: readonly CaseId[]): void; end(): void };

export type ChangesDeps = {
  readonly db: Database;
  readonly changes: Changes;
  readonly recognise: Recognise;
  /** Milliseconds between signs of life; only a test sets another. */
  readonly heartbeat?: number;
};

/** Answers how to end every stream. */
export function mountChanges(app: Hono<Environment>, { db, changes, recognise, ...deps }: ChangesDeps): () => void {
  const heartbeat = deps.heartbeat ?? HEARTBEAT * 1000;
  const seats = makeSeats(MOST_STREAMS);
  const followers = new Set<Follower>();

  /** One question to the database for everybody who follows, however many they are. */
  const spread = async (caseIds: readonly CaseId[]): Promise<void> => {
    const all = [...followers];
    const seeing = await findSeeing(db, caseIds, [...new Set(all.map(({ member }) => member.id))]);
    for (const { member, hear } of all) {
      const own = seeing.filter((one) => one.member_id === member.id && isListedFor(member, one));
      if (own.length > 0) hear(own.map((one) => one.case_id));
    }
  };
  const heard = (caseIds: readonly CaseId[]): void => void spread(caseIds).catch(() => undefined);
  const join = (follower: Follower): (() => void) => {
    followers.add(follower);
    // Each time, though it is heard once: where listening could not begin, it is tried again.
    changes.hear(heard);
    return () => void followers.delete(follower);
  };

  app.get(followChanges.path, async (c) => {
    const cookies = c.req.header('cookie') ?? '';
    const member = await recognise(cookies);
    if (member === null) throw new Refusal('not_signed_in');
    if (!member.holds(followChanges.access)) throw new Refusal('forbidden');
    // Its answer's body is thrown away unread: a stream behind it would hold its place for as long as the session lasts.
    if (c.req.method === 'HEAD') return c.body(null);
    const stand = seats.take(member.id);
    if (stand === null) throw new Refusal('too_many_attempts');
    // A proxy that gathers what it passes on would gather for ever.
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      // Asked for before each word: whoever was shut out in the meantime hears nothing more. Under another keyring they may be of
      // other teams: the reader comes back, and reads what it then may.
      const isStillIn = async (): Promise<boolean> => {
        const now = await recognise(cookies).catch(() => null);
        return now?.id === member.id && now.keyring.keyring.version === member.keyring.keyring.version;
      };
      const talk = makeTalk(stream, isStillIn, heartbeat);
      const leave = join({ member, ...talk });
      stream.onAbort(talk.end);
      try {
        await talk.run();
      } finally {
        leave();
        stand();
      }
    });
  });
  return () => followers.forEach(({ end }) => end());
}

/** One stream: what has changed as soon as it is heard of, and a sign of life when it was quiet. */
function makeTalk(stream: SSEStreamingApi, isStillIn: () => Promise<boolean>, heartbeat: number) {
  const waiting = new Set<CaseId>();
  let wake: () => void = () => undefined;
  let ended = false;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, heartbeat);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      // Something came while the last word was being written.
      if (waiting.size > 0 || ended) wake();
    });
  return {
    hear(caseIds: readonly CaseId[]) {
      for (const id of caseIds) waiting.add(id);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async run(): Promise<void> {
      // So that the reader knows at once that it is connected.
      await stream.write(': \n\n');
      for (;;) {
        await rest();
        if (ended || stream.aborted || !(await isStillIn())) return;
        const cases = [...waiting].slice(0, MOST_CHANGED);
        for (const id of cases) waiting.delete(id);
        if (cases.length === 0) await stream.write(': \n\n');
        else await stream.writeSSE({ data: JSON.stringify({ cases } satisfies Changed) });
      }
    },
  };
}
