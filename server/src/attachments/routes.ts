import { Readable } from 'node:stream';
import {
  CHUNK_CALLS,
  ChunkPlace,
  LookupProof,
  UPLOAD_TOKEN_HEADER,
  UploadToken,
  announceCaseFiles,
  announceFiles,
} from '@romduol/shared/api/attachments';
import { CaseId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import type { z } from '@romduol/shared/schema';
import { UPLOAD_MAX, splitChunks, uploadCheck } from '@romduol/shared/sealing/attachment';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Context, Hono } from 'hono';
import type { SignedIn } from '../accounts/identify.ts';
import { isVisible } from '../cases/store.ts';
import type { Database } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import { type Clock, type Mount, limitBody } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import type { FloodControl } from '../web-security/flood-control.ts';
import { type Body, keepBodies } from './keep-bodies.ts';
import { announce, findCaseByLookup, findFile, hasSource, readChunk, readChunkByLookup, storeChunks } from './store.ts';

/** A lookup in JSON, and room for what a client may write around it. */
const PROOF_MAX = 1024;

/** Requests that one file's sender has under way, and one more. */
const BODIES_KEPT = 4;

export type AttachmentDeps = {
  readonly db: Database;
  readonly secret: Secret;
  readonly clock: Clock;
  readonly identify: (cookies: string) => Promise<SignedIn | null>;
  readonly flood: Pick<FloodControl, 'takeTurn'>;
};

/** Files that follow a report or message: announced in JSON, then carried chunk by chunk as bytes. */
export function mountAttachments(
  mount: Mount<SignedIn>,
  app: Hono<Environment>,
  { db, secret, clock, identify, flood }: AttachmentDeps,
): void {
  mount.open(announceFiles, async ({ body: { lookup, direction, counter, ...announced } }, call) => {
    const caseId = await findCaseByLookup(db, secret, lookup);
    if (caseId === null) throw new Refusal('not_found');
    // What the organisation sends is announced by its members.
    if (direction === 1) throw new Refusal('bad_input');
    const source = { caseId, direction, counter };
    if (!(await hasSource(db, source))) throw new Refusal('not_found');
    if ((await announce(db, source, { ...announced, today: call.today })) === 'stored') call.created();
    return {};
  });

  mount.guarded(announceCaseFiles, async ({ params: { caseId }, body: { counter, ...announced } }, member, call) => {
    const source = { caseId, direction: 1, counter } as const;
    if (!(await isVisible(db, member, caseId)) || !(await hasSource(db, source))) throw new Refusal('not_found');
    if ((await announce(db, source, { ...announced, today: call.today })) === 'stored') call.created();
    return {};
  });

  const { upload, read, readOfCase } = CHUNK_CALLS;
  const readBody = keepBodies({ count: BODIES_KEPT, longest: UPLOAD_MAX });

  app.put(upload.path, limitBody(UPLOAD_MAX), async (c) => {
    const place = parse(ChunkPlace, c.req.param());
    const token = parse(UploadToken, c.req.header(UPLOAD_TOKEN_HEADER));
    if (c.req.header('content-type') !== 'application/octet-stream') throw new Refusal('bad_input');
    const file = await findFile(db, place.object);
    if (file === null) throw new Refusal('not_found');
    if (!sodium().equal(uploadCheck(token), file.uploadCheck)) throw new Refusal('forbidden');
    return readBody(bodyOf(c), async (body) => {
      const parts = splitChunks(file.chunks, place.chunk, body);
      if (parts === null) throw new Refusal('bad_input');
      // Now that all of it is there: a slow line must not hold a turn.
      const end = await flood.takeTurn(c);
      try {
        const outcome = await storeChunks(db, { ...place, parts, today: dayAt(clock()) });
        return c.json({}, outcome === 'stored' ? 201 : 200);
      } finally {
        end();
      }
    });
  });

  app.post(read.path, limitBody(PROOF_MAX), async (c) => {
    const place = parse(ChunkPlace, c.req.param());
    const { lookup } = parse(LookupProof, await c.req.json().catch(() => null));
    const end = await flood.takeTurn(c);
    try {
      return answerBytes(c, await readChunkByLookup(db, secret, lookup, place));
    } finally {
      end();
    }
  });

  app.get(readOfCase.path, async (c) => {
    const member = await identify(c.req.header('cookie') ?? '');
    if (member === null) throw new Refusal('not_signed_in');
    if (!member.holds(readOfCase.access)) throw new Refusal('forbidden');
    const { caseId: named, ...rest } = c.req.param();
    const caseId = parse(CaseId, named);
    const place = parse(ChunkPlace, rest);
    return answerBytes(c, (await isVisible(db, member, caseId)) ? await readChunk(db, caseId, place) : null);
  });
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  if (!read.success) throw new Refusal('bad_input');
  return read.data;
}

/** A body that does not say its length has been counted on its way, by a reader that must then be asked for it. */
const bodyOf = (c: Context<Environment>): Body => ({
  saysLength: c.req.header('content-length') !== undefined && c.req.header('transfer-encoding') === undefined,
  // A call that came by no connection has no environment at all.
  pieces: () => (c.env as Environment['Bindings'] | undefined)?.incoming ?? c.req.raw.body ?? Readable.from([]),
  whole: () => c.req.arrayBuffer(),
});

function answerBytes(c: Context<Environment>, bytes: Uint8Array | null): Response {
  if (bytes === null) throw new Refusal('not_found');
  c.header('content-type', 'application/octet-stream');
  return c.body(bytes as Uint8Array<ArrayBuffer>);
}
