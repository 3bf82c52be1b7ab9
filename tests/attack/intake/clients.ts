import type { Answers, ContactAnswers } from '@romduol/shared/questionnaire/answers';
import { fieldsOf } from '@romduol/shared/questionnaire/read-answers';
import { readKeyring, readTeamKeys } from '@romduol/shared/api/keyring';
import { CaseId, type Day } from '@romduol/shared/ids';
import { encodeSealedReport, sealReport } from '@romduol/shared/sealing/envelope';
import { checkKeys, verifyKeyring } from '@romduol/shared/sealing/keyring';
import { deriveReceipt, formatReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { readForm } from '@romduol/web/enhance/read-form';
import { callerFor } from '../../end-to-end/deployment.ts';

type Report = { readonly answers: Answers; readonly contact: ContactAnswers };

/** Seals as the report page's worker does. The body may be sent any number of times. */
export async function sealForSending(
  origin: string,
  { answers, contact }: Report,
): Promise<{ body: string; receipt: string }> {
  const call = callerFor(origin);
  const { file } = await call(readKeyring);
  if (file === null) throw new Error('nobody can receive reports yet');
  const { keyring, expired } = verifyKeyring(file, { today: new Date().toISOString().slice(0, 10) as Day });
  const form = readForm(fieldsOf(answers, contact), { keyring, expired });
  if (!form.ok) throw new Error('the form is not accepted');
  const { keys } = await call(readTeamKeys, { query: { team: form.team.id } });
  const digits = generateReceipt();
  const report = sealReport({
    caseId: CaseId.parse(crypto.randomUUID()),
    team: form.team.id,
    keyringVersion: keyring.version,
    recipients: checkKeys(form.recipients, keys),
    answers: form.answers,
    contact: form.contact,
    sealedBy: 'browser',
    receipt: deriveReceipt(digits, keyring.fingerprint),
  });
  return { body: encodeSealedReport(report), receipt: formatReceipt(digits, 'latin') };
}

/** With script: what was sealed goes to the API. Null when the connection broke; throws when it was refused. */
export async function sendSealed(origin: string, body: string): Promise<'stored' | 'repeated' | null> {
  const answer = await post(origin, '/api/reports', body, { 'content-type': 'application/json' });
  if (answer === null) return null;
  if (answer.status === 201) return 'stored';
  if (answer.status === 200) return 'repeated';
  throw new Error(`a sealed report was answered ${answer.status}`);
}

/** Without script: the form is posted, and the receipt read from the page that comes back. */
export async function sendForm(origin: string, { answers, contact }: Report): Promise<string | null> {
  const body = new FormData();
  for (const [name, value] of fieldsOf(answers, contact)) body.append(name, value);
  const answer = await post(origin, '/en/report', body, {});
  if (answer === null) return null;
  if (answer.status !== 200) throw new Error(`a form was answered ${answer.status}`);
  return /id="receipt"[^>]*>((\d{4} ){4}\d{4})</.exec(answer.text)?.[1] ?? null;
}

async function post(
  origin: string,
  path: string,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const answer = await fetch(origin + path, { method: 'POST', headers: { origin, ...headers }, body });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
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
