import { CaseId } from '../ids.ts';
import { z } from '../schema.ts';
import { ATTACHMENTS_MAX } from '../sealing/attachment.ts';
import { bytes, operation } from './contract.ts';

/** The largest file, padded, in chunks. */
const CHUNKS_MAX = 450;

export const ObjectId = z.uuidv4().lowercase();

/** What files belong to: −1 the report itself, else a message's direction and counter. */
const Source = { direction: z.literal([-1, 0, 1]), counter: z.int().min(0).max(10_000) };
const Files = z
  .array(z.object({ object: ObjectId, chunks: z.int().min(1).max(CHUNKS_MAX) }))
  .min(1)
  .max(ATTACHMENTS_MAX);

/** A stored file: which message it belongs to, how many chunks it has and how many have come. */
export const AttachmentPlaces = z.object({ ...Source, object: ObjectId, chunks: z.int(), received: z.int() });
export type AttachmentPlaces = z.output<typeof AttachmentPlaces>;

/**
 * Announces a reporter's files once their report or message is stored; the same again is answered alike. Their chunks
 * follow as plain bytes to `/api/attachments/:object/:chunk`, with the token in the header `upload-token`, in any order,
 * up to `CHUNKS_TOGETHER` neighbours together, and as often as it takes. `check` is H(32, PAE(…upload, token)).
 */
export const announceFiles = operation({
  method: 'post',
  path: '/api/attachments',
  access: 'public',
  body: z.object({ lookup: bytes({ length: 32 }), ...Source, check: bytes({ length: 32 }), files: Files }),
});

/**
 * Calls that carry sealed chunks as plain bytes, which JSON would make a third longer. `upload` takes some neighbours, the
 * first of which is named: 201, or 200 when all are there already; other bytes `already_exists`, a length that the place
 * cannot have `bad_input`, a wrong token `forbidden`. Acknowledged together, they are stored each for itself: what is sent
 * again need not be cut alike. `read` and `readOfCase` answer the bytes; `not_found` while they have not come. `read` takes
 * `LookupProof` as its body.
 */
export const CHUNK_CALLS = {
  upload: { method: 'put', path: '/api/attachments/:object/:chunk', access: 'public' },
  read: { method: 'post', path: '/api/attachments/:object/:chunk', access: 'public' },
  readOfCase: {
    method: 'get',
    path: '/api/cases/:caseId/attachments/:object/:chunk',
    access: ['caseworker', 'supervisor'],
  },
} as const;
/** The header that carries the upload token, base64url. */
export const UPLOAD_TOKEN_HEADER = 'upload-token';
export const UploadToken = bytes({ length: 32 });
export const ChunkPlace = z.object({
  object: ObjectId,
  chunk: z
    .string()
    .regex(/^(0|[1-9]\d{0,2})$/)
    .transform(Number)
    .refine((chunk) => chunk < CHUNKS_MAX),
});
export const LookupProof = z.object({ lookup: bytes({ length: 32 }) });

/** The same for a file that a caseworker sends. */
export const announceCaseFiles = operation({
  method: 'post',
  path: '/api/cases/:caseId/attachments',
  access: ['caseworker', 'supervisor'],
  params: z.object({ caseId: CaseId }),
  body: z.object({ counter: Source.counter, check: bytes({ length: 32 }), files: Files }),
});
