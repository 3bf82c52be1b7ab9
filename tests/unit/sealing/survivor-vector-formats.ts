// Files, conversation and second word, as `vector-formats.ts` has the rest.
import type { SealedMessage } from '@romduol/shared/api/conversation';
import { openAttachment, sealAttachment, uploadCheck, uploadToken } from '@romduol/shared/sealing/attachment';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { utf8 } from '@romduol/shared/sealing/bytes';
import {
  type Message,
  firstPrevious,
  messageHash,
  openConversation,
  openMessages,
  sealConversation,
  sealMessage,
} from '@romduol/shared/sealing/conversation';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { siteHash, signSiteItem, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import type { Sealed } from '@romduol/shared/sealing/sealed';
import { openSharedWords, sealSharedWords } from '@romduol/shared/sealing/shared-words';
import { sodium } from '@romduol/shared/sealing/sodium';
import { checkHandOver, readSignedHandOver, signHandOver } from '@romduol/shared/sealing/hand-over';
import type { MemberId, OrganisationId } from '@romduol/shared/ids';
import { CASE, seedOf } from './fixtures.ts';
import { EPOCH_FORMATS } from './epoch-vector-formats.ts';
import { MEMBER_FORMATS } from './member-vector-formats.ts';
import { format } from './vector-format.ts';

export const NOTE: AttachmentNote = {
  object: '7d1f2c52-8b0a-4a3c-9a86-2d2f4f1f7b11',
  name: 'រូបថត 1.jpg',
  type: 'image/jpeg',
  length: 81_234,
};

export const SURVIVOR_FORMATS = {
  ...EPOCH_FORMATS,
  ...MEMBER_FORMATS,

  attachment: format({
    inputs: { caseId: CASE, place: 2, key: seedOf(41), length: 300_000 },
    make({ length, ...owner }): Uint8Array[] {
      const sealer = sealAttachment(owner);
      const content = new Uint8Array(length).fill(7);
      return [...sealer.push(content), ...sealer.finish()].map((chunk) => sodium().hash(32, chunk));
    },
    open: (hashes) => hashes,
  }),

  /** Small enough to keep whole; the one above holds the hashes of two chunks. */
  voice: format({
    inputs: { caseId: CASE, place: 0, key: seedOf(42), content: utf8('សំឡេង') },
    make({ content, ...owner }): Uint8Array[] {
      const sealer = sealAttachment(owner);
      return [...sealer.push(content), ...sealer.finish()];
    },
    open(chunks, { content, ...owner }) {
      const opener = openAttachment(owner, content.length);
      const opened = chunks.map((chunk) => opener.open(chunk));
      opener.finish();
      return { opened, token: uploadToken(owner.key), check: uploadCheck(uploadToken(owner.key)) };
    },
  }),

  /** What begins a case that another organisation hands over. */
  hand_over: format({
    inputs: {
      begun: { caseId: CASE, commit: seedOf(45), keyringVersion: 3 },
      author: '5b8f8a4e-7c0e-4d53-9a6f-1d3c2b4a5e6f' as MemberId,
      note: '{"v":1,"purpose":"ដើម្បីឱ្យគេបន្តករណី"}',
      seed: seedOf(46),
    },
    make: ({ begun, author, note, seed }) => signHandOver(begun, author, note, sodium().signKeypair(seed).secretKey),
    open(signed, { begun, seed }) {
      const read = readSignedHandOver({ ...signed });
      checkHandOver(begun, read, sodium().signKeypair(seed).publicKey);
      return read.note;
    },
  }),

  conversation: format({
    inputs: { caseId: CASE, commit: seedOf(43), key: seedOf(44), words: ['សួស្តី', 'Are you safe?'] },
    make({ caseId, commit, key, words }): SealedMessage[] {
      const message = (text: string): Message => ({ kind: 'words', text, seen: 0, by: '', attachments: [NOTE] });
      const first = { caseId, counter: 1, epoch: 0 } as const;
      const [asked = '', answered = ''] = words;
      const from = sealMessage(
        { ...first, direction: 0, previous: firstPrevious({ caseId, commit }, 0) },
        key,
        message(asked),
      );
      const to = sealMessage(
        { ...first, direction: 1, previous: firstPrevious({ caseId, commit }, 1) },
        key,
        message(answered),
      );
      const next = { ...first, direction: 1, counter: 2, previous: messageHash(caseId, to) } as const;
      return [from, to, sealMessage(next, key, { ...message(answered), kind: 'received', seen: 1 })];
    },
    open: (messages, { key, ...report }) => openMessages(report, messages, () => key),
  }),

  /** What a receipt finds, as it goes over the line; and that nothing is found. */
  answer: format({
    inputs: { lookup: seedOf(48), stranger: seedOf(49), commit: seedOf(43) },
    make({ lookup, commit }): Sealed {
      const reporterCopy = { nonce: commit.slice(0, 24), ciphertext: new Uint8Array(48) };
      const nothing = { keys: null, messages: [], attachments: [], withdrawal: null };
      return sealConversation(lookup, { caseId: CASE, commit, reporterCopy, ...nothing });
    },
    open: (sealed, { lookup, stranger }) => ({
      found: openConversation(lookup, sealed),
      unknown: openConversation(stranger, sealed),
    }),
  }),

  site: format({
    inputs: { key: seedOf(45), number: 3, text: '# សិទ្ធិ\n\nYour rights' },
    make({ key, number, text }) {
      const organisation = 'lotus' as OrganisationId;
      const item = { organisation, item: 'text/rights', language: 'km', number, hash: siteHash(utf8(text)) };
      return { ...item, signature: signSiteItem(item, sodium().signKeypair(key)) };
    },
    open({ signature, ...item }, { key, text }) {
      verifySiteItem({ ...item, hash: siteHash(utf8(text)) }, signature, sodium().signKeypair(key).publicKey);
      return item;
    },
  }),

  shared_words: format({
    inputs: {
      owner: { caseId: CASE, consentId: 'cccccccc-0000-4000-8000-000000000001', conversationKey: seedOf(46) },
      seed: seedOf(47),
      content: [{ heading: { en: 'Age group', km: 'ក្រុមអាយុ' }, parts: [{ label: null, text: 'ដប់ប្រាំ' }] }],
    },
    make: ({ owner, seed, content }) => sealSharedWords(owner, sodium().kemKeypair(seed).publicKey, content),
    open: (words, { owner, seed }) => openSharedWords(owner, sodium().kemKeypair(seed), words),
  }),

  second_word: format({
    inputs: { word: ' ផ្កា​', caseId: CASE },
    make: ({ word, caseId }) => deriveSecondWord(word, caseId),
    open: (keys) => keys,
  }),
};
