import type { SiteRoute } from '../routes.ts';
import { PostersPage } from './posters-page.tsx';
import { RetentionPage } from './retention-page.tsx';
import { SiteClipsPage } from './site-clips-page.tsx';
import { SiteNumbersPage } from './site-numbers-page.tsx';
import { SitePage } from './site-page.tsx';
import { SiteTextPage } from './site-text-page.tsx';

export function SiteScreens({ route }: { readonly route: SiteRoute }) {
  switch (route.screen) {
    case 'site':
      return <SitePage />;
    case 'site_numbers':
      return <SiteNumbersPage />;
    case 'site_clips':
      return <SiteClipsPage />;
    case 'site_retention':
      return <RetentionPage />;
    case 'site_posters':
      return <PostersPage />;
    case 'site_text':
      return <SiteTextPage key={route.text} text={route.text} />;
  }
}
