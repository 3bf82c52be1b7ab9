import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { prepareHandOver } from '../../http/desk/hand-over.ts';
import { openTalkFiles } from '../../http/talk-files.ts';
import { runTool } from './run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'romduol-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a case that was handed over opens with age itself', async () => {
  const talk = await openTalkFiles('pglite');
  try {
    const given = await prepareHandOver(talk);
    const id = await given.ask(given.caseworker);
    await given.approve(given.supervisor, id);
    const { file } = await given.make(given.caseworker, id);
    const [sealed, key, opened] = ['case.age', 'key.txt', 'case.zip'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(sealed, file);
    writeFileSync(key, `${given.identity}\n`, { mode: 0o600 });
    const run = await runTool('age', ['--decrypt', '--identity', key, '--output', opened, sealed]);
    expect(run).toMatchObject({ code: 0, errors: '' });
    const contents = unzipSync(readFileSync(opened));
    expect(strFromU8(contents['case.json'] ?? new Uint8Array())).toContain(JSON.stringify(given.note));
    expect(Buffer.from(contents['files/001-file'] ?? []).equals(given.sound)).toBe(true);
  } finally {
    await talk.fresh.close();
  }
});
