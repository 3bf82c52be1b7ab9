import { openDueCohorts } from './cohorts.ts';
import type { Desk } from './desk.ts';
import { directoryKey } from './granted-keys.ts';
import { showDesk } from './show.ts';

/**
 * What a member's desk sees to when it opens: the directory's key exists, and the cohorts that are due are open. Both are
 * sealed for others, so it waits until the member has confirmed who they are; that must not keep anybody out.
 */
export async function startWork(desk: Desk): Promise<void> {
  const { keyring, changes } = showDesk(desk);
  if (keyring.expired || changes.length > 0) return;
  if (desk.member.roles.includes('administrator')) await directoryKey(desk);
  await openDueCohorts(desk);
}
