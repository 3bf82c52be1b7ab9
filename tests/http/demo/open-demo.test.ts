import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { callInProcess } from '@romduol/server/demo/member-desks';
import { type OpenDemo, openDemo } from '@romduol/server/demo/open-demo';
import { listReleases } from '@romduol/shared/api/statistics';
import type { OrganisationId, TeamId } from '@romduol/shared/ids';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { checkPublished } from '@romduol/shared/statistics/check-published';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import { openDeployment, type OpenDeployment } from '@romduol/server/start';
import type { DeskActs } from '@romduol/web/desk/acts';
import { foundSample } from '@romduol/server/demo/found-sample';
import { makeCaller } from '@romduol/web/desk/caller';
import { makeActs } from '@romduol/web/desk/make-acts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, kinds } from '../../database/fresh.ts';
import { demoOptions } from './demo-options.ts';

const CASES = 60;

/** One organisation with one member: as much as a founding takes. */
const SMALLEST_PLAN = {
  organisations: [
    {
      id: 'small' as OrganisationId,
      name: { en: 'Small', km: 'តូច' },
      teams: [{ id: 'all' as TeamId, name: { en: 'All', km: 'ទាំងអស់' }, provinces: [], duty: true }],
      members: [{ handle: 'one', roles: ['administrator'] as const, publisher: false, teams: [] }],
    },
  ],
};

async function foundSmallest({ app, foundingToken }: OpenDeployment): Promise<void> {
  useSodium(await loadSumoSodium());
  await foundSample(callInProcess(app).call, demoOptions(CASES).clock, foundingToken ?? '', SMALLEST_PLAN);
}

