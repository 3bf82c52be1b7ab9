import { openDueCohorts } from './cohorts.ts';
import type { Desk } from './desk.ts';
import { settleDirectory } from './directory.ts';
import { showDesk } from './show.ts';

/**
 * What a member's desk sees to when it opens: the directory lies under a key that everybody has who works here and nobody
 * else, and the cohorts that are due are open. Both are sealed for others, so it waits until the member has confirmed who they
 * are; that must not keep anybody out.
 */
export async function startWork(desk: Desk): Promise<void> {
  const { keyring, changes } = showDesk(desk);
  if (keyring.expired || changes.length > 0) return;
  if (desk.member.roles.includes('administrator')) await settleDirectory(desk);
  await openDueCohorts(desk);
}
