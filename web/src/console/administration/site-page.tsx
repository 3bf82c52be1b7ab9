import { formatDay } from '@romduol/shared/language/dates';
import { LANGUAGES } from '@romduol/shared/language/language';
import { NUMBERS_ITEM, TEXTS, textItem } from '@romduol/shared/site/items';
import type { SiteEditionView } from '../../desk/site-view.ts';
import { useConsole } from '../console-context.ts';
import { posterWords } from '../messages/posters.ts';
import { retentionWords } from '../messages/retention.ts';
import { languageWords, siteWords } from '../messages/site.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Everything that the organisation can say on the public pages, and how it stands. */
export function SitePage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const reading = useReading('site', () => acts.site());
  const editions = reading.value;
  return (
    <div class="site">
      <ScreenHeading>{say(siteWords.title)}</ScreenHeading>
      <p class="hint">{say(siteWords.intro, { organisation: view.organisation.name[language] })}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {editions === null ? (
        reading.busy ? (
          <Waiting>{say(siteWords.loading)}</Waiting>
        ) : null
      ) : (
        <>
          {editions.every(({ vouchedFor }) => vouchedFor) ? null : (
            <div class="caution" role="alert">
              <p>{say(siteWords.notVouched)}</p>
            </div>
          )}
          <section class="card">
            <h2>{say(siteWords.texts)}</h2>
            <ul class="site-items">
              {TEXTS.map((text) => (
                <li key={text}>
                  <a href={linkTo({ screen: 'site_text', text })}>{say(siteWords[text])}</a>
                  {LANGUAGES.map((one) => (
                    <span key={one} class="quietly">
                      {say(languageWords[one])}: <TextState editions={editions} item={textItem(text)} language={one} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
          <section class="card">
            <ul class="site-items">
              <li>
                <a href={linkTo({ screen: 'site_numbers' })}>{say(siteWords.numbers)}</a>
                <span class="quietly">
                  <NumbersState editions={editions} />
                </span>
              </li>
              <li>
                <a href={linkTo({ screen: 'site_retention' })}>{say(retentionWords.title)}</a>
              </li>
              <li>
                <a href={linkTo({ screen: 'site_posters' })}>{say(posterWords.title)}</a>
              </li>
              <li>
                <a href={linkTo({ screen: 'site_clips' })}>{say(siteWords.clips)}</a>
                <span class="quietly">
                  {say(siteWords.clipsNow, {
                    count: editions.filter(({ item, length }) => item.startsWith('clip/') && length > 0).length,
                  })}
                </span>
              </li>
            </ul>
          </section>
        </>
      )}
    </div>
  );
}

function TextState({
  editions,
  item,
  language: of,
}: { readonly editions: readonly SiteEditionView[] } & Pick<SiteEditionView, 'item' | 'language'>) {
  const say = useSay();
  const language = useLanguage();
  const edition = editions.find((one) => one.item === item && one.language === of && one.length > 0);
  return (
    <>
      {edition === undefined
        ? say(siteWords.builtInNow)
        : say(siteWords.ownNow, { number: edition.number, day: formatDay(edition.day, language) })}
    </>
  );
}

function NumbersState({ editions }: { readonly editions: readonly SiteEditionView[] }) {
  const say = useSay();
  const numbers = editions.find(({ item }) => item === NUMBERS_ITEM)?.numbers ?? [];
  if (numbers.length === 0) return <>{say(siteWords.samplesNow)}</>;
  const confirmed = numbers.filter(({ verified }) => verified !== null).length;
  return <>{say(siteWords.confirmedNow, { confirmed, all: numbers.length })}</>;
}
