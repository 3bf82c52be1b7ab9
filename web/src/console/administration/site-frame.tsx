import type { ComponentChildren } from 'preact';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { useConsole } from '../console-context.ts';
import { siteWords } from '../messages/site.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { type Reading, useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';

/** Newest editions of the organisation's own. */
export type Editions = readonly SiteEditionView[];

/** A page about something that the organisation says: the way back to all of it, and what is drawn once that was read. */
export function SiteFrame(props: {
  readonly title: string;
  readonly hint?: string;
  readonly children: (editions: Editions, reading: Reading<Editions>) => ComponentChildren;
}) {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('site', () => acts.site());
  return (
    <div class="site">
      <p class="trail">
        <a href={linkTo({ screen: 'site' })}>← {say(siteWords.back)}</a>
      </p>
      <ScreenHeading>{props.title}</ScreenHeading>
      {props.hint === undefined ? null : <p class="hint">{props.hint}</p>}
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null && reading.busy ? <Waiting>{say(siteWords.loading)}</Waiting> : null}
      {reading.value === null ? null : props.children(reading.value, reading)}
    </div>
  );
}
