import { join } from 'node:path';
import { loadAssets } from '@romduol/server/assets/assets';
import type { Deployed, Fetched } from '@romduol/server/verify-web/deployed';
import { verifyWeb } from '@romduol/server/verify-web/verify-web';
import type { Answer } from '@romduol/shared/api/contract';
import { listReleases, type StoredRelease } from '@romduol/shared/api/statistics';
import { signRelease } from '@romduol/shared/sealing/release-signature';
import { countersign, freezeCohort, proposeFrozen } from '@romduol/web/desk/freeze';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshCohort, NAME, RIPE, freshCohort } from '../../http/fresh-cohort.ts';

const assets = loadAssets(join(import.meta.dirname, '../../../web/dist/public'));

describe('published figures compared with the releases they are drawn from', () => {
  let cohort: FreshCohort;
  beforeAll(async () => {
    cohort = await freshCohort('pglite');
    await cohort.goTo(RIPE);
    const { sopheap, phalla } = cohort.desks;
    await proposeFrozen(sopheap, await freezeCohort(sopheap, { ...NAME, kind: 'incident' }));
    await countersign(phalla, { ...NAME, kind: 'incident' });
  });
  afterAll(() => cohort.fresh.close());

  const compare = (change: (path: string, fetched: Fetched) => Fetched, call = cohort.fresh.call) => {
    const { app, clock } = cohort.fresh;
    const deployed: Deployed = {
      origin: 'in this process',
      call,
      async fetch(path) {
        const answer = await app.request(path);
        const body = new Uint8Array(await answer.arrayBuffer());
        return change(path, { status: answer.status, headers: answer.headers, body });
      },
    };
    return verifyWeb(deployed, assets, () => clock.now);
  };

  test('are all compared, and equal', async () => {
    const { files, differences } = await compare((_, fetched) => fetched);
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('/km/statistics/rainbow/incident/2026-q1');
    expect(paths).toContain('/en/statistics/rainbow/incident/2026-q1.csv');
    expect(files.filter(({ status }) => status !== 200)).toHaveLength(2);
    expect(differences).toEqual([]);
  });

  test('signed by another organisation’s publisher, are named', async () => {
    const stranger = cohort.fresh.people['ros.chenda'];
    const call = (async (operation: never, input: never) => {
      const answer = await cohort.fresh.call(operation, input);
      if (operation !== (listReleases as never)) return answer;
      const { releases } = answer as Answer<typeof listReleases>;
      const signed = (release: StoredRelease) => ({
        member: stranger.id,
        signature: signRelease(release, stranger.identity.signing),
      });
      return { releases: releases.map((one) => ({ ...one, signatures: [...one.signatures, signed(one)] })) };
    }) as typeof cohort.fresh.call;
    const { differences } = await compare((_, fetched) => fetched, call);
    expect(differences).toContainEqual(expect.stringContaining('not of a publisher of that organisation'));
  });

  test('with one figure changed, in a page or in a file, are named', async () => {
    for (const path of ['/km/statistics/rainbow/incident/2026-q1', '/en/statistics/rainbow/incident/2026-q1.csv']) {
      const { differences } = await compare((asked, fetched) =>
        asked === path
          ? { ...fetched, body: Buffer.from(new TextDecoder('utf-8').decode(fetched.body).replace(/\d/, '')) }
          : fetched,
      );
      expect(differences).toEqual([expect.stringContaining(`${path}: its bytes are not those`)]);
    }
  });
});
