import type { AnyOperation } from '@romduol/shared/api/contract';
import type { CaseId, MemberId, TeamId } from '@romduol/shared/ids';
import type { Line } from '@romduol/server/demo/member-desks';
import { keysWithoutReceipt } from '@romduol/server/demo/send-report';
import type { DeskActs } from '@romduol/web/desk/acts';
import { makeCaller, type Send } from '@romduol/web/desk/caller';
import { makeActs } from '@romduol/web/desk/make-acts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../../http/desk/office.ts';
import { OPERATIONS } from '../../http/operations.ts';

type Asked = Parameters<Send>[0];
type Heard = Asked & { readonly who: string; readonly status: number; readonly text: string };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const PARTNERS = ['rith', 'admin-south'] as const;
/** Of the same organisation, and of a team that the case is not with. */
const COLLEAGUE = 'bopha';
/** What of an answer is nobody's but the organisation's. */
const SEALED = ['caseId', 'ciphertext', 'nonce', 'slot', 'wrap', 'commit', 'head', 'reporterKey', 'draftId', 'entryId'];
/** Asked with bytes, or by the holder of a recovery card, who is no member: by address only. */
const BY_ADDRESS = /\/attachments|^\/api\/recovery\//;

/** Every value of a field of these names, wherever it stands. */
function valuesOf(value: unknown, names: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, names));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    names.includes(name) && typeof one === 'string' ? [one] : valuesOf(one, names),
  );
}

