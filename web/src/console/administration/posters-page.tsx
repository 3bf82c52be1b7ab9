import { type Language, LANGUAGES, say as sayIn } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { posterText, posterWords } from '../messages/posters.ts';
import { siteWords } from '../messages/site.ts';
import { CheckField, SelectField } from '../parts/fields.tsx';
import { QrCode } from '../../pages/qr-code.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';

const SHAPES = ['a4', 'a6', 'pocket'] as const;
type Shape = (typeof SHAPES)[number];

/** Khmer first: it is what most people look for. */
const SPOKEN = {
  both: [...LANGUAGES].reverse(),
  onlyKm: ['km'],
  onlyEn: ['en'],
} as const satisfies Record<string, readonly Language[]>;
type Spoken = keyof typeof SPOKEN;
const SPOKEN_CODES = ['both', 'onlyKm', 'onlyEn'] as const satisfies readonly Spoken[];

const CARDS_ON_A_SHEET = 8;

/** Posters and cards that lead to the public pages: chosen, shown as they print, and printed by the browser. */
export function PostersPage() {
  const say = useSay();
  const { acts } = useConsole();
  const settings = useReading('addresses', () => acts.addresses());
  const [shape, setShape] = useState<Shape>('a4');
  const [spoken, setSpoken] = useState<Spoken>('both');
  const [withOnion, setWithOnion] = useState(true);
  const value = settings.value;
  return (
    <div class="site posters">
      <div class="not-printed">
        <p class="trail">
          <a href={linkTo({ screen: 'site' })}>← {say(siteWords.back)}</a>
        </p>
        <ScreenHeading>{say(posterWords.title)}</ScreenHeading>
        <p class="hint">{say(posterWords.intro)}</p>
        <Trouble refusal={settings.refusal} onRetry={settings.again} />
        {value === null && settings.busy ? <Waiting>{say(siteWords.loading)}</Waiting> : null}
        {value !== null && value.publicOrigin === null ? (
          <div class="caution" role="note">
            <p>{say(posterWords.noAddress)}</p>
          </div>
        ) : null}
        <div class="row-of-fields">
          <SelectField
            label={say(posterWords.shape)}
            value={shape}
            choices={SHAPES.map((code) => ({ code, label: say(posterWords[code]) }))}
            onChoose={(code) => setShape(SHAPES.find((one) => one === code) ?? 'a4')}
          />
          <SelectField
            label={say(posterWords.languages)}
            value={spoken}
            choices={SPOKEN_CODES.map((code) => ({ code, label: say(posterWords[code]) }))}
            onChoose={(code) => setSpoken(SPOKEN_CODES.find((one) => one === code) ?? 'both')}
          />
        </div>
        {value?.onionOrigin ? (
          <CheckField label={say(posterWords.onion)} checked={withOnion} onChange={setWithOnion} />
        ) : null}
        <p class="buttons">
          <button type="button" class="primary" disabled={value === null} onClick={() => print()}>
            {say(posterWords.print)}
          </button>
        </p>
      </div>
      {value === null ? null : (
        <Sheet
          shape={shape}
          languages={SPOKEN[spoken]}
          address={value.publicOrigin ?? location.origin}
          onion={withOnion ? value.onionOrigin : null}
        />
      )}
    </div>
  );
}

type PosterProps = {
  readonly shape: Shape;
  readonly languages: readonly Language[];
  readonly address: string;
  readonly onion: string | null;
};

function Sheet(props: PosterProps) {
  if (props.shape !== 'pocket') return <Poster {...props} />;
  return (
    <div class="poster-sheet pocket">
      {Array.from({ length: CARDS_ON_A_SHEET }, (_, place) => (
        <Card key={place} {...props} isCopy={place > 0} />
      ))}
    </div>
  );
}

function Poster({ shape, languages, address, onion }: PosterProps) {
  const say = useSay();
  const { view } = useConsole();
  return (
    <article class={`poster-sheet ${shape}`}>
      {languages.map((language) => (
        <div key={language} lang={language} class="poster-words">
          <h2>{sayIn(posterText.question, language)}</h2>
          <p>{sayIn(posterText.lead, language)}</p>
        </div>
      ))}
      <div class="poster-codes">
        <div>
          <p>{sayAll(posterText.scan, languages)}</p>
          <QrCode text={`${address}/`} label={say(posterWords.qr, { address })} />
          <p class="poster-address" lang="en">
            {address}
          </p>
        </div>
        {onion === null ? null : (
          <div>
            <p>{sayAll(posterText.tor, languages)}</p>
            <QrCode text={`${onion}/`} label={say(posterWords.qr, { address: onion })} />
            <p class="poster-address small" lang="en">
              {onion}
            </p>
          </div>
        )}
      </div>
      <footer>
        <p>{sayAll(posterText.phone, languages)}</p>
        <p>
          {sayAll(posterText.words, languages)} <b lang="en">{view.rootWords.join(' ')}</b>
        </p>
      </footer>
    </article>
  );
}

/** Copies are said once: a sheet of eight is one card to whoever listens. */
function Card({ languages, address, onion, isCopy }: PosterProps & { readonly isCopy: boolean }) {
  const say = useSay();
  const { view } = useConsole();
  return (
    <article class="card-copy" aria-hidden={isCopy ? 'true' : undefined}>
      <QrCode text={`${address}/`} label={say(posterWords.qr, { address })} />
      <div>
        <p>{sayAll(posterText.brief, languages)}</p>
        <p class="poster-address" lang="en">
          {address}
        </p>
        {onion === null ? null : (
          <p class="tiny" lang="en">
            {onion}
          </p>
        )}
        <p class="tiny" lang="en">
          {view.rootWords.join(' ')}
        </p>
      </div>
    </article>
  );
}

function sayAll(words: (typeof posterText)[keyof typeof posterText], languages: readonly Language[]) {
  return languages.map((language) => (
    <span key={language} lang={language} class="poster-line">
      {sayIn(words, language)}{' '}
    </span>
  ));
}
