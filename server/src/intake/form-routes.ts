import type { TeamId } from '@romduol/shared/ids';
import { recipientsOf } from '@romduol/shared/sealing/keyring';
import { numbersOf, reportSiteOf } from '@romduol/web/pages/site';
import type { Hono } from 'hono';
import { announce, storeChunks } from '../attachments/store.ts';
import type { Database } from '../database/database.ts';
import type { Environment } from '../environment.ts';
import { readKeys } from '../keyring/store.ts';
import { chooseEncoding } from '../pages/compress.ts';
import type { PageStore } from '../pages/page-store.ts';
import { answerHtml, answerPage, answerTrouble, languageOf } from '../pages/routes.tsx';
import { receptionOf } from '../pages/reception.ts';
import type { FloodControl } from '../web-security/flood-control.ts';
import type { FormThreads } from './form-threads.ts';
import { type ReportStore, storeReport } from './store.ts';
import { takeForm } from './take-form.ts';

export type FormDeps = {
  readonly db: Database;
  readonly reports: ReportStore;
  readonly pages: PageStore;
  readonly threads: FormThreads;
  readonly flood: FloodControl;
};

/** The report page's form as a browser without script sends it. */
export function mountForm(app: Hono<Environment>, { db, reports, pages, threads, flood }: FormDeps): void {
  app.post('/:language{(?:en|km)}/report', async (c) => {
    const { deployment, keyring, site: now, today } = await pages.inputs(languageOf(c));
    const reception = receptionOf(keyring, today, now.closed);
    if (keyring === null || (!reception.accepting && reception.why === 'nobody')) {
      return answerPage(c, pages, 'report', languageOf(c), 503);
    }
    // Where all have closed since the page was opened, what was written on it is still taken, and shown again to be mended.
    const site = reception.accepting ? now : { ...now, closed: [] };
    const keysOf = async (team: TeamId): Promise<Uint8Array[]> => {
      const kids = recipientsOf(keyring, team).map(({ kemId }) => kemId);
      return (await readKeys(db, kids)).map(({ key }) => key);
    };
    const answer = await takeForm(
      c.req.raw.body,
      {
        contentType: c.req.header('content-type') ?? '',
        language: languageOf(c),
        encoding: chooseEncoding(c.req.header('accept-encoding')),
        today,
        keyring,
        deployment,
        numbers: numbersOf(site),
        site: reportSiteOf(site),
      },
      {
        threads,
        asker: flood.askerOf(c),
        now: flood.timer.now,
        keysOf,
        storeChunk: ({ object, chunk, bytes }) => storeChunks(db, { object, chunk, parts: [bytes], today }),
        async store({ report, files, check }) {
          // The files first: a report that names some is never without them, and files without a report are swept away.
          if (files.length > 0)
            await announce(db, { caseId: report.caseId, direction: -1, counter: 0 }, { files, check, today });
          await storeReport(reports, report, today);
        },
      },
    );
    if (answer.kind === 'page') return answerHtml(c, answer.html, answer.encoding, answer.status);
    // The body may not have been read to its end.
    c.header('connection', 'close');
    return answerTrouble(c, pages, answer.trouble);
  });
}
