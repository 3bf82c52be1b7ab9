import { RECEPTION_ITEM } from '@romduol/shared/site/items';
import { writeSetting } from '@romduol/shared/site/settings';
import { useConsole } from '../console-context.ts';
import { setupWords } from '../messages/setup.ts';
import { languageWords, siteWords } from '../messages/site.ts';
import { KeyWords } from '../parts/key-words.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { type Reading, useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { type Missing, type SetupStep, isOpen, setupSteps } from './setup-steps.ts';
import type { Editions } from './site-frame.tsx';
import { usePublish } from './use-publish.ts';

/** The way from an empty deployment to one that takes reports, with what is still missing; gone on with at any time. */
export function SetupPage() {
  const say = useSay();
  const { acts, view } = useConsole();
  const site = useReading('site', () => acts.site());
  const setup = useReading('setup', () => acts.setup());
  const editions = site.value;
  const steps =
    editions === null || setup.value === null ? null : setupSteps({ view, editions, reports: setup.value.reports });
  const open = steps?.filter(({ missing }) => missing.length > 0) ?? [];
  return (
    <div class="setup">
      <ScreenHeading>{say(setupWords.title)}</ScreenHeading>
      <p class="hint">{say(setupWords.intro)}</p>
      <Trouble refusal={site.refusal ?? setup.refusal} onRetry={() => [site, setup].forEach(({ again }) => again())} />
      {steps === null || editions === null ? (
        site.busy || setup.busy ? (
          <Waiting>{say(siteWords.loading)}</Waiting>
        ) : null
      ) : (
        <>
          <p>
            <b>
              {open.length === 0
                ? say(setupWords.allDone)
                : say(setupWords.progress, { done: steps.length - open.length, all: steps.length })}
            </b>
          </p>
          <ol class="setup-steps">
            {steps.map((step) => (
              <Step key={step.id} step={step} isNext={step === open[0]} editions={editions} site={site} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

type StepProps = {
  readonly step: SetupStep;
  readonly isNext: boolean;
  readonly editions: Editions;
  readonly site: Reading<Editions>;
};

function Step({ step, isNext, editions, site }: StepProps) {
  const say = useSay();
  const { view } = useConsole();
  const { id, missing, at } = step;
  const done = missing.length === 0;
  return (
    <li class="card" aria-current={isNext ? 'step' : undefined}>
      <h2>{say(setupWords[id])}</h2>
      <p class={done ? 'quietly' : 'marks'}>
        {say(done ? setupWords.done : isNext ? setupWords.next : setupWords.open)}
      </p>
      <p>{say(setupWords[`${id}Text`])}</p>
      {id === 'root' ? <KeyWords label={say(setupWords.rootWords)} words={view.rootWords} /> : null}
      {done ? null : (
        <ul>
          {missing.map((one, place) => (
            <li key={place}>
              <MissingWords missing={one} />
            </li>
          ))}
        </ul>
      )}
      {at === null ? null : (
        <p class="buttons">
          <a class={isNext ? 'button primary' : 'button'} href={linkTo(at)}>
            {say(setupWords[`${id}Go`])}
          </a>
        </p>
      )}
      {id === 'live' ? <Reception editions={editions} site={site} /> : null}
    </li>
  );
}

function MissingWords({ missing }: { readonly missing: Missing }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  switch (missing.code) {
    case 'textMissing':
      return <>{`${say(siteWords[missing.text])} (${say(languageWords[missing.language])})`}</>;
    case 'teamUnread': {
      const team = view.teams.find(({ id }) => id === missing.team)?.name[language] ?? '';
      return <>{say(setupWords.teamUnread, { team })}</>;
    }
    case 'numbersUnverified':
    case 'numbersDue':
      return <>{say(setupWords[missing.code], { count: missing.count })}</>;
    default:
      return <>{say(setupWords[missing.code])}</>;
  }
}

/** Opens the public pages for reports, or closes them; signed like everything that stands there. */
function Reception({ editions, site }: { readonly editions: Editions; readonly site: Reading<Editions> }) {
  const say = useSay();
  const publish = usePublish(site);
  const open = isOpen(editions);
  const acting = useAct(async () => {
    const after = editions.find(({ item }) => item === RECEPTION_ITEM)?.number ?? 0;
    const content = writeSetting({ v: 1, open: !open });
    await publish([{ item: RECEPTION_ITEM, language: '-', after, content }]);
  });
  return (
    <>
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button
          type="button"
          class={open ? 'quiet' : 'primary'}
          disabled={acting.busy}
          onClick={() => void acting.run()}
        >
          {say(open ? setupWords.close : setupWords.goLive)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(siteWords.publishing)}</Waiting> : null}
      <output>{say(open ? setupWords.isOpen : setupWords.isClosed)}</output>
    </>
  );
}
