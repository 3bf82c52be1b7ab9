// Everything in `shared` that reads what others wrote, by what it takes; and where those are held that are given nothing here.
import { z } from '@romduol/shared/schema';
import {
  readConsentAsk,
  readConsentSaid,
  readFeedbackAsk,
  readFeedbackSaid,
  readHandedOver,
  readItemTexts,
} from '@romduol/shared/casework/asks';
import { readDirectoryCsv } from '@romduol/shared/casework/directory-csv';
import { readHandOverNote } from '@romduol/shared/casework/hand-over';
import { recogniseFile } from '@romduol/shared/cleaning/recognise-file';
import { readerOf } from '@romduol/shared/cleaning/readable-file';
import type { Day } from '@romduol/shared/ids';
import { fromKhmerDigits } from '@romduol/shared/language/numerals';
import { readNotes } from '@romduol/shared/sealing/attachment-note';
import { fromBase64url, fromUtf8 } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { readGrant } from '@romduol/shared/sealing/grant';
import { invitationToken } from '@romduol/shared/sealing/invitation';
import { parseAuthority, parseIndex, parsePart } from '@romduol/shared/sealing/keyring-parse';
import { readLetterCode } from '@romduol/shared/sealing/letter-code';
import { unpad } from '@romduol/shared/sealing/padding';
import { normaliseReceipt } from '@romduol/shared/sealing/receipt';
import { readRecordList } from '@romduol/shared/sealing/record-list';
import { readRecoveryWords } from '@romduol/shared/sealing/recovery';
import { decodeJson } from '@romduol/shared/sealing/sealed';
import { readSharedWords } from '@romduol/shared/sealing/shared-words';
import { readSiteText } from '@romduol/shared/site/content';
import { readHelpNumbers } from '@romduol/shared/site/help-numbers';
import { readOrganisationSettings } from '@romduol/shared/site/organisation-settings';
import { readReception, readRetention } from '@romduol/shared/site/settings';
import { UnreadableRecord, unpackRecord } from '@romduol/shared/statistics/packed-record';
import { ReleaseError, parseRelease } from '@romduol/shared/statistics/release-file';
import { people } from './fixtures.ts';

/** The ways in which a decoder may refuse; anything else that is thrown is a fault of ours. */
const isForeseen = (error: unknown): boolean =>
  [SealingError, z.core.$ZodError, ReleaseError, UnreadableRecord].some((kind) => error instanceof kind);

/** Throws what was not foreseen; resolves when the decoder has answered or refused. */
export async function expectRefusal(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!isForeseen(error)) throw error;
  }
}

const grantOf = (statement: Uint8Array) => ({
  author: people.sokha.id,
  statement,
  signature: new Uint8Array(64),
});

export const OF_BYTES: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  decodeJson,
  parseAuthority,
  parseIndex,
  parsePart,
  parseRelease,
  readGrant: (bytes) => readGrant(grantOf(bytes) as Parameters<typeof readGrant>[0], null),
  readHelpNumbers,
  readOrganisationSettings,
  readReception,
  readRecordList: (list) => readRecordList({ member: people.sokha.id, number: 1, list, signature: new Uint8Array(64) }),
  readRetention,
  readSiteText,
  recogniseFile: (bytes) => recogniseFile(readerOf(bytes)),
  unpackRecord: (bytes) => unpackRecord(bytes, 1),
  unpad,
};

export const OF_TEXT: Readonly<Record<string, (text: string) => unknown>> = {
  fromKhmerDigits,
  invitationToken,
  normaliseReceipt,
  readConsentAsk,
  readConsentSaid,
  // Read character by character: of a megabyte a fifth tells as much.
  readDirectoryCsv: (text) =>
    readDirectoryCsv(text.slice(0, 200_000), [], '2026-11-22' as Day, () => crypto.randomUUID()),
  readFeedbackAsk,
  readFeedbackSaid,
  readHandOverNote,
  readHandedOver,
  readLetterCode,
  readRecoveryWords,
};

/** Of what stood in JSON that was authenticated. */
export const OF_VALUES: Readonly<Record<string, (value: unknown) => unknown>> = {
  readItemTexts,
  readNotes,
  readSharedWords,
};

/** Those that promise errors of the platform. */
export const OF_THE_PLATFORM = { fromBase64url, fromUtf8 };

/** Given anything in another test, which names them. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  cleanFile: 'tests/unit/cleaning/hostile.test.ts',
  readAnswers: 'tests/unit/questionnaire/read-answers.test.ts',
  openAttachment: 'tests/unit/sealing/attachment.test.ts',
  splitChunks: 'tests/unit/sealing/attachment.test.ts',
  openMessage: 'tests/unit/sealing/conversation.test.ts',
  openContact: 'tests/unit/sealing/envelope.test.ts',
  open: 'tests/unit/sealing/sodium-builds.test.ts',
};

/** Reached by nobody but another that is held. */
export const PART_OF: Readonly<Record<string, string>> = {
  cleanAnnotation: 'cleanFile',
  cleanDocx: 'cleanFile',
  cleanItemList: 'cleanFile',
  cleanPdf: 'cleanFile',
  cleanProfile: 'cleanFile',
  readBoxHead: 'cleanFile',
  readElement: 'cleanFile',
  readVarint: 'cleanFile',
  openSigned: 'openEntry',
  readRow: 'readDirectoryCsv',
  verifyChain: 'openEntry',
};

/** Named like decoders, but given only what this program has made or read itself. */
export const NO_DECODERS = ['openTasks', 'readCell', 'readColumns', 'readGate', 'splitBlock'];
