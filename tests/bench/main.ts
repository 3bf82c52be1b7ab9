import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { benchAttachments } from './attachments.ts';
import type { Figure } from './figure.ts';
import { benchFormIntake } from './form-intake.ts';
import { benchIntake } from './intake.ts';
import { benchReportPage } from './report-page.ts';
import { benchStart } from './start.ts';
import { benchStatistics } from './statistics.ts';

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  page: benchReportPage,
  start: benchStart,
  intake: benchIntake,
  form: benchFormIntake,
  attachments: benchAttachments,
  statistics: benchStatistics,
};

/** Everything here runs on this machine alone and ends by itself; this is for a machine on which it does not. */
const LONGEST_MS = 20 * 60_000;

/** Runs the parts that are named, or all, and prints one line of JSON a figure. */
async function run(): Promise<void> {
  const named = process.argv.slice(2).filter((name) => name in PARTS);
  const limit = setTimeout(() => {
    console.error('The benchmarks took too long and were stopped.');
    process.exit(1);
  }, LONGEST_MS);
  useSodium(await loadSumoSodium());
  for (const [name, bench] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const figure of await bench()) console.log(JSON.stringify(figure));
  }
  clearTimeout(limit);
}

await run();
