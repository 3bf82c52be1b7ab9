import type { MemberId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { foundSample, type SampleFounded } from './found-sample.ts';
import type { App } from '../app.ts';
import { USUAL_CASES } from './case-quotas.ts';
import { makeDice } from './dice.ts';
import { enterDirectories } from './directory-work.ts';
import { liveThrough } from './live-through.ts';
import { callInProcess, openMemberDesks } from './member-desks.ts';
import { SAMPLE_ORGANISATIONS } from './organisations.ts';
import { planCases } from './plan-cases.ts';
import type { ReceiptSource } from './receipts.ts';
import type { SampleClock } from './sample-clock.ts';
import { makeReporter } from './send-report.ts';
import { publishSampleSite } from './site-work.ts';
import { demoTimeline } from './timeline.ts';

/** The same stories every time. */
const SEED = 20_210_610;

export type SeedOptions = {
  readonly app: Pick<App, 'request'>;
  readonly foundingToken: string;
  /** The app's own clock. It is let go at the end. */
  readonly clock: SampleClock;
  readonly cases: number;
  readonly receipts: (fingerprint: Uint8Array, count: number) => ReceiptSource;
  readonly progress: (line: string) => void;
};

/**
 * Fills an empty deployment with two organisations and their last three quarters, by the functions that the console and
 * the report page call. Needs the sumo build of libsodium installed.
 */
export async function seedDemo(options: SeedOptions): Promise<SampleFounded> {
  const { app, clock, cases, progress } = options;
  const timeline = demoTimeline(dayAt(clock.now()));
  clock.beginDay(timeline.founded);
  const line = callInProcess(app);
  progress('making keys and passphrases of the sample members');
  const founded = await foundSample(line.call, clock.now, options.foundingToken, SAMPLE_ORGANISATIONS);
  const receipts = options.receipts(founded.fingerprint, Math.min(cases, USUAL_CASES));
  try {
    const desks = openMemberDesks(app, clock, founded.accounts);
    progress('entering the directories of authorities and services');
    const directories = await enterDirectories(desks, timeline.founded);
    progress('publishing what the organisations say on the public pages');
    await publishSampleSite(desks, timeline.founded);
    const ids = new Map<string, MemberId>();
    for (const { handle } of founded.accounts) ids.set(handle, (await desks.desk(handle)).member.id);
    await desks.endDay('full');
    const planned = planCases(makeDice(SEED), {
      cases,
      timeline,
      directories,
      memberId: (handle) => idOf(ids, handle),
    });
    const reporter = makeReporter(line, clock.now);
    await liveThrough({ timeline, cases: planned, desks, reporter, line, receipts, clock, progress });
  } finally {
    await receipts.close();
    clock.letGo();
  }
  return founded;
}

function idOf(ids: ReadonlyMap<string, MemberId>, handle: string): MemberId {
  const id = ids.get(handle);
  if (id === undefined) throw new RangeError(`no sample member ${handle}`);
  return id;
}
