import { RETENTION_ITEM } from '@romduol/shared/site/items';
import { useState } from 'preact/hooks';
import { retentionWords } from '../messages/retention.ts';
import { siteWords } from '../messages/site.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';
import { EditionHistory } from './edition-history.tsx';
import { BOUNDS, PERIODS, beginRetention, contentOf, isWithin, newestRetention } from './retention-draft.ts';
import { type Editions, SiteFrame } from './site-frame.tsx';
import { usePublish } from './use-publish.ts';

/** How long the organisation keeps what belongs to a case: decided here, signed, and public. */
export function RetentionPage() {
  const say = useSay();
  return (
    <SiteFrame title={say(retentionWords.title)}>
      {(editions, reading) => <RetentionForm editions={editions} reading={reading} />}
    </SiteFrame>
  );
}

function RetentionForm({ editions, reading }: { readonly editions: Editions; readonly reading: Reading<Editions> }) {
  const say = useSay();
  const publish = usePublish(reading);
  const [looked, setLooked] = useState(false);
  const [done, setDone] = useState(false);
  const draft = useDraft('site/retention', () => beginRetention(editions));
  const newest = newestRetention(editions)?.number ?? 0;
  const content = contentOf(draft.value);
  const acting = useAct(async () => {
    setLooked(true);
    setDone(false);
    if (content === null) return;
    draft.set(beginRetention(await publish([{ item: RETENTION_ITEM, language: '-', after: newest, content }])));
    setLooked(false);
    setDone(true);
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
