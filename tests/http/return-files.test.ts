import { randomBytes } from 'node:crypto';
import { readConversation as readByReceipt } from '@romduol/shared/api/conversation';
import { openConversation } from '@romduol/shared/sealing/conversation';
import { LANGUAGES } from '@romduol/shared/language/language';
import { generateReceipt } from '@romduol/shared/sealing/receipt';
import { readConversation } from '@romduol/web/desk/conversation';
import { openFile } from '@romduol/web/desk/open-file';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { query } from '../database/query.ts';
import { samplePng, sampleWav, secretsIn } from '../files/samples.ts';
import { type Part, type TalkFiles, file, openTalkFiles } from './talk-files.ts';

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());

describe.each(kinds)('files of a reply on %s', (kind) => {
  let talk: TalkFiles;
  beforeAll(async () => {
    talk = await openTalkFiles(kind);
  });
  afterAll(() => talk.fresh.close());

  const rows: ReturnType<typeof query> = (text, ...values) => query(talk.fresh.database.db)(text, ...values);
  const filesOf = async (caseId: string): Promise<number> =>
    (await rows`select from attachments where case_id = ${caseId}::uuid`).length;

  test('a reply without script brings its files, cleaned, to whoever may open the case', async () => {
    const given = await talk.handIn();
    const picture = samplePng(300_000);
    const html = await talk.reply(given.receipt, [
      ['reply', 'two files'],
      ['voice', file(sampleWav(60_000), '2026-05-11 23.10.wav')],
      ['attachments', file(picture.bytes, 'ភាព.png')],
    ]);
    expect(html).toContain('Your message has been sent.');
    expect(html).toMatch(/ភាព\.png<\/b> · Picture · \d+ kB · sent/);
    const [line] = (await readConversation(talk.desk, given.caseId)).lines;
    expect(line).toMatchObject({ fromReporter: true, text: 'two files' });
    expect(line?.files.map(({ name, type, arrived }) => [name, type, arrived])).toEqual([
      ['', 'audio/wav', true],
      ['ភាព.png', 'image/png', true],
    ]);
    const message = { fromReporter: true, counter: 1 };
    const open = async (place: number) =>
      bytesOf(await openFile(talk.desk, talk.fetchBytes, { caseId: given.caseId, place, message }));
    expect((await open(0)).equals(sampleWav(60_000))).toBe(true);
    const opened = await open(1);
    expect(opened.includes(picture.pixels)).toBe(true);
    for (const secret of secretsIn(picture.bytes)) expect(opened.includes(secret)).toBe(false);
  });

  test('a recording alone is a reply, and the same form sent again is the same reply', async () => {
    const given = await talk.handIn();
    const parts: Part[] = [
      ['reply', ''],
      ['voice', file(sampleWav(20_000), 'x.wav')],
    ];
    for (let time = 0; time < 2; time += 1)
      expect(await talk.reply(given.receipt, parts, { language: 'km' })).toContain('សាររបស់អ្នកត្រូវបានផ្ញើហើយ។');
    expect((await given.read())?.messages).toHaveLength(1);
    expect((await given.read())?.attachments).toMatchObject([{ direction: 0, counter: 1, chunks: 1, received: 1 }]);
    // The same words with another file are another reply.
    await talk.reply(given.receipt, [parts[0] as Part, ['voice', file(sampleWav(21_000), 'x.wav')]]);
    expect((await given.read())?.messages).toHaveLength(2);
    await talk.reply(given.receipt, [parts[0] as Part, ['voice', file(sampleWav(21_000), 'x.wav')]], { after: '1' });
    expect((await given.read())?.messages).toHaveLength(2);
  });

  test('what is wrong with files is said with what was typed and which to choose again, and nothing is sent', async () => {
    const given = await talk.handIn();
    const odd = file(randomBytes(70_000), 'notes.xyz');
    const asked = await talk.reply(given.receipt, [
      ['reply', 'kept words'],
      ['attachments', odd],
    ]);
    expect(asked).toContain('From one of these files hidden details could not be removed.');
    expect(asked).toContain('Please choose these files again: notes.xyz');
    expect(asked).toContain('kept words');
    expect(asked).toMatch(/<fieldset id="as_is">/);
    const large = await talk.reply(given.receipt, [
      ['reply', 'kept words'],
      ['attachments', file(new Uint8Array(10_000_001), 'film.mp4')],
    ]);
    expect(large).toContain('Each may have 10 MB.');
    const tooLong = await talk.reply(given.receipt, [
      ['reply', 'x'.repeat(5_001)],
      ['voice', file(sampleWav(1_000), 'a.wav')],
    ]);
    expect(tooLong).toContain('longer than 5,000 characters');
    expect(tooLong).toContain('Please choose these files again: a.wav');
    expect((await given.read())?.messages).toEqual([]);
    expect(await filesOf(given.caseId)).toBe(0);
    await talk.reply(given.receipt, [
      ['reply', ''],
      ['attachments', odd],
      ['as_is', 'yes'],
    ]);
    expect((await given.read())?.messages).toHaveLength(1);
    expect(await filesOf(given.caseId)).toBe(1);
  });

  test('files under a number that opens nothing, or before it, are thrown away', async () => {
    const chunks = async (): Promise<number> => (await rows`select from attachment_chunks`).length;
    const before = await chunks();
    const voice: Part = ['voice', file(sampleWav(90_000), 'a.wav')];
    expect(await talk.reply(generateReceipt(), [['reply', 'x'], voice])).toContain('no report under this number');
    const given = await talk.handIn();
    const html = await (await talk.post([voice, ['receipt', given.receipt], ['act', 'reply']])).text();
    expect(html).not.toContain('has been sent');
    expect(await chunks()).toBe(before);
    expect((await given.read())?.messages).toEqual([]);
  });

  test.each(LANGUAGES)(
    'a number that opens a conversation is answered in as many bytes as one that does not (%s)',
    async (language) => {
      const given = await talk.handIn();
      const lengthFor = async (receipt: string): Promise<number> => {
        const answered = await talk.post(
          [
            ['receipt', receipt],
            ['act', 'open'],
          ],
          language,
        );
        return (await answered.arrayBuffer()).byteLength;
      };
      const known = await lengthFor(given.receipt);
      expect(known).toBe(await lengthFor(generateReceipt()));
      await talk.reply(given.receipt, [
        ['reply', 'ក'.repeat(200)],
        ['voice', file(sampleWav(1_000), 'a.wav')],
      ]);
      expect(await lengthFor(given.receipt)).toBe(known);
    },
  );

  test('the receipt tells nothing of the report’s own files, and not how many there are', async () => {
    const given = await talk.handIn();
    const { sealed } = await talk.fresh.call(readByReceipt, { body: { lookup: given.lookup } });
    expect(openConversation(given.lookup, sealed)?.attachments).toEqual([]);
  });
});
