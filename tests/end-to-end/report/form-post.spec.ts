import { connect } from 'node:net';
import type { Deployment } from '../deployment.ts';
import { expect, test } from '../fixtures.ts';

const post = (deployment: Deployment, body: BodyInit, headers: Record<string, string> = {}, path = '/en/report') =>
  fetch(deployment.origin + path, { method: 'POST', headers: { origin: deployment.origin, ...headers }, body });
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

test('multipart and urlencoded forms are taken alike', async ({ deployment }) => {
  for (const body of [form({ narrative: 'ពាក្យ' }), new URLSearchParams({ narrative: 'ពាក្យ' })]) {
    const answer = await post(deployment, body);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/id="receipt"[^>]*>(\d{4} ){4}\d{4}</);
  }
});

test('a form of another site is refused with a page in the reader’s language', async ({ deployment }) => {
  for (const headers of [{ origin: 'https://elsewhere.invalid' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await post(deployment, form({ narrative: 'x' }), headers, '/km/report');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<html lang="km">');
  }
});

test('what is too large is refused with a page in the reader’s language, even while it is being sent', async ({
  deployment,
}) => {
  for (const size of [600_000, 3_000_000]) {
    const answer = await post(deployment, form({ narrative: 'x'.repeat(size) }), {}, '/km/report');
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('<html lang="km">');
  }
});

test('a form that cannot be read is refused, and repeats nothing of what it held', async ({ deployment }) => {
  const cases: [BodyInit, Record<string, string>][] = [
    ['secretword', { 'content-type': 'text/plain' }],
    ['{"narrative":"secretword"}', { 'content-type': 'application/json' }],
    ['--x\r\nsecretword', { 'content-type': 'multipart/form-data; boundary=x' }],
    [
      '--x\r\nContent-Disposition: form-data; name="narrative"\r\n\r\nsecretword',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['secretword', { 'content-type': 'multipart/form-data' }],
    [
      Array.from({ length: 400 }, (_, n) => `f${n}=secretword`).join('&'),
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
  ];
  for (const [body, headers] of cases) {
    const answer = await post(deployment, body, headers);
    expect([400, 413]).toContain(answer.status);
    expect(await answer.text()).not.toContain('secretword');
  }
});

test('choices that are not on the lists and files in the place of words are refused with the page', async ({
  deployment,
}) => {
  const made = form({ narrative: 'words', safe_now: 'perhaps', team: 'nobody-knows' });
  made.append('identity_text', new File(['secretword'], 'a.txt'));
  const answer = await post(deployment, made);
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const id of ['safe_now', 'team', 'identity_text']) expect(html).toContain(`href="#${id}"`);
  expect(html).not.toContain('secretword');
});

test('the receipt is the answer only once the report is stored', async ({ deployment }) => {
  const desk = await deployment.desk('dara');
  const before = (await desk.queue()).length;
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => post(deployment, form({ narrative: `number ${n}` }))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  const receipts = await Promise.all(
    answers.map(async (answer) => /id="receipt"[^>]*>([\d ]{24})</.exec(await answer.text())?.[1]),
  );
  expect(new Set(receipts).size).toBe(12);
  expect((await desk.queue()).length - before).toBeGreaterThanOrEqual(12);
});

test('people who go away in the middle hold nobody up', async ({ deployment }) => {
  const { hostname, port } = new URL(deployment.origin);
  const half = Array.from({ length: 8 }, () => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST /en/report HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${deployment.origin}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n\r\n${'-'.repeat(100_000)}`,
    );
    return socket;
  });
  await new Promise((later) => setTimeout(later, 300));
  for (const socket of half) socket.destroy();
  expect((await post(deployment, form({ narrative: 'after them' }))).status).toBe(200);
});

test('nothing that was typed reaches the server’s output', async ({ deployment }) => {
  await post(deployment, form({ narrative: 'zanzibarword' }));
  await post(deployment, form({ identity_text: 'zanzibarword'.repeat(30) }));
  await post(deployment, 'zanzibarword', { 'content-type': 'text/plain' });
  expect(deployment.output()).not.toContain('zanzibarword');
});
