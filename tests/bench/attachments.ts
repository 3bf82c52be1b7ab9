import { streamRate, uploadOne, watchMemory } from '../attack/attachments/upload.ts';
import { noise } from '../files/samples.ts';
import { type Figure, figure, medianOf } from './figure.ts';
import { openSite } from './site.ts';

const LENGTH = 100_000_000;
const ROUNDS = 3;
/** Of libsodium's own stream rate, and MiB above the server at rest. */
const LEAST_SHARE = 0.6;
const MEMORY_MAX = 64;

/** A hundred megabytes sealed and handed in over loopback, by the uploader of the report page, to PostgreSQL with fsync. */
export async function benchAttachments(): Promise<Figure[]> {
  const site = await openSite('postgresql');
  if (site === null) return [];
  const server = await site.start();
  try {
    const content = noise(LENGTH);
    await uploadOne(server.origin, content.subarray(0, 2_000_000));
    const alone = medianOf(Array.from({ length: ROUNDS }, () => streamRate(content)));
    const rates: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const most = watchMemory(server.pid);
      const { seconds } = await uploadOne(server.origin, content);
      memory.push(most());
      rates.push(LENGTH / 1_000_000 / seconds);
    }
    return [
      figure('attachments: 100 MB sealed and stored, to libsodium alone', 'MB/s', rates, {
        limit: LEAST_SHARE * alone,
        peer: alone,
      }),
      figure('attachments: server memory above rest while 100 MB arrive', 'MiB', memory, { limit: MEMORY_MAX }),
    ];
  } finally {
    await server.stop();
    await site.close();
  }
}
