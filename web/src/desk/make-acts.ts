import { toBase64url } from '@romduol/shared/sealing/bytes';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import type { CaseId } from '@romduol/shared/ids';
import type { DeskActs } from './acts.ts';
import { checkAudit, readAudit, readWholeAudit } from './audit.ts';
import { askConsent, askFeedback } from './asks.ts';
import { makeBundle } from './bundle.ts';
import type { Caller } from './caller.ts';
import { doesCasework } from './case-key.ts';
import { record } from './change-readers.ts';
import { collectRecords, type Outbox, sendRecords } from './coded-records.ts';
import { answer, readConversation } from './conversation.ts';
import { type Clock, type Desk, DeskRefusal } from './desk.ts';
import {
  readDirectory,
  readEngagements,
  saveDirectoryEntries,
  saveDirectoryEntry,
  saveEngagement,
  tellDirectory,
} from './directory.ts';
import { makeGiveCase } from './give-case.ts';
import { makeDraftKeeper } from './drafts.ts';
import { found } from './founding.ts';
import { makeReleaseActs } from './release-acts.ts';
import type { KeptReaders } from './keep-readers.ts';
import { drawCode, endLinks, feedbackSince, openLink, readClaims } from './letters.ts';
import { type BeginWork, makeEnterActs } from './enter-acts.ts';
import { makeMemberActs } from './member-acts.ts';
import { saveNotices, showNotices } from './notices.ts';
import type { OpenStream } from './follow-changes.ts';
import { type OpenCase, openCase } from './open-case.ts';
import { type FetchBytes, openFile } from './open-file.ts';
import { makeQueueWork } from './queue-acts.ts';
import { handsOver, writeDownAnswers } from './record-entry.ts';
import { readReleases, showCase, showDesk } from './show.ts';
import { sealFile } from './seal-file.ts';
import { makeSiteActs } from './site-acts.ts';
import { type SendBytes, openOutgoing } from './outgoing-files.ts';
import { type DeriveRoot, signOut } from './sign-in.ts';
import { startWork } from './start-work.ts';
import { MAY_RECODE } from './may-recode.ts';
import { stateSeen } from './statements.ts';
import { tendAll, type TendedCases } from './tend-cases.ts';
import { showKept } from './retention.ts';
import { makeGiveWay } from './give-way.ts';
import { makeTakeReport } from './take-report.ts';

/** What nobody waits for with a screen before them: what is seen to by itself, and the line that tells of changes. */
const BEHIND = ['tendCases', 'rekeyed', 'changes'] as const;

/**
 * The acts of one console: they hold the desk, which is to say the member's identity, for as long as the worker lives in
 * which this is called.
 */
