import { connect, type Socket } from 'node:net';

/** A kept connection that posts finished requests: it costs the machine next to nothing beside what it measures. */
export type RawLine = { post(request: Buffer): Promise<number>; close(): void };

/** A whole request, ready to be written. */
export function rawPost(origin: string, path: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Origin: ${origin}`,
    'Content-Type: application/json',
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}

/** Opens the connection. A post answers the status, or 0 once the connection has broken. */
export async function openRawLine(origin: string): Promise<RawLine> {
  const { hostname, port } = new URL(origin);
  const socket = await new Promise<Socket>((resolve, reject) => {
    const made = connect(Number(port), hostname, () => resolve(made));
    made.once('error', reject);
  });
  socket.setNoDelay(true);
  let received = '';
  let answer: ((status: number) => void) | null = null;
  const finish = (status: number): void => {
    received = '';
    answer?.(status);
    answer = null;
  };
  socket.on('data', (data) => {
    received += data.toString('latin1');
    const end = received.indexOf('\r\n\r\n');
    const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1];
    if (end >= 0 && length !== undefined && received.length >= end + 4 + Number(length))
      finish(Number(received.slice(9, 12)));
  });
  socket.on('error', () => finish(0));
  socket.on('close', () => finish(0));
  return {
    post: (request) =>
      new Promise((resolve) => {
        answer = resolve;
        if (socket.destroyed) finish(0);
        else socket.write(request);
      }),
    close: () => void socket.destroy(),
  };
}
