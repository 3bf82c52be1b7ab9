import { callInProcess } from '@romduol/server/demo/member-desks';
import { type OpenDemo, openDemo } from '@romduol/server/demo/open-demo';
import { CASE_STATES } from '@romduol/shared/casework/states';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeActs } from '@romduol/web/desk/make-acts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, kinds } from '../../database/fresh.ts';
import { demoOptions } from '../../http/demo/demo-options.ts';

describe.each(kinds)('the whole demo of 150 cases, on %s', (kind) => {
  let options: ReturnType<typeof demoOptions>;
  let demo: OpenDemo;
  let closeDatabase = (): Promise<void> => Promise.resolve();

  const signIn = async (handle: string): Promise<DeskActs> => {
    const acts = makeActs({ call: callInProcess(demo.deployment.app).call, clock: options.clock });
    await acts.signIn(handle, demo.accounts.find((account) => account.handle === handle)?.passphrase ?? '');
    return acts;
  };

  beforeAll(async () => {
    const database = kind === 'postgresql' ? await freshDatabase(kind) : null;
    if (database !== null) closeDatabase = () => database.close();
    options = demoOptions(150, database === null ? {} : { DATABASE_URL: database.url ?? '' });
    demo = await openDemo(options);
    useSodium(await loadSumoSodium());
  });
  afterAll(async () => {
    await demo.deployment.stop();
    await closeDatabase();
    options.remove();
  });

  it('shows cases at every stage', async () => {
    const queues = [await (await signIn('romduol')).queue(), await (await signIn('chankiri')).queue()].flat();
    expect(queues).toHaveLength(150);
    expect(new Set(queues.map(({ summary }) => summary?.state ?? 'received'))).toEqual(new Set(CASE_STATES));
  });

  it.each(['incident', 'outcome'] as const)(
    'leaves sixty coded records for two publishers to release: %s',
    async (what) => {
      const [first, second] = [await signIn('romduol'), await signIn('kakoh')];
      const ripe = (await first.cohorts()).cohorts.find((one) => one.kind === what && one.state === 'ripe');
      const preview = await first.preview(ripe!);
      expect(preview.counted).toBeGreaterThanOrEqual(60);
      expect([preview.authors.missing, preview.authors.unexpected]).toEqual([[], []]);
      await first.propose(ripe!);
      await second.countersign(ripe!);
      const stood = (await second.cohorts()).cohorts.find((one) => one.kind === what && one.cohort === ripe!.cohort);
      expect(stood?.state).toBe('published');
      await expect(first.preview(ripe!)).rejects.toMatchObject({ code: 'already_released' });
    },
  );
});
