import { RETENTION_ITEM } from '@romduol/shared/site/items';
import { useState } from 'preact/hooks';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { useConsole } from '../console-context.ts';
import { retentionWords } from '../messages/retention.ts';
import { siteWords } from '../messages/site.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { type Reading, useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';
import { EditionHistory } from './edition-history.tsx';
import { BOUNDS, PERIODS, beginRetention, contentOf, isWithin, newestRetention } from './retention-draft.ts';

type Editions = readonly SiteEditionView[];

/** How long the organisation keeps what belongs to a case: decided here, signed, and public. */
export function RetentionPage() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('site', () => acts.site());
  return (
    <div class="site">
      <p class="trail">
        <a href={linkTo({ screen: 'site' })}>← {say(siteWords.back)}</a>
      </p>
      <ScreenHeading>{say(retentionWords.title)}</ScreenHeading>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(siteWords.loading)}</Waiting>
        ) : null
      ) : (
        <RetentionForm editions={reading.value} reading={reading} />
      )}
    </div>
  );
}

function RetentionForm({ editions, reading }: { readonly editions: Editions; readonly reading: Reading<Editions> }) {
  const say = useSay();
  const { acts } = useConsole();
  const [looked, setLooked] = useState(false);
  const [done, setDone] = useState(false);
  const draft = useDraft('site/retention', () => beginRetention(editions));
  const newest = newestRetention(editions)?.number ?? 0;
  const content = contentOf(draft.value);
  const acting = useAct(async () => {
    setLooked(true);
    setDone(false);
    if (content === null) return;
    try {
      const after = await acts.publishSite([{ item: RETENTION_ITEM, language: '-', after: newest, content }]);
      reading.put(after);
      draft.set(beginRetention(after));
      setLooked(false);
      setDone(true);
    } catch (refusal) {
      reading.again();
      throw refusal;
    }
  });
  return (
    <ActForm acting={acting} class="card">
      <div class="says">
        <p>{say(retentionWords.does)}</p>
        <p>{say(retentionWords.whoReads)}</p>
      </div>
      {newest === 0 ? <p class="marks">{say(retentionWords.builtIn)}</p> : null}
      {draft.value.seen === newest ? null : (
        <div class="caution" role="alert">
          <p>{say(siteWords.changedMeanwhile)}</p>
        </div>
      )}
      {PERIODS.map((period) => {
        const [least, most] = BOUNDS[period];
        const between = say(retentionWords.between, { least, most });
        return (
          <TextField
            key={period}
            label={say(retentionWords[period])}
            hint={between}
            problem={looked && !isWithin(period, draft.value[period]) ? between : null}
            value={draft.value[period]}
            maxLength={4}
            onInput={(typed) => {
              setDone(false);
              draft.set({ [period]: typed });
            }}
          />
        );
      })}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(siteWords.publish)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(siteWords.publishing)}</Waiting> : null}
      <output>{done ? say(siteWords.published) : ''}</output>
      <EditionHistory item={RETENTION_ITEM} language="-" title={say(siteWords.history)} newest={newest} />
    </ActForm>
  );
}
