import { cohortObject } from '@romduol/shared/statistics/ledger';
import { AuditPage } from './administration/audit-page.tsx';
import { AccountPage } from './account/account-page.tsx';
import { MembersPage } from './administration/members-page.tsx';
import { SetupPage } from './administration/setup-page.tsx';
import { SiteDoor } from './administration/site-door.tsx';
import { CasePage } from './case/case-page.tsx';
import { CoveragePage } from './directory/coverage-page.tsx';
import { DirectoryPage } from './directory/directory-page.tsx';
import { EngagementsPage } from './directory/engagements-page.tsx';
import { EntryPage } from './directory/entry-page.tsx';
import { ImportPage } from './directory/import-page.tsx';
import { OverviewPage } from './directory/overview-page.tsx';
import { RoundPage } from './directory/round-page.tsx';
import { TakeDoor } from './take/take-door.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { SupervisionPage } from './supervision/supervision-page.tsx';
import type { Route } from './routes.ts';
import { CohortPage } from './statistics/cohort-page.tsx';
import { CohortsPage } from './statistics/cohorts-page.tsx';
import { ReleasesPage } from './statistics/releases-page.tsx';

/** The screen that an address names. Whether the member may see it was asked before. */
export function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'queue':
      return <QueuePage />;
    case 'case':
      return <CasePage key={route.caseId} route={route} />;
    case 'directory':
      return <DirectoryPage />;
    case 'directory_round':
      return <RoundPage />;
    case 'directory_coverage':
      return <CoveragePage />;
    case 'directory_engagements':
      return <EngagementsPage />;
    case 'directory_overview':
      return <OverviewPage />;
    case 'directory_import':
      return <ImportPage />;
    case 'directory_entry':
      return <EntryPage key={route.entryId} entryId={route.entryId} />;
    case 'statistics':
      return <CohortsPage />;
    case 'cohort':
      return <CohortPage key={cohortObject(route)} series={route.series} kind={route.kind} cohort={route.cohort} />;
    case 'releases':
      return <ReleasesPage />;
    case 'account':
      return <AccountPage />;
    case 'members':
      return <MembersPage />;
    case 'setup':
      return <SetupPage />;
    case 'supervision':
      return <SupervisionPage />;
    case 'take':
      return <TakeDoor />;
    case 'audit':
      return <AuditPage />;
    case 'site':
    case 'site_text':
    case 'site_numbers':
    case 'site_clips':
    case 'site_retention':
    case 'site_posters':
      return <SiteDoor route={route} />;
  }
}
