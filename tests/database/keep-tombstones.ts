import type { Tombstone, TombstoneFile } from '@romduol/server/retention/tombstones';

/** A tombstone file that is none, for tests that are about something else. */
export function keepTombstones(): TombstoneFile {
  const kept: Tombstone[] = [];
  return { append: (tombstones) => void kept.push(...tombstones), readAll: () => [...kept] };
}
