import { type Answer } from '@romduol/shared/api/contract';
import { answerFactor, confirmTotp, offerTotp, signIn } from '@romduol/shared/api/second-factor';
import { authKey } from '@romduol/shared/sealing/identity';
import { Secret, TOTP } from 'otpauth';
import { type FreshApp, send } from './fresh-app.ts';
import type { Handle } from './people.ts';

export const HALF_MINUTE = 30_000;

const wrongOf = (code: string): string => code.replace(/^./, (digit) => String((Number(digit) + 5) % 10));

export function ticketOf(step: Answer<typeof signIn>): Uint8Array {
  if (!('ticket' in step)) throw new Error(`no ticket at ${step.step}`);
  return step.ticket;
}

/** Code generators of a fresh app's people, and the way in that asks for them. */
export function enrolments(app: () => FreshApp) {
  const secrets = new Map<Handle, Uint8Array>();
  const secretOf = (handle: Handle): Uint8Array => secrets.get(handle) ?? new Uint8Array(20);
  const codeOf = (secret: Uint8Array, steps = 0): string =>
    new TOTP({ secret: new Secret({ buffer: secret.slice().buffer }) }).generate({
      timestamp: app().clock.now + steps * HALF_MINUTE,
    });
  const begin = (handle: Handle) => app().call(signIn, { body: { handle, auth: authKey(app().people[handle].root) } });
  /** As the browser does it: the answer's cookie is what the rest is called with. */
  async function post(path: string, body: object): Promise<{ status: number; cookie: string; said: unknown }> {
    const text = JSON.stringify(body, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value,
    );
    const answer = await send(app().app, 'POST', path, { body: text });
    return {
      status: answer.status,
      cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
      said: await answer.json(),
    };
  }
  return {
    secretOf,
    codeOf,
    wrongOf,
    begin,
    post,
    /** Sets up a generator at the first sign-in; the session's cookie. */
    async enrol(handle: Handle): Promise<string> {
      const ticket = ticketOf(await begin(handle));
      const { secret } = await app().call(offerTotp, { body: { ticket } });
      secrets.set(handle, secret);
      const { cookie, status } = await post(confirmTotp.path, { ticket, code: codeOf(secret) });
      if (status !== 200) throw new Error(`enrolling answered ${status}`);
      return cookie;
    },
    /** Signs in with the next code; the session's cookie. */
    async giveCode(handle: Handle): Promise<string> {
      app().clock.now += 2 * HALF_MINUTE;
      const ticket = ticketOf(await begin(handle));
      return (await post(answerFactor.path, { ticket, code: codeOf(secretOf(handle)) })).cookie;
    },
  };
}
