import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody on the net, as the proxy names them. */
export type Sender = { readonly origin: string; readonly address: string };

export type Sent = {
  /** Whether the server says that it has the report; null when the connection broke. */
  readonly stored: boolean | null;
  readonly milliseconds: number;
  /** How often it had to come back. */
  readonly returned: number;
};

type Answer = { readonly status: number; readonly text: string };

function post({ origin, address }: Sender, path: string, type: string, body: string): Promise<Answer | null> {
  return new Promise((resolve) => {
    const headers = { origin, 'x-forwarded-for': address, 'content-type': type };
    const sent = request(origin + path, { method: 'POST', agent: false, headers }, (answer) => {
      text(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, text: read }),
        () => resolve(null),
      );
    });
    sent.once('error', () => resolve(null));
    sent.end(body);
  });
}

/** Sends until it is taken. What the page's script and a reload do: the same again, a while after a 503. */
async function insist(send: () => Promise<Answer | null>, took: (answer: Answer) => boolean): Promise<Sent> {
  const begun = performance.now();
  for (let returned = 0; ; returned += 1) {
    const answer = await send();
    if (answer?.status === 503) await sleep(2_000);
    else {
      const milliseconds = performance.now() - begun;
      return { stored: answer === null ? null : took(answer), milliseconds, returned };
    }
  }
}

/** Without script. */
export const sendForm = (sender: Sender, narrative: string): Promise<Sent> =>
  insist(
    () =>
      post(sender, '/en/report', 'application/x-www-form-urlencoded', new URLSearchParams({ narrative }).toString()),
    ({ status, text: page }) => status === 200 && /id="receipt"[^>]*>(\d{4} ){4}\d{4}</.test(page),
  );

/** With script: `body` was sealed before. */
export const sendSealed = (sender: Sender, body: string): Promise<Sent> =>
  insist(
    () => post(sender, '/api/reports', 'application/json', body),
    ({ status }) => status === 201,
  );

/** Begins one every so many milliseconds, whether or not the earlier ones are answered, and waits for all of them. */
export async function sendEvery(
  milliseconds: number,
  count: number,
  send: (at: number) => Promise<Sent>,
): Promise<Sent[]> {
  const sent: Promise<Sent>[] = [];
  for (let at = 0; at < count; at += 1) {
    sent.push(send(at));
    await sleep(milliseconds);
  }
  return Promise.all(sent);
}
