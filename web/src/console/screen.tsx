import { MembersPage } from './administration/members-page.tsx';
import { SiteClipsPage } from './administration/site-clips-page.tsx';
import { SiteNumbersPage } from './administration/site-numbers-page.tsx';
import { SitePage } from './administration/site-page.tsx';
import { SiteTextPage } from './administration/site-text-page.tsx';
import { CasePage } from './case/case-page.tsx';
import { DirectoryPage } from './directory/directory-page.tsx';
import { EntryPage } from './directory/entry-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
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
    case 'directory_entry':
      return <EntryPage key={route.entryId} entryId={route.entryId} />;
    case 'statistics':
      return <CohortsPage />;
    case 'cohort':
      return <CohortPage key={`${route.kind}/${route.cohort}`} kind={route.kind} cohort={route.cohort} />;
    case 'releases':
      return <ReleasesPage />;
    case 'members':
      return <MembersPage />;
    case 'site':
      return <SitePage />;
    case 'site_text':
      return <SiteTextPage key={route.text} text={route.text} />;
    case 'site_numbers':
      return <SiteNumbersPage />;
    case 'site_clips':
      return <SiteClipsPage />;
  }
}
