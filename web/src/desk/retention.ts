import { NOTICE_DAYS, setErasure } from '@romduol/shared/api/retention';
import { readSite } from '@romduol/shared/api/site';
import { type RetentionDates, retentionOf } from '@romduol/shared/casework/retention';
import type { Day } from '@romduol/shared/ids';
import { addDays, dayAt } from '@romduol/shared/language/dates';
import { RETENTION_ITEM } from '@romduol/shared/site/items';
import { RETENTION_DEFAULTS, type Retention, readRetention } from '@romduol/shared/site/settings';
import type { Desk } from './desk.ts';
import type { OpenCase } from './open-case.ts';
import { showCase } from './show.ts';
import { isVouchedFor } from './site.ts';
import type { CaseView } from './views.ts';

/** The periods that the organisation has signed, else the built-in ones. */
async function readPeriods(desk: Desk): Promise<Retention> {
  const { editions } = await desk.call(readSite);
  const newest = editions.find(
    ({ item, organisation }) => item === RETENTION_ITEM && organisation === desk.member.organisation,
  );
  const vouched = newest !== undefined && isVouchedFor(desk.keyrings.values(), newest);
  return (vouched && newest.content && readRetention(newest.content)) || RETENTION_DEFAULTS;
}

const NEVER: RetentionDates = { contactOn: null, contentOn: null };

/**
 * Has the server erase a closed case on its days, and takes that back for one that is not closed or whose evidence is kept.
 * Days that the organisation has shortened since, or a clock that was wrong, never make it sooner than the notice. Answers what
 * stands.
 */
async function keepRetention(desk: Desk, open: OpenCase): Promise<RetentionDates | null> {
  const { case: facts, erasure: stands } = open;
  const isClosed = facts.closing?.closed != null;
  // Whoever asked for that went against the case's own log.
  const takesEvidence = isClosed && facts.closing?.keepEvidence === true && stands?.contentOn != null;
  // What stands was worked out when it was closed; later periods hold for later closings.
  if (isClosed === (stands !== null) && !takesEvidence) return stands;
  const due = isClosed ? retentionOf(facts, await readPeriods(desk)) : NEVER;
  if (due === null) return stands;
  const soonest = addDays(dayAt(desk.clock()), NOTICE_DAYS);
  const later = (day: Day | null): Day | null => (day !== null && day < soonest ? soonest : day);
  const dates = { contactOn: open.contact === null ? null : later(due.contactOn), contentOn: later(due.contentOn) };
  const none = dates.contactOn === null && dates.contentOn === null;
  if (none && stands === null) return null;
  await desk.call(setErasure, { params: { caseId: open.caseId }, body: dates });
  return none ? null : dates;
}

/** A case as a screen shows it, and will go on its day. Where the server cannot be told now, the next opening does it. */
export async function showKept(desk: Desk, open: OpenCase): Promise<CaseView> {
  const erasure = await keepRetention(desk, open).catch(() => open.erasure);
  return showCase(desk, { ...open, erasure });
}
