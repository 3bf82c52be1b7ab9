import { readConversation } from '@romduol/web/desk/conversation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../database/fresh.ts';
import { samplePng, sampleWav, secretsIn } from '../files/samples.ts';
import { type TalkFiles, file, openTalkFiles } from './talk-files.ts';

describe.each(kinds)('files from the team on %s', (kind) => {
  let talk: TalkFiles;
  beforeAll(async () => {
    talk = await openTalkFiles(kind);
  });
  afterAll(() => talk.fresh.close());

  test('a file of the team reaches the reporter byte for byte, to be saved and never to be opened by a browser', async () => {
    const given = await talk.handIn();
    const picture = samplePng(900_000);
    await talk.sendFromTeam(given, 'the way to us', [
      file(picture.bytes, 'ផែនទី (1).png'),
      file(sampleWav(9_000), 'b.wav'),
    ]);
    const html = await (
      await talk.post([
        ['receipt', given.receipt],
        ['act', 'open'],
      ])
    ).text();
    expect(html).toContain('value="download 1.0"');
    expect(html).toContain('A saved file stays on this phone');
    const saved = await talk.post([
      ['receipt', given.receipt],
      ['act', 'download 1.0'],
    ]);
    expect([saved.status, Object.fromEntries(saved.headers)]).toMatchObject([
      200,
      {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('ផែនទី 1.png')}`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining('sandbox'),
      },
    ]);
    const content = Buffer.from(await saved.arrayBuffer());
    expect(Number(saved.headers.get('content-length'))).toBe(content.length);
    expect(content.includes(picture.pixels)).toBe(true);
    for (const secret of secretsIn(picture.bytes)) expect(content.includes(secret)).toBe(false);
    const sound = await talk.post([
      ['receipt', given.receipt],
      ['act', 'download 1.1'],
    ]);
    expect(Buffer.from(await sound.arrayBuffer()).equals(sampleWav(9_000))).toBe(true);
  });

  test('nobody else gets it, and nothing that is not there', async () => {
    const given = await talk.handIn();
    const other = await talk.handIn();
    await talk.sendFromTeam(given, '', [file(sampleWav(9_000), 'b.wav')]);
    await talk.reply(given.receipt, [['voice', file(sampleWav(7_000), 'own.wav')]]);
    for (const [receipt, name] of [
      [other.receipt, '1.0'],
      [given.receipt, '1.1'],
      [given.receipt, '2.0'],
      [given.receipt, ''],
    ] as const) {
      const served = await talk.post([
        ['receipt', receipt],
        ['act', `download ${name}`],
      ]);
      expect(served.headers.get('content-type')).toContain('text/html');
      expect(await served.text()).toContain('The file is not whole or was changed');
    }
    expect((await given.read())?.attachments.map(({ direction }) => direction)).toEqual([0, 1]);
  });

  test('one that was changed is not given out: said at once, or broken off where it begins to differ', async () => {
    const given = await talk.handIn();
    await talk.sendFromTeam(given, 'x', [file(sampleWav(300_000), 'b.wav')], { spoil: /\/0$/ });
    const said = await talk.post([
      ['receipt', given.receipt],
      ['act', 'download 1.0'],
    ]);
    expect(await said.text()).toContain('The file is not whole or was changed');
    await talk.sendFromTeam(given, 'y', [file(sampleWav(300_000), 'b.wav')], { spoil: /\/2$/ });
    const broken = await talk.post([
      ['receipt', given.receipt],
      ['act', 'download 2.0'],
    ]);
    expect(broken.headers.get('content-disposition')).toContain('attachment');
    await expect(broken.arrayBuffer()).rejects.toThrow(/./);
    // The control: untouched it comes whole.
    await talk.sendFromTeam(given, 'z', [file(sampleWav(300_000), 'b.wav')]);
    const whole = await talk.post([
      ['receipt', given.receipt],
      ['act', 'download 3.0'],
    ]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(sampleWav(300_000))).toBe(true);
  });

  test('a file that has not come whole is said to be missing, and not given out', async () => {
    const given = await talk.handIn();
    await talk.sendFromTeam(given, 'x', [file(sampleWav(300_000), 'b.wav')], { lose: /\/1$/ });
    expect((await readConversation(talk.desk, given.caseId)).lines.at(-1)?.files).toMatchObject([{ arrived: false }]);
    const html = await (
      await talk.post([
        ['receipt', given.receipt],
        ['act', 'open'],
      ])
    ).text();
    expect(html).toContain('has not arrived whole');
    expect(html).not.toContain('value="download');
  });
});
