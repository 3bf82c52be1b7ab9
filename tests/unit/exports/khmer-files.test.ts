import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeDataPackage } from '@romduol/shared/exports/data-package';
import { type Figures, figuresOf } from '@romduol/shared/statistics/figures';
import { writeFigures } from '@romduol/web/exports/formats';
import { sampleRelease } from '../charts/sample-release.ts';

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const ALL: readonly (readonly [string, Figures])[] = [
  ['incidents', figuresOf({ release: sampleRelease('incident'), hash: 'h'.repeat(43) })],
  ['outcomes', figuresOf({ release: sampleRelease('outcome', 900), hash: 'i'.repeat(43) })],
];

test.each(ALL)(
  '%s say the same in Khmer as in English: labels and notes in Khmer letters and digits, figures that programs read',
  async (_, figures) => {
    const files = unzipSync(await writeDataPackage(figures, sha256));
    const table = (name: string) =>
      Papa.parse<Record<string, string>>(decoded(files[name]!), { header: true, skipEmptyLines: true });
    for (const name of ['figures.csv', 'codebook.csv', 'rights.csv']) {
      const { data, meta } = table(name);
      const khmer = meta.fields!.filter((field) => field.endsWith('_km'));
      expect(khmer.length).toBeGreaterThan(0);
      for (const row of data)
        for (const field of khmer) {
          const [said, english] = [row[field]!, row[field.replace(/_km$/, '_en')]];
          // Empty only where the English is; else Khmer letters, and none of Latin ones or their digits.
          const sound = english === '' ? said === '' : /^[^0-9A-Za-z]*[\u1780-\u17ff][^0-9A-Za-z]*$/.test(said);
          expect([name, field, said, sound]).toEqual([name, field, said, true]);
        }
    }
    expect(table('figures.csv').data.every(({ value }) => /^\d+$/.test(value!))).toBe(true);
    const report = await writeFigures(figures, 'html', ['km'], sha256);
    const [, body = ''] = String(report).split('<body>');
    const said = body.replace(/<[^>]+>/g, ' ').replace(/(?:rock|reed|\/(?:incident|outcome)\/\S+|[hi]{43})/g, '');
    expect(said.match(/[0-9A-Za-z]{2,}|[0-9]/g) ?? []).toEqual([]);
  },
);