describe('a demo', () => {
  const options = demoOptions(CASES);
  const lines: string[] = [];
  let demo: OpenDemo;

  const signIn = async (handle: string): Promise<DeskActs> => {
    let cookie = '';
    const { app } = demo.deployment;
    const call = makeCaller(async ({ method, path, body }) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie };
      const answer = await app.request(path, { method, headers, body });
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return { status: answer.status, text: await answer.text() };
    });
    const fetchBytes = async (path: string) => {
      const answer = await app.request(path, { headers: { cookie } });
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    };
    const acts = makeActs({ call, fetchBytes, clock: options.clock });
    await acts.signIn(handle, demo.accounts.find((account) => account.handle === handle)?.passphrase ?? '');
    return acts;
  };

  beforeAll(async () => {
    // A seeding that was cut short leaves members and no accounts behind; the next must begin again.
    const cutShort = await openDeployment({ ...options, kind: 'demo' });
    await foundSmallest(cutShort);
    await cutShort.stop();
    demo = await openDemo({ ...options, progress: (line) => lines.push(line) });
    useSodium(await loadSumoSodium());
  }, 240_000);

  afterAll(async () => {
    await demo.deployment.stop();
    options.remove();
  });

  it('is made anew where a seeding was cut short', () => {
    expect(lines[0]).toContain('beginning again');
    expect(demo.accounts).toHaveLength(19);
  });

  it('has two organisations with caseworkers, supervisors who publish, advocate and administrator in each', () => {
    for (const organisation of ['sample-romchang', 'sample-champei']) {
      const roles = demo.accounts
        .filter((account) => account.organisation === organisation)
        .map((account) => account.roles);
      expect(roles.filter((held) => held.includes('supervisor') && held.includes('publisher'))).toHaveLength(2);
      expect(roles.filter((held) => held.includes('caseworker')).length).toBeGreaterThanOrEqual(4);
      expect(roles.filter((held) => held.includes('advocate'))).toHaveLength(1);
      expect(roles.filter((held) => held.includes('administrator'))).toHaveLength(1);
    }
  });

  it('writes the accounts for their owner alone', () => {
    const file = join(options.config.dataDir, 'demo-accounts.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(demo.accounts);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('lets a supervisor of each organisation open every one of its cases', async () => {
    const queues = [await (await signIn('romduol')).queue(), await (await signIn('chankiri')).queue()];
    expect(queues.flat()).toHaveLength(CASES);
    expect(queues.flat().flatMap(({ problem }) => problem ?? [])).toEqual([]);
    const states = new Set(queues.flat().map(({ summary }) => summary?.state ?? 'received'));
    expect([...states].sort()).toEqual(
      expect.arrayContaining([
        'closed',
        'closure_requested',
        'duplicate',
        'implementing',
        'received',
        'triage',
        'withdrawn',
      ]),
    );
  });

  it('holds cases that a caseworker reads whole, with nothing irregular in their logs', async () => {
    const acts = await signIn('kolap');
    const rows = await acts.queue();
    expect(rows.length).toBeGreaterThan(5);
    for (const { caseId } of rows.slice(0, 8)) {
      const view = await acts.openCase(caseId);
      expect(view.case.irregular).toEqual([]);
      expect(view.flags).toEqual([]);
    }
    expect((await acts.directory()).length).toBeGreaterThan(15);
  });

  it('holds conversations with words and files both ways, which a supervisor opens', async () => {
    const acts = await signIn('romduol');
    const written: string[] = [];
    for (const { caseId, unanswered } of await acts.queue()) {
      const { lines: messages } = await acts.conversation(caseId);
      for (const line of messages) {
        const from = line.fromReporter ? 'reporter' : 'team';
        if (line.text !== '') written.push(`${from} words`);
        for (const [place, { type, arrived }] of line.files.entries()) {
          expect(arrived).toBe(true);
          const { size } = await acts.openFile(caseId, place, line);
          written.push(`${from} ${type} ${size > 1_000 ? 'whole' : 'empty'}`);
        }
      }
      if (unanswered > 0) written.push('unanswered');
    }
    expect([...new Set(written)].sort()).toEqual([
      'reporter audio/wav whole',
      'reporter words',
      'team image/png whole',
      'team words',
      'unanswered',
    ]);
  });

  it('has published an incident and an outcome cohort of the larger organisation, margins and multiples in order', async () => {
    const { releases } = await callInProcess(demo.deployment.app).call(listReleases);
    expect(releases.map(({ series, kind }) => [series, kind])).toEqual([
      ['sample-romchang', 'incident'],
      ['sample-romchang', 'outcome'],
    ]);
    for (const { file } of releases) expect(() => checkPublished(parseRelease(file))).not.toThrow();
  });

  it('leaves a ripe cohort of each kind, and of the smaller organisation none published', async () => {
    const { cohorts: larger } = await (await signIn('kakoh')).cohorts();
    for (const kind of ['incident', 'outcome']) {
      expect(larger.filter((cohort) => cohort.kind === kind && cohort.state === 'published')).toHaveLength(1);
      expect(larger.filter((cohort) => cohort.kind === kind && cohort.state === 'ripe')).toHaveLength(1);
    }
    const smaller = await signIn('sralao');
    const { cohorts } = await smaller.cohorts();
    expect(cohorts.filter(({ state }) => state === 'published')).toEqual([]);
    const ripe = cohorts.find(({ state, kind }) => state === 'ripe' && kind === 'incident');
    await expect(smaller.preview(ripe!)).rejects.toMatchObject({ code: 'too_few_records' });
  });

  it('says on its pages that it is a demo', async () => {
    const [live, page] = await Promise.all(
      ['/en/help', '/en/'].map(async (path) => (await demo.deployment.app.request(path)).text()),
    );
    expect(live).toMatch(/demonstration/i);
    expect(page).toMatch(/demonstration/i);
  });

  it('has an organisation that says something of its own, confirmed one number of its list, and speaks one section', async () => {
    const page = async (path: string) => (await demo.deployment.app.request(path)).text();
    expect(await page('/en/')).toContain('<h2>Sample organisation: Romchang</h2>');
    const help = await page('/en/help');
    expect(help.match(/last checked on/g)).toHaveLength(1);
    expect(help.match(/\(\s*not confirmed yet\s*\)/g)).toHaveLength(3);
    const [, address = ''] = /<audio preload="none" controls src="([^"]+)"/.exec(await page('/km/report')) ?? [];
    const clip = await demo.deployment.app.request(address);
    expect([clip.status, clip.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect((await clip.arrayBuffer()).byteLength).toBeLessThan(16_384);
  });

  it('keeps its banner when the ordinary start serves it', async () => {
    await demo.deployment.stop();
    const started = await openDeployment({ ...options, kind: 'live' });
    expect(await (await started.app.request('/en/')).text()).toMatch(/demonstration/i);
    await started.stop();
  });

  it('is served as it is when it is opened again', async () => {
    const before = lines.length;
    const again = await openDemo({ ...options, progress: (line) => lines.push(line) });
    expect(again.accounts).toEqual(demo.accounts);
    expect(lines).toHaveLength(before);
    demo = again;
    useSodium(await loadSumoSodium());
    expect(await (await signIn('kolap')).queue()).not.toEqual([]);
  });
});

describe('a demo refuses', () => {
  it('the database of a real deployment, and leaves it alone', async () => {
    const options = demoOptions(CASES);
    const live = await openDeployment({ ...options, kind: 'live' });
    await foundSmallest(live);
    await live.stop();
    await expect(openDemo(options)).rejects.toThrow('belongs to a real deployment');
    const after = await openDeployment({ ...options, kind: 'live' });
    expect(after.foundingToken).toBeNull();
    await after.stop();
    options.remove();
  });

  it.runIf(kinds.includes('postgresql'))(
    'a database server’s unfinished demo, which is not its own to empty',
    async () => {
      const database = await freshDatabase('postgresql');
      const options = demoOptions(CASES, { DATABASE_URL: database.url ?? '' });
      const unfinished = await openDeployment({ ...options, kind: 'demo' });
      await foundSmallest(unfinished);
      await unfinished.stop();
      await expect(openDemo(options)).rejects.toThrow('was not finished');
      await database.close();
      options.remove();
    },
  );
});
