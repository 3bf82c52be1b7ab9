import type { Language } from '@romduol/shared/language/language';
import type { Day } from '@romduol/shared/ids';
import type { Keyring } from '@romduol/shared/sealing/keyring';
import type { Place } from '@romduol/web/pages/addresses';
import type { Deployment } from '@romduol/web/pages/deployment';
import type { HelpNumber } from '@romduol/web/pages/help-numbers';
import { HelpPage } from '@romduol/web/pages/help-page';
import { HomePage } from '@romduol/web/pages/home-page';
import { type Published, releasePath } from '@romduol/web/pages/published';
import { ReleasePage } from '@romduol/web/pages/release-page';
import { ReportPage } from '@romduol/web/pages/report-page';
import { ASK, ReturnPage } from '@romduol/web/pages/return-page';
import { RightsPage } from '@romduol/web/pages/rights-page';
import { StatisticsPage } from '@romduol/web/pages/statistics-page';
import { type Trouble, TroublePage } from '@romduol/web/pages/trouble-page';
import type { VNode } from 'preact';
import { receptionOf } from './reception.ts';

/** Everything that the public pages are a function of. Equal values give equal bytes. */
export type PageInputs = {
  readonly deployment: Deployment;
  readonly keyring: Keyring | null;
  readonly today: Day;
  readonly numbers: readonly HelpNumber[];
  /** Empty but for the pages of statistics. */
  readonly published: readonly Published[];
};

/** A release's own page is named by its path, `rainbow/incident/2026-q1`. */
export type PageName = Place | Trouble | { readonly release: string };

/** Draws a page that holds nothing about whoever asks for it. */
export function publicPage(name: PageName, language: Language, inputs: PageInputs): VNode {
  const { deployment, keyring, today, numbers, published } = inputs;
  const frame = { deployment, language };
  if (typeof name === 'object') {
    const found = published.find((one) => releasePath(one) === name.release);
    return found === undefined ? (
      <TroublePage {...frame} trouble="not_found" />
    ) : (
      <ReleasePage {...frame} published={found} />
    );
  }
  switch (name) {
    case 'home':
      return <HomePage {...frame} />;
    case 'report':
      return <ReportPage {...frame} reception={receptionOf(keyring, today)} numbers={numbers} />;
    case 'return':
      return <ReturnPage {...frame} view={keyring === null ? { view: 'closed' } : ASK} />;
    case 'help':
      return <HelpPage {...frame} numbers={numbers} />;
    case 'rights':
      return <RightsPage {...frame} />;
    case 'statistics':
      return <StatisticsPage {...frame} published={published} />;
    default:
      return <TroublePage {...frame} trouble={name} />;
  }
}
