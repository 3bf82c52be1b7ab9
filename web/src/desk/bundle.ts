import { type BundleId, refuseMaking } from '@romduol/shared/casework/bundle';
import { zipFiles } from '@romduol/shared/exports/zip-files';
import type { CaseId } from '@romduol/shared/ids';
import type { Language } from '@romduol/shared/language/language';
import { toBase64url, toHex } from '@romduol/shared/sealing/bytes';
import type { MessageName } from './acts.ts';
import { fetchConversation } from './conversation.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { handleOf } from './members.ts';
import { type OpenCase, openCase } from './open-case.ts';
import { type FetchBytes, openFile } from './open-file.ts';
import { onNewest, append } from './record-entry.ts';
import { sealFile } from './seal-file.ts';
import { requireNotWithdrawn } from './withdrawal.ts';

/** Pages that a person reads, whole documents without script, by language. */
export type BundleIndexes = Readonly<Record<Language, string>>;

export type BundleFile = { readonly name: string; readonly file: Uint8Array<ArrayBuffer> };

type Listed = {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly sha256: string;
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A name that every file system takes, in front of which its place stands, so that none overwrites another. */
export const pathOf = (place: number, name: string): string =>
  `files/${String(place + 1).padStart(3, '0')}-${
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
      .replace(/^\.+/, '')
      .slice(0, 80) || 'file'
  }`;

/**
 * Makes an approved bundle: the verified case as JSON, the pages, and every file, zipped and sealed for the bundle's key.
 * That it was made is in the case's log and the audit log before the file is answered. Throws `DeskRefusal`
 * `illegal_entry` while it is not approved or once it is made, `file_incomplete` while a file has not arrived, `withdrawn`.
 */
export async function makeBundle(
  desk: Desk,
  fetchBytes: FetchBytes,
  {
    caseId,
    bundleId,
    indexes,
  }: { readonly caseId: CaseId; readonly bundleId: BundleId; readonly indexes: BundleIndexes },
): Promise<BundleFile> {
  const open = await openCase(desk, caseId);
  await requireNotWithdrawn(desk, caseId);
  const bundle = open.case.bundles.find(({ id }) => id === bundleId);
  const refused = bundle === undefined ? 'unknown_bundle' : refuseMaking(open.case, bundle);
  if (bundle === undefined || refused !== null) throw new DeskRefusal('illegal_entry', refused);

  const lines = bundle.conversation ? (await fetchConversation(desk, open)).view.lines : [];
  const contents: { name: string; content: string | Uint8Array }[] = [];
  const listed: Listed[] = [];
  const take = async (name: string, type: string, place: number, message?: MessageName): Promise<string> => {
    const blob = await openFile(desk, fetchBytes, { caseId, place, message });
    const content = new Uint8Array(await blob.arrayBuffer());
    const path = pathOf(listed.length, name);
    listed.push({ path, name, type, length: content.length, sha256: toHex(await sha256(content)) });
    contents.push({ name: path, content });
    return path;
  };
  const reportFiles: string[] = [];
  for (const [place, { name, type }] of open.report.attachments.entries()) {
    reportFiles.push(await take(name, type, place));
  }
  const conversation = [];
  for (const { files, ...line } of lines) {
    const paths: string[] = [];
    for (const [place, { name, type }] of files.entries()) paths.push(await take(name, type, place, line));
    conversation.push({ ...line, files: paths });
  }
  const json = JSON.stringify(
    { ...describe(desk, open), recipient: bundle.recipient, reportFiles, conversation, files: listed },
    null,
    2,
  );
  const pages = Object.entries(indexes).map(([language, content]) => ({ name: `index-${language}.html`, content }));
  const { file } = await sealFile(zipFiles([...pages, { name: 'case.json', content: json }, ...contents]), bundle.key);
  const hash = toBase64url(await sha256(file));
  // On the case as it then stands: a colleague may have made it meanwhile, and a log may have gone on.
  await onNewest(desk, caseId, (now) => append(desk, now, { kind: 'bundle_made', bundleId, hash }));
  return { name: `case-${caseId.slice(0, 8)}.zip.age`, file };
}

/** The case as this desk verified it: each entry with its author and its place in the chain. */
function describe(desk: Desk, { caseId, stored, report, answers, contact, entries, flags, case: facts }: OpenCase) {
  return {
    format: 'romduol-case-bundle',
    v: 1,
    case: caseId,
    team: stored.team,
    madeOn: new Date(desk.clock()).toISOString(),
    madeBy: desk.member.handle,
    organisation: desk.organisation,
    report: { received: stored.day, sealedBy: report.sealedBy, answers, contact, flags },
    state: facts.state,
    level: facts.level,
    entries: entries.map(({ seq, author, keyringVersion, content, hash }) => ({
      seq,
      author: { id: author, handle: handleOf(desk, author) },
      keyringVersion,
      content,
      hash: toHex(hash),
      applied: !facts.irregular.some((one) => one.seq === seq),
    })),
  };
}
