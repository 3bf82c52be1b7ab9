import type { Language } from '@romduol/shared/language/language';
import type { Day } from '@romduol/shared/ids';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Place } from '@romduol/web/pages/addresses';
import type { Deployment } from '@romduol/web/pages/deployment';
import { HelpPage } from '@romduol/web/pages/help-page';
import { FiguresPage } from '@romduol/web/pages/figures-page';
import { HomePage } from '@romduol/web/pages/home-page';
import { MethodPage } from '@romduol/web/pages/method-page';
import type { Published } from '@romduol/web/pages/published';
import { ReportPage } from '@romduol/web/pages/report-page';
import { ASK, ReturnPage } from '@romduol/web/pages/return-page';
import { SeriesPage } from '@romduol/web/pages/series-page';
import { findView } from '@romduol/web/pages/statistics-views';
import { type Site, numbersOf } from '@romduol/web/pages/site';
import { StatisticsPage } from '@romduol/web/pages/statistics-page';
import { TextPage } from '@romduol/web/pages/text-page';
import { type Trouble, TroublePage } from '@romduol/web/pages/trouble-page';
import type { VNode } from 'preact';
import { receptionOf } from './reception.ts';

/** Everything that the public pages are a function of. Equal values give equal bytes. */
export type PageInputs = {
  readonly deployment: Deployment;
  readonly keyring: Keyring | null;
  readonly today: Day;
  /** What organisations say, in the language of the page. */
  readonly site: Site;
  /** Empty but for the pages of statistics. */
  readonly published: readonly Published[];
};

/** A page below the statistics is named by its path: `rainbow/incident/2026-q1`, `method`. */
export type PageName = Place | Trouble | { readonly statistics: string };

/** Draws a page that holds nothing about whoever asks for it. */
export function publicPage(name: PageName, language: Language, inputs: PageInputs): VNode {
  const { deployment, keyring, today, site, published } = inputs;
  const frame = { deployment, language };
  if (typeof name === 'object') {
    if (name.statistics === 'method') return <MethodPage {...frame} />;
    const view = findView(published, name.statistics);
    if (view === null) return <TroublePage {...frame} trouble="not_found" />;
    return view.view === 'series' ? (
      <SeriesPage {...frame} view={view} />
    ) : (
      <FiguresPage {...frame} view={view} published={published} />
    );
  }
  switch (name) {
    case 'home':
      return <HomePage {...frame} texts={site.texts.home} />;
    case 'report':
      return (
        <ReportPage
          {...frame}
          reception={receptionOf(keyring, today, site.closed)}
          numbers={numbersOf(site)}
          site={site}
        />
      );
    case 'return':
      return <ReturnPage {...frame} view={keyring === null ? { view: 'closed' } : ASK} />;
    case 'help':
      return <HelpPage {...frame} numbers={site.numbers} texts={site.texts.help} />;
    case 'rights':
    case 'next':
    case 'safety':
      return <TextPage {...frame} place={name} texts={site.texts[name]} />;
    case 'statistics':
      return <StatisticsPage {...frame} published={published} />;
    default:
      return <TroublePage {...frame} trouble={name} />;
  }
}
