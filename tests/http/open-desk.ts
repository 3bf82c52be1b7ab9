import { type Desk } from '@romduol/web/desk/desk';
import { signInWithRoot } from '@romduol/web/desk/sign-in';
import { type FreshApp, signInAs } from './fresh-app.ts';
import type { Handle } from './people.ts';

/** A member's desk as their browser's worker opens it. */
export async function openDesk(fresh: FreshApp, handle: Handle): Promise<Desk> {
  const call = fresh.withCookie(await signInAs(fresh, handle));
  return signInWithRoot({ call, clock: () => fresh.clock.now, handle, root: fresh.people[handle].root });
}
