import { connect, Refusal } from '@romduol/web/console/desk-line';
import { openDoor } from '@romduol/web/console/desk-door';
import { describe, expect, it, onTestFinished } from 'vitest';

const acts = {
  double: (n: number) => Promise.resolve(n * 2),
  echo: (bytes: Uint8Array) => Promise.resolve(bytes),
  refuse: () =>
    Promise.reject(
      Object.assign(new Error('what somebody typed'), { code: 'illegal_entry', reason: 'no_live_consent' }),
    ),
  breakDown: () => Promise.reject(new TypeError('what somebody typed')),
  leak: () => Promise.reject(Object.assign(new Error('x'), { code: 'What Somebody Typed' })),
  wait: () => new Promise<never>(() => {}),
};

function line() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  return { near: connect<typeof acts>(port1), far: port2 };
}

function open() {
  const { near, far } = line();
  openDoor(far, acts);
  return near;
}

describe('the line between page and desk', () => {
  it('brings an answer back to whoever asked, bytes as bytes', async () => {
    const { acts: near } = open();
    const answers = await Promise.all([near.double(2), near.double(21), near.echo(Uint8Array.of(1, 2, 3))]);
    expect(answers).toEqual([4, 42, Uint8Array.of(1, 2, 3)]);
  });

  it('keeps what is asked before the desk stands, and loses none of it', async () => {
    const { near, far } = line();
    const asked = near.acts.double(4);
    // A worker whose modules are still loading drops what comes in: nothing may be sent before it spoke.
    const early: unknown[] = [];
    far.addEventListener('message', ({ data }) => early.push(data), { once: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(early).toEqual([]);
    openDoor(far, acts);
    expect(await asked).toBe(8);
  });

  it('brings a refusal as code and reason, and nothing of its message', async () => {
    const refused = await open()
      .acts.refuse()
      .catch((refusal: unknown) => refusal);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'illegal_entry', reason: 'no_live_consent' });
    expect(JSON.stringify({ ...(refused as Refusal), message: (refused as Refusal).message })).not.toContain('typed');
  });

  it('says "unexpected" for whatever has no code of ours', async () => {
    const { acts: near } = open();
    await expect(near.breakDown()).rejects.toMatchObject({ code: 'unexpected', reason: null });
    await expect(near.leak()).rejects.toMatchObject({ code: 'unexpected', reason: null });
  });

  it('performs only its own acts, not what every object inherits', async () => {
    const near = open().acts as unknown as Record<string, () => Promise<unknown>>;
    await expect(near['toString']?.()).rejects.toMatchObject({ code: 'unknown_act' });
    await expect(near['constructor']?.()).rejects.toMatchObject({ code: 'unknown_act' });
  });

  it('refuses what is under way and what comes after, once the desk has ended', async () => {
    const near = open();
    const waiting = near.acts.wait();
    near.close('desk_ended');
    await expect(waiting).rejects.toMatchObject({ code: 'desk_ended' });
    await expect(near.acts.double(1)).rejects.toMatchObject({ code: 'desk_ended' });
  });

  it('can be awaited as a value without being taken for a promise', async () => {
    const near = open();
    await expect(Promise.resolve(near.acts)).resolves.toBe(near.acts);
  });
});
