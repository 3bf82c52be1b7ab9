import { type Acknowledgement, CLAIM_MOVES, Claim, ClaimReason } from '@romduol/shared/api/acknowledgements';
import type { Day } from '@romduol/shared/ids';
import { codeCheck, readLetterCode } from '@romduol/shared/sealing/letter-code';
import { sodium } from '@romduol/shared/sealing/sodium';
import { AckPage, type AckView } from '@romduol/web/pages/ack-page';
import type { Context, Hono } from 'hono';
import type { Throttle } from '../accounts/throttle.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import { limitBody } from '../mount.ts';
import { draw } from '../pages/draw.tsx';
import type { PageStore } from '../pages/page-store.ts';
import { languageOf } from '../pages/routes.tsx';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import type { FloodControl } from '../web-security/flood-control.ts';
import { findLiveLink, updateClaim } from './store.ts';

export type AckFormDeps = {
  readonly db: Database;
  readonly secret: Secret;
  readonly pages: PageStore;
  readonly flood: FloodControl;
  /** Attempts at a code, by reference, whether there is such a one or not. */
  readonly attempts: Throttle;
};

/** Bytes; a form with one code and two choices. */
const FORM_MAX = 4 * 1024;

/**
 * The page on which the recipient of a letter answers. The code is typed and travels in a form's body only: no address,
 * cookie, history or log holds it. What is unknown, wrong, expired or revoked is told the same.
 */
export function mountAckForm(app: Hono<Environment>, deps: AckFormDeps): void {
  const answer = async (c: Context<Environment>, view: AckView, status: 200 | 422 | 429 = 200): Promise<Response> => {
    const { deployment } = await deps.pages.inputs(languageOf(c));
    return c.html(draw(<AckPage deployment={deployment} language={languageOf(c)} view={view} />), status);
  };
  app.get('/:language{(?:en|km)}/ack', (c) => answer(c, { view: 'ask', problem: null, typed: '' }));

  app.post('/:language{(?:en|km)}/ack', limitBody(FORM_MAX), async (c) => {
    // What is no form at all is told like any other bad input; the parser would throw something of its own.
    const form = await c.req.parseBody().catch((): never => {
      throw new Refusal('bad_input');
    });
    // Not before the body is there: a slow line must not hold a turn.
    const end = await deps.flood.takeTurn(c);
    try {
      const fieldOf = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
      const typed = fieldOf('code').slice(0, 100);
      const read = readLetterCode(typed);
      if (read === null) return await answer(c, { view: 'ask', problem: 'bad_code', typed }, 422);
      const { today } = await deps.pages.inputs(languageOf(c));
      if (!deps.attempts.attempt(read.reference)) return await answer(c, { view: 'ask', problem: 'often', typed }, 429);
      const found = await findLiveLink(deps.db, read.reference, today);
      const check = deps.secret.codeHash(codeCheck(read.reference, read.code));
      // Compared also where there is nothing to compare with.
      if (!sodium().equal(check, found?.secretHash ?? new Uint8Array(32)) || found === null)
        return await answer(c, { view: 'ask', problem: 'unknown', typed }, 422);
      deps.attempts.succeeded(read.reference);
      return await answerClaim(found.link, typed, fieldOf, today);
    } finally {
      end();
    }

    async function answerClaim(
      link: Acknowledgement,
      typed: string,
      fieldOf: (name: string) => string,
      today: Day,
    ): Promise<Response> {
      const shown = { view: 'link', reference: link.reference, claimed: link.claimed, typed, problem: null } as const;
      const act = fieldOf('act');
      if (act === 'open') return answer(c, shown);
      const claimed = Claim.safeParse(act);
      // The same again, from a form that was sent twice, is no other claim.
      if (!claimed.success || claimed.data === link.claimed) return answer(c, shown);
      const reason = ClaimReason.safeParse(fieldOf('reason'));
      if (claimed.data === 'refused' && !reason.success) return answer(c, { ...shown, problem: 'no_reason' }, 422);
      if (!CLAIM_MOVES[link.claimed ?? 'none'].includes(claimed.data)) return answer(c, shown);
      const next = { claimed: claimed.data, reason: claimed.data === 'refused' ? (reason.data ?? null) : null };
      const isStored = await transaction(deps.db, async (tx) => {
        if (!(await updateClaim(tx, link, next))) return false;
        await recordAct(tx, { act: 'letter_claimed', member: null, object: link.reference, day: today });
        return true;
      });
      return answer(c, { ...shown, claimed: isStored ? next.claimed : link.claimed });
    }
  });
}
