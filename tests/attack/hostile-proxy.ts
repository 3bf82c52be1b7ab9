import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on its way to whoever asked. */
export type Passing = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Asked = { readonly method: string; readonly path: string; body: Buffer };

/** May change the answer, in place. */
export type Tamper = (asked: Asked, passing: Passing) => void;

export type HostileProxy = {
  readonly origin: string;
  /** What is done to each answer; at first, and after `honest`, nothing. */
  tamper(tamper: Tamper): void;
  honest(): void;
  close(): Promise<void>;
};

/** JSON answers as an object that may be changed. */
export function changeJson<T>(passing: Passing, change: (answer: T) => void): void {
  const answer = JSON.parse(passing.body.toString()) as T;
  change(answer);
  passing.body = Buffer.from(JSON.stringify(answer));
}

export function changeText(passing: Passing, change: (text: string) => string): void {
  passing.body = Buffer.from(change(passing.body.toString()));
}

/** Stands between a deployment and its visitors, as whoever owns the machine could. */
export async function startProxy(target: string): Promise<HostileProxy> {
  let tamper: Tamper = () => undefined;
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/' } = incoming;
    const received: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => received.push(chunk));
    incoming.on('end', () => {
      const asked = { method, path, body: Buffer.concat(received) };
      // Uncompressed, so that it can be read and changed.
      const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
      const passed = request(target + path, { method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => parts.push(chunk));
        answer.on('end', () => {
          const passing = { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) };
          tamper(asked, passing);
          const { 'transfer-encoding': _, 'content-length': length, ...kept } = passing.headers;
          const sized =
            length === undefined && passing.body.length === 0 ? {} : { 'content-length': passing.body.length };
          outgoing.writeHead(passing.status, { ...kept, ...sized });
          outgoing.end(passing.body);
        });
      });
      passed.on('error', () => outgoing.destroy());
      passed.end(asked.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tamper(next) {
      tamper = next;
    },
    honest() {
      tamper = () => undefined;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
