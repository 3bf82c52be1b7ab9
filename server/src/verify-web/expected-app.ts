import type { Day } from '@romduol/shared/ids';
import type { Language } from '@romduol/shared/language/language';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import type { Published } from '@romduol/web/pages/published';
import { Hono } from 'hono';
import { type Assets, pageAssets, styleHashes } from '../assets/assets.ts';
import { mountAssets } from '../assets/routes.ts';
import { mountConsole } from '../console/routes.tsx';
import type { Environment } from '../environment.ts';
import { draw } from '../pages/draw.tsx';
import type { PageStore } from '../pages/page-store.ts';
import { type PageInputs, publicPage } from '../pages/public-pages.tsx';
import { nameReleases, parseStored } from '../pages/published-releases.ts';
import { answerTrouble, mountPages } from '../pages/routes.tsx';
import { mountStatistics } from '../pages/statistics-routes.ts';
import { siteOf } from '../site/page-site.ts';
import { securityHeaders } from '../web-security/headers.ts';
import type { SignedInputs } from './signed-inputs.ts';

export const publishedIn = ({ keyring, releases }: SignedInputs): Published[] =>
  nameReleases(releases.map(parseStored), keyring);

/** Pages drawn from what was fetched, where a server reads its database. Nothing is compressed. */
function drawFrom(inputs: SignedInputs, assets: Assets, today: Day): PageStore {
  const { settings, keyring, editions } = inputs;
  const published = publishedIn(inputs);
  const fingerprint = keyring === null ? null : fingerprintWords(keyring.fingerprint);
  const deployment = { ...settings, assets: pageAssets(assets), fingerprint };
  const inputsIn = (language: Language): PageInputs => ({
    deployment,
    keyring,
    today,
    site: siteOf(editions, keyring, language),
    published,
  });
  return {
    page: (name, language) =>
      Promise.resolve(new TextEncoder().encode(draw(publicPage(name, language, inputsIn(language))))),
    inputs: (language) => Promise.resolve(inputsIn(language)),
    published: () => Promise.resolve(published),
  };
}

/** The server's own pages and files at their own addresses, and nothing that needs a database or a secret. */
export function makeExpectedApp(inputs: SignedInputs, assets: Assets, today: Day): Pick<Hono<Environment>, 'request'> {
  const pages = drawFrom(inputs, assets, today);
  const app = new Hono<Environment>();
  app.use(securityHeaders(styleHashes(pageAssets(assets))));
  mountAssets(app, { assets });
  mountConsole(app, { assets, demo: inputs.settings.demo });
  mountPages(app, { pages, ...inputs.settings });
  mountStatistics(app, pages);
  app.notFound((c) => answerTrouble(c, pages, 'not_found'));
  return app;
}
