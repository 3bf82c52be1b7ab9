import { openDueCohorts } from './cohorts.ts';
import type { Desk } from './desk.ts';
import { directoryKey } from './granted-keys.ts';
import { showDesk } from './show.ts';

/** What a member's desk sees to when it opens: the directory's key exists, and the cohorts that are due are open. */
export async function startWork(desk: Desk): Promise<void> {
  const expired = showDesk(desk).keyring.expired;
  if (expired) return;
  if (desk.member.roles.includes('administrator')) await directoryKey(desk);
  await openDueCohorts(desk);
}
