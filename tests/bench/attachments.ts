import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { uploadOne, watchMemory } from '../attack/attachments/upload.ts';
import { noise } from '../files/samples.ts';
import { measureCopy } from './copy-peer.ts';
import { type Figure, figure, medianOf } from './figure.ts';
import { openSite } from './site.ts';
import { measureStreams } from './stream-rates.ts';

const LENGTH = 100_000_000;
const ROUNDS = 3;
/** Of libsodium's own stream rate, and MiB above the server at rest. */
const LEAST_SHARE = 0.6;
const MEMORY_MAX = 64;

/**
 * A hundred megabytes sealed and opened, against libsodium alone; and handed in over loopback, by the uploader of the report
 * page, to PostgreSQL with fsync, against what psql stores there. The two are kept apart: an upload makes the line, the
 * server and the disk work as well, which no sealing is quick enough to make up for.
 */
export async function benchAttachments(): Promise<Figure[]> {
  const content = noise(LENGTH);
  const { alone, sealed, opened } = await measureStreams(content, ROUNDS);
  const own = { peer: medianOf(alone), limit: LEAST_SHARE * medianOf(alone) };
  useSodium(await loadSumoSodium());
  const figures = [
    figure('attachments: 100 MB sealed, to libsodium alone', 'MB/s', sealed, own),
    figure('attachments: 100 MB opened, to libsodium alone', 'MB/s', opened, own),
  ];
  const site = await openSite('postgresql');
  if (site === null) return figures;
  try {
    const rates: number[] = [];
    const peers: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each time a server that has taken no file before.
      const server = await site.start();
      try {
        await (await fetch(`${server.origin}/en/report`)).text();
        const most = watchMemory(server.pid);
        await uploadOne(server.origin, content);
        memory.push(most());
        rates.push(LENGTH / 1_000_000 / (await uploadOne(server.origin, content)).seconds);
      } finally {
        await server.stop();
      }
      peers.push(...(await measureCopy(site.postgres?.url ?? '', LENGTH)));
    }
    return [
      ...figures,
      figure(
        'attachments: 100 MB sealed, handed in and stored, to psql storing as much',
        'MB/s',
        rates,
        peers.length === 0 ? {} : { peer: medianOf(peers) },
      ),
      figure('attachments: server memory above rest while its first 100 MB arrive', 'MiB', memory, {
        limit: MEMORY_MAX,
      }),
    ];
  } finally {
    await site.close();
  }
}