export function makeActs(way: {
  readonly call: Caller;
  /** Left out by those who open no files. */
  readonly fetchBytes?: FetchBytes;
  /** Left out by those who send none. */
  readonly sendBytes?: SendBytes;
  /** Left out by those who follow no changes. */
  readonly openStream?: OpenStream;
  /** Left out by those who have no room for it but here. */
  readonly deriveRoot?: DeriveRoot;
  /** Told when a desk is open, and no passphrase is needed any more. */
  readonly onOpen?: () => void;
  readonly clock: Clock;
  readonly pinnedRoot?: Uint8Array;
}): DeskActs {
  let opened: Desk | undefined;
  /** Asked for when the desk was opened, until a screen has asked for it or the desk is locked: they are opened drafts. */
  let begun: ReturnType<typeof drafts.read> | undefined;
  const drafts = makeDraftKeeper(() => desk());
  const takeReport = makeTakeReport(() => desk());
  const giveCase = makeGiveCase(() => desk());
  const outbox: Outbox = new Map();
  const queue = makeQueueWork(() => desk(), outbox, way);
  const giveWay = makeGiveWay();
  const outgoing = openOutgoing(way.sendBytes ?? noWay);
  /** Once for each opening, however often a screen asks. */
  let tended: Promise<TendedCases> | undefined;
  let tendedUnder = 0;
  let rekeyed: KeptReaders | null = null;

  const desk = (): Desk => {
    if (opened === undefined) throw new DeskRefusal('not_a_member', 'locked');
    return opened;
  };
  const begin: BeginWork = async (open, since) => {
    opened = await open;
    way.onOpen?.();
    tended = undefined;
    // What the first screen asks for, while the rest is seen to.
    queue.openAhead();
    begun = drafts.read();
    begun.catch(() => undefined);
    const work = startWork(opened);
    // After a lock it is mostly done; what it is refused with, the screens say that it is about.
    if (since === 'lock') work.catch(() => undefined);
    else await work;
    return showDesk(opened);
  };

  /** What follows from new entries: links of what is over end, and the directory hears how services were. */
  const afterwards = async (open: OpenCase, since: number): Promise<void> => {
    // The entries stand, whatever becomes of this: a link that lives on is ended with the case's next entry, and a directory
    // that cannot be written now misses one word.
    await endLinks(desk(), open.case).catch(() => undefined);
    await tellDirectory(desk(), feedbackSince(open.case, since)).catch(() => undefined);
  };
  const writeDown = async (caseId: CaseId): Promise<OpenCase> => {
    const { open, since } = await writeDownAnswers(desk(), caseId);
    await afterwards(open, since);
    return open;
  };

  const acts: DeskActs = {
    ...makeMemberActs(way, desk),
    ...makeEnterActs(way, desk, begin, queue.askAhead),
    ...makeSiteActs(desk),
    ...queue.acts,
    prepareLock: async () => {
      begun = undefined;
      if (opened === undefined) return null;
      await drafts.flush();
      await sendRecords(opened, outbox);
      return doesCasework(opened.member) ? stateSeen(opened, { daily: false }) : null;
    },
    signOut: async () => {
      await signOut(desk());
      opened = begun = undefined;
    },
    look: () => Promise.resolve(showDesk(desk())),
    found: async (token, plan) => {
      const founded = await found(way.call, way.clock, token, plan);
      return {
        handle: founded.handle,
        passphrase: founded.passphrase,
        rootSeed: toBase64url(founded.rootSeed),
        fingerprint: fingerprintWords(founded.fingerprint).join(' '),
      };
    },

    tendCases: (device) => {
      // Once more when a change of the keyring has been confirmed: somebody may have left by it.
      const { version } = desk().confirmed;
      if (version !== tendedUnder) tended = undefined;
      tendedUnder = version;
      const onStep = (kept: KeptReaders): void => {
        rekeyed = kept;
      };
      tended ??= tendAll(desk(), device, { onStep, atRest: giveWay.atRest })
        .catch((refusal: unknown) => {
          tended = undefined;
          throw refusal;
        })
        .finally(() => {
          rekeyed = null;
        });
      return tended;
    },
    rekeyed: async () => rekeyed,
    takeReport: (fields) => takeReport(fields),
    giveCase: async (caseId, referralId, receiptBy) => {
      // Here too, so that the directory hears of it.
      await writeDown(caseId);
      return giveCase(caseId, referralId, receiptBy);
    },
    openCase: async (caseId) => showKept(desk(), await openCase(desk(), caseId)),
    openFile: (caseId, place, message) => openFile(desk(), way.fetchBytes ?? noWay, { caseId, place, message }),
    record: async (caseId, entry) => {
      if (handsOver(entry)) await writeDown(caseId);
      const open = await record(desk(), caseId, entry);
      await afterwards(open, open.case.seq - 1);
      // More than coding decides it: a survivor's no, a duplicate, a case that is counted elsewhere.
      if (MAY_RECODE.has(entry.kind)) collectRecords(desk(), outbox, open);
      return showKept(desk(), open);
    },

    conversation: (caseId) => readConversation(desk(), caseId),
    answer: (caseId, text, prepared) =>
      answer(
        desk(),
        caseId,
        text,
        prepared === undefined ? undefined : { prepared: outgoing.prepared(prepared), handIn: outgoing.handIn },
      ),
    prepareFiles: (files, asIs) => outgoing.prepare(files, asIs),
    sending: async () => outgoing.sending(),
    askConsent: (caseId, draft) => askConsent(desk(), caseId, draft),
    askFeedback: (caseId, referralId) => askFeedback(desk(), caseId, referralId),
    writeDownAnswers: async (caseId) => showCase(desk(), await writeDown(caseId)),

    drawLetterCode: () => Promise.resolve(drawCode()),
    openLetterLink: (code) => openLink(desk(), code),
    claims: async (caseId) => readClaims(desk(), (await openCase(desk(), caseId)).case),
    sealFile,
    makeBundle: (caseId, bundleId, indexes) =>
      makeBundle(desk(), way.fetchBytes ?? noWay, { caseId, bundleId, indexes }),

    directory: () => readDirectory(desk()),
    saveDirectoryEntry: async (entryId, entry) => {
      const known = entryId === null ? null : (await readDirectory(desk())).find((one) => one.entryId === entryId);
      await saveDirectoryEntry(desk(), entry, known ?? null);
      return readDirectory(desk());
    },

    engagements: () => readEngagements(desk()),
    saveEngagement: async (engagement) => {
      await saveEngagement(desk(), engagement);
      return readEngagements(desk());
    },
    saveDirectoryEntries: async (entries, read) => {
      await saveDirectoryEntries(desk(), entries, read);
      return readDirectory(desk());
    },

    ...makeReleaseActs(desk),
    releases: () => readReleases(desk()),

    notices: () => showNotices(desk()),
    saveNotices: (wish) => saveNotices(desk(), wish),

    drafts: () => {
      const ahead = begun ?? drafts.read();
      begun = undefined;
      return ahead;
    },
    noteDraft: async (place, value) => drafts.note(place, value),

    audit: (filter, before) => readAudit(desk(), filter, before),
    wholeAudit: (filter) => readWholeAudit(desk(), filter),
    checkAudit: () => checkAudit(desk()),
  };
  return giveWay.watch(acts, BEHIND);
}

const noWay = (): Promise<never> => Promise.reject(new Error('no way to carry bytes'));