const matches = ({ method, path }: AnyOperation, asked: Asked): boolean =>
  method === asked.method.toLowerCase() && new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}(\\?|$)`).test(asked.path);

describe('a partner organisation, with the ids of the other’s cases', () => {
  let office: Office;
  let caseId: CaseId;
  let dara: MemberId;
  const partners = new Map<string, Line>();
  const heard: Heard[] = [];
  /** What a colleague of another team was answered, until the case was handed to that team. */
  const aside: Heard[] = [];
  const own: Heard[] = [];

  /** A console of the organisation, whose every request is sent by the partner's people first, to the letter. */
  async function shadowed(handle: string, colleague?: Line): Promise<DeskActs> {
    const line = office.line();
    await makeActs({ call: line.call, clock: office.clock }).signIn(handle, office.passphrases.get(handle) ?? '');
    const send: Send = async (asked) => {
      for (const [who, partner] of partners) {
        heard.push({ who, ...asked, ...(await partner.send(asked)) });
        // What they keep under their own name is theirs, but the same bytes: with it gone, what they are shown is somebody's.
        const draft =
          asked.method === 'PUT' && asked.path.startsWith('/api/drafts/') ? safeJson(asked.body ?? '') : null;
        for (const over of valuesOf(draft, ['nonce']))
          await partner.send({ method: 'DELETE', path: `${asked.path}?over=${over}`, body: null });
      }
      if (colleague !== undefined) aside.push({ who: COLLEAGUE, ...asked, ...(await colleague.send(asked)) });
      const answer = await line.send(asked);
      own.push({ who: handle, ...asked, ...answer });
      return answer;
    };
    const acts = makeActs({ call: makeCaller(send), clock: office.clock });
    await acts.unlock(handle, office.passphrases.get(handle) ?? '', handle === 'sophea');
    return acts;
  }

  beforeAll(async () => {
    office = await openOffice('pglite', '2026-06-01');
    const { send } = office.reporter;
    const report = (province: string) =>
      send({ answers: { narrative: 'They shouted.', province }, contact: {} } as never, keysWithoutReceipt());
    caseId = await report('KH-1');
    for (const who of PARTNERS) {
      const line = office.line();
      const passphrase = office.passphrases.get(who) ?? '';
      await makeActs({ call: line.call, clock: office.clock }).signIn(who, passphrase);
      partners.set(who, line);
    }
    await report('KH-22');

    const colleague = office.line();
    const passphraseThere = office.passphrases.get(COLLEAGUE) ?? '';
    await makeActs({ call: colleague.call, clock: office.clock }).signIn(COLLEAGUE, passphraseThere);
    const caseworker = await shadowed('dara', colleague);
    dara = (await caseworker.look()).member.id;
    const { proposal } = await caseworker.openCase(caseId);
    await caseworker.queuePage(null);
    await caseworker.queueRows([caseId]);
    await caseworker.record(caseId, { kind: 'opened' });
    await caseworker.record(caseId, {
      kind: 'triaged',
      level: proposal.level,
      proposed: proposal.level,
      reasons: [...proposal.reasons],
    });
    await caseworker.record(caseId, { kind: 'assigned', member: dara });
    await caseworker.conversation(caseId);
    await caseworker.answer(caseId, 'We have read it.');
    await caseworker.claims(caseId);
    await caseworker.noteDraft(`case:${caseId}:note`, 'begun');
    await caseworker.tendCases(null);
    await caseworker.prepareLock();
    await caseworker.drafts();
    const administrator = await shadowed('admin');
    await administrator.directory();
    const supervisor = await shadowed('sophea');
    await supervisor.record(caseId, {
      kind: 'handed_over',
      team: 'north-west' as TeamId,
      reason: 'Nearer to where she lives.',
    });
    await supervisor.record(caseId, { kind: 'closure_requested', reason: 'needs_met', keepEvidence: false });
    const second = await shadowed('sophea');
    await second.record(caseId, { kind: 'closure_approved' });
  }, 180_000);
  afterAll(() => office.close());

  const secrets = (): string[] => [...new Set(own.flatMap(({ text }) => valuesOf(safeJson(text), SEALED)))];

  test('is answered nothing to any request of the other’s people, sent by it to the letter', () => {
    const secret = secrets();
    expect(secret.length).toBeGreaterThan(40);
    const told = heard.filter(({ status, text }) => status < 400 && secret.some((one) => text.includes(one)));
    expect(told.map(({ who, method, path }) => `${who} ${method} ${path}`)).toEqual([]);
    const isAbout = ({ path }: Heard): boolean => path.includes(caseId) && !path.startsWith('/api/cases?');
    const about = heard.filter(isAbout);
    expect(about.filter(({ status }) => status !== 404 && status !== 403)).toEqual([]);
    // The control: to the organisation's own people the same requests gave all of it.
    expect(own.filter(({ status }) => status >= 400)).toEqual([]);
    expect(about.length).toBe(own.filter(isAbout).length * 2);
  });

  test('is as closed to a colleague of another team, who knows its ids as well', () => {
    const theirs = ({ path }: Heard): boolean => path.includes(caseId) && !path.startsWith('/api/cases?');
    const about = aside.filter(theirs);
    expect(
      about.filter(({ status }) => status !== 404).map(({ method, path, status }) => [method, path, status]),
    ).toEqual([]);
    expect(new Set(about.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).size).toBe(5);
    // What the case's own caseworker was given of it, no other answer brought either.
    const secret = new Set(
      own.filter((line) => line.who === 'dara' && theirs(line)).flatMap(({ text }) => valuesOf(safeJson(text), SEALED)),
    );
    secret.delete(caseId);
    expect(secret.size).toBeGreaterThan(10);
    const told = aside.filter(({ status, text }) => status < 400 && [...secret].some((one) => text.includes(one)));
    expect(told.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const listed = aside.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/cases?'));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ text }) => text.includes(caseId))).toEqual([]);
  });

  test('has been tried with every operation that names a case', () => {
    const naming = OPERATIONS.filter(([, { path }]) => path.includes(':caseId') && !BY_ADDRESS.test(path));
    const untried = naming.filter(([, operation]) => !heard.some((asked) => matches(operation, asked)));
    expect(untried.map(([name]) => name)).toEqual(['leaveCase']);
  });

  test('is told nothing at any address by any method', async () => {
    const secret = secrets();
    const draftId = own.flatMap(({ path }) => /^\/api\/drafts\/([\w-]+)$/.exec(path)?.[1] ?? [])[0];
    expect(draftId).toBeDefined();
    const address = ({ path }: AnyOperation): string =>
      path.replaceAll(/:(\w+)/g, (_, name: string) => {
        const known: Record<string, string> = {
          member: dara,
          draftId: draftId ?? caseId,
          kind: 'incident',
          cohort: '2026-Q1',
          series: 'north',
          chunk: '0',
        };
        return known[name] ?? caseId;
      });
    const told: string[] = [];
    let tried = 0;
    // Whoever signs out by one of them signs in again for the next.
    const leaves = (path: string): boolean => /session|sign-out/.test(path);
    for (const path of new Set(OPERATIONS.map(([, operation]) => address(operation)))) {
      // Answers without end: its own test holds it to those who may hear.
      if (path === '/api/changes' || leaves(path)) continue;
      for (const [who, line] of partners) {
        for (const method of METHODS) {
          const body = method === 'POST' || method === 'PUT' || method === 'PATCH' ? '{}' : null;
          const { status, text } = await line.send({ method, path, body });
          tried += 1;
          if (status >= 500 || secret.some((one) => text.includes(one)))
            told.push(`${who} ${method} ${path} ${status}`);
          if (path.includes(caseId) && status < 400) told.push(`${who} ${method} ${path} ${status}`);
        }
      }
    }
    expect(told).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
    // The control: it was signed in to the end.
    const list = await partners.get('rith')?.send({ method: 'GET', path: '/api/cases', body: null });
    expect(list?.status).toBe(200);
    expect((JSON.parse(list?.text ?? '') as { cases: unknown[] }).cases).toHaveLength(1);
    // And everything stands as its own people left it: a draft that is not the caller's is taken for one that has gone.
    expect(await (await shadowed('dara')).drafts()).toEqual([{ place: `case:${caseId}:note`, value: 'begun' }]);
    const after = await (await shadowed('sophea')).openCase(caseId);
    expect(after.case).toMatchObject({ state: 'closed', irregular: [] });
  });
});

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
