import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import { CaseId, type TeamId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { fieldsOf } from '@romduol/shared/questionnaire/read-answers';
import { type ReportToSeal, encodeSealedReport, sealReport } from '@romduol/shared/sealing/envelope';
import { checkKeys, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, formatReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { type Caller, makeCaller } from '@romduol/web/desk/caller';
import { readForm } from '@romduol/web/enhance/read-form';

export type Report = { readonly answers: Answers; readonly contact: ContactAnswers };

type Received = { readonly status: number; readonly text: string; readonly cookies: readonly string[] };

/**
 * One request on a connection of its own: a kept one would be closed by the server while this thread derives keys, and
 * look like a loss. Null when the connection broke.
 */
function ask(
  address: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string | null,
): Promise<Received | null> {
  return new Promise((resolve) => {
    const sent = request(address, { method, agent: false, headers }, (answer) => {
      text(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, text: read, cookies: answer.headers['set-cookie'] ?? [] }),
        () => resolve(null),
      );
    });
    sent.once('error', () => resolve(null));
    sent.end(body ?? undefined);
  });
}

/** Calls the server as a page of its own would, keeping the session's cookie, which `keep` hears of too. */
export function callerOf(origin: string, keep: (cookie: string) => void = () => undefined): Caller {
  let cookie = '';
  return makeCaller(async ({ method, path, body }) => {
    const headers = { origin, cookie, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    const answer = await ask(origin + path, method, headers, body);
    if (answer === null) throw new Error('the connection broke');
    cookie = answer.cookies[0]?.split(';')[0] ?? cookie;
    keep(cookie);
    return answer;
  });
}

/** What the report page's worker does. The body that it gives may be sent any number of times. */
export type Sealer = (
  report: Report,
  /** Files that follow it, sealed under `key`. */
  files?: Pick<ReportToSeal, 'key' | 'attachments'>,
) => { readonly body: string; readonly receipt: string; readonly caseId: CaseId; readonly lookup: Uint8Array };

/** Fetches the keyring and every team's keys, as so many pages would. */
export async function openSealer(origin: string): Promise<Sealer> {
  const call = callerOf(origin);
  const { file } = await call(readKeyring);
  if (file === null) throw new Error('nobody can receive reports yet');
  const { keyring, expired } = verifyKeyring(file, { today: dayAt(Date.now()) });
  const keys = new Map<TeamId, readonly Uint8Array[]>();
  for (const { id } of keyring.teams) keys.set(id, (await call(readTeamKeys, { query: { team: id } })).keys);
  return ({ answers, contact }, files) => {
    const form = readForm(fieldsOf(answers, contact), { keyring, expired }, files && []);
    if (!form.ok) throw new Error('the form is not accepted');
    const digits = generateReceipt();
    const report = sealReport({
      caseId: CaseId.parse(crypto.randomUUID()),
      team: form.team.id,
      keyringVersion: keyring.version,
      recipients: checkKeys(form.recipients, keys.get(form.team.id) ?? []),
      answers: form.answers,
      contact: form.contact,
      sealedBy: 'browser',
      receipt: deriveReceipt(digits, keyring.fingerprint),
      ...files,
    });
    const { caseId, lookup } = report;
    return { body: encodeSealedReport(report), receipt: formatReceipt(digits, 'latin'), caseId, lookup };
  };
}

/** With script: what was sealed goes to the API. Null when the connection broke; throws when it was refused. */
export async function sendSealed(origin: string, body: string): Promise<'stored' | 'repeated' | null> {
  const answer = await ask(`${origin}/api/reports`, 'POST', { origin, 'content-type': 'application/json' }, body);
  if (answer === null) return null;
  if (answer.status === 201) return 'stored';
  if (answer.status === 200) return 'repeated';
  throw new Error(`a sealed report was answered ${answer.status}`);
}

/** Without script: the form is posted, and the receipt read from the page that comes back. */
export async function sendForm(
  origin: string,
  { answers, contact }: Report,
  files: readonly File[] = [],
  /** Names of the page's own choices, made. */
  choices: readonly string[] = [],
): Promise<string | null> {
  const form = new FormData();
  for (const file of files) form.append('attachments', file);
  for (const name of choices) form.append(name, 'yes');
  for (const [name, value] of fieldsOf(answers, contact)) form.append(name, value);
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  const body = new Uint8Array(await encoded.arrayBuffer());
  const answer = await ask(`${origin}/en/report`, 'POST', { origin, 'content-type': type }, body);
  if (answer === null) return null;
  if (answer.status !== 200) throw new Error(`a form was answered ${answer.status}`);
  return /id="receipt"[^>]*>((\d{4} ){4}\d{4})</.exec(answer.text)?.[1] ?? null;
}

/** Works through the list with so many hands at once; each takes the next when it has finished one. */
export async function withClients<T, R>(
  clients: number,
  list: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    for (let at = next++; at < list.length; at = next++) results[at] = await work(list[at] as T, at);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}
