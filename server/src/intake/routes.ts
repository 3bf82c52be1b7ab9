import { submitReport, submitTakenReport } from '@romduol/shared/api/reports';
import type { TeamId } from '@romduol/shared/ids';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { KeyringReader } from '../keyring/current.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type ReportStore, openReportStore, storeReport } from './store.ts';

/** Reports sealed in a browser. What the no-script form seals goes through `storeReport` as well. */
export function mountIntake(
  mount: Mount<SignedIn>,
  { db, reports, keyrings }: { readonly db: Database; readonly reports: ReportStore; readonly keyrings: KeyringReader },
): void {
  mount.open(submitReport, async ({ body: report }, call) => {
    // What the server seals, or a member, does not come by this road: the word in the row must be true.
    if (report.sealedBy !== 'browser') throw new Refusal('bad_input');
    await requireTeam(keyrings, report.team);
    if ((await storeReport(reports, report, call.today)) === 'stored') call.created();
    return { caseId: report.caseId };
  });

  mount.guarded(submitTakenReport, async ({ body: report }, member, call) => {
    if (report.sealedBy !== 'console') throw new Refusal('bad_input');
    await requireTeam(keyrings, report.team);
    // Written by itself and not with others, so that what is written down of it stands in the same transaction.
    const stored = await transaction(db, async (tx) => {
      const result = await storeReport(
        openReportStore(tx, reports.secret, () => undefined),
        report,
        call.today,
      );
      if (result === 'stored')
        await recordAct(tx, { act: 'report_taken', member: member.id, object: report.caseId, day: call.today });
      return result;
    });
    if (stored === 'stored') {
      reports.changed(report.caseId);
      call.created();
    }
    return { caseId: report.caseId };
  });
}

/** Looks at the keyring last seen first, and asks the database only for a team that is not in it. */
async function requireTeam(keyrings: KeyringReader, team: TeamId): Promise<void> {
  if (keyrings.lastSeen()?.organisationOf.has(team) === true) return;
  const current = await keyrings.current();
  if (current === null) throw new Refusal('not_ready');
  if (!current.organisationOf.has(team)) throw new Refusal('keyring_outdated');
}
