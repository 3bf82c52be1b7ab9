import { useState } from 'preact/hooks';
import type { FoundedView } from '../../desk/acts.ts';
import { foundingWords } from '../messages/founding.ts';
import { CheckField } from '../parts/fields.tsx';
import { QrCode } from '../../pages/qr-code.tsx';
import { saveFile } from '../parts/save-file.ts';
import { ScreenHeading } from '../parts/trouble.tsx';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';

/** What founding made, shown once: it goes with this screen. */
export function FoundedScreen({ founded, onDone }: { readonly founded: FoundedView; onDone(): void }) {
  const say = useSay();
  const [kept, setKept] = useState(false);
  const rootFile = ['Romduol root key', `key words: ${founded.fingerprint}`, `seed: ${founded.rootSeed}`, ''].join(
    '\n',
  );
  const goOn = (): void => {
    // Where the founder comes to after signing in.
    location.hash = linkTo({ screen: 'setup' });
    onDone();
  };
  return (
    <section class="founded">
      <ScreenHeading>{say(foundingWords.done)}</ScreenHeading>
      <div class="caution" role="note">
        <p>{say(foundingWords.onceOnly)}</p>
      </div>
      <section class="card">
        <h2>{say(foundingWords.passphrase)}</h2>
        <ul class="passphrases">
          <li>
            <b lang="en">{founded.handle}</b>
            <code lang="en">{founded.passphrase}</code>
          </li>
        </ul>
      </section>
      <section class="card">
        <h2>{say(foundingWords.rootKey)}</h2>
        <p>{say(foundingWords.rootKeyText)}</p>
        <p>
          <code class="root-seed" lang="en">
            {founded.rootSeed}
          </code>
        </p>
        <QrCode text={founded.rootSeed} label={say(foundingWords.rootKeyQr)} />
        <p>{say(foundingWords.fingerprint)}:</p>
        <p>
          <b lang="en">{founded.fingerprint}</b>
        </p>
        <p class="buttons not-printed">
          <button type="button" onClick={() => print()}>
            {say(foundingWords.print)}
          </button>
          <button type="button" onClick={() => saveFile('romduol-root-key.txt', 'text/plain', rootFile)}>
            {say(foundingWords.download)}
          </button>
        </p>
      </section>
      <div class="not-printed">
        <CheckField label={say(foundingWords.kept)} checked={kept} onChange={setKept} />
        <p class="buttons">
          <button type="button" class="primary" disabled={!kept} onClick={goOn}>
            {say(foundingWords.goOn)}
          </button>
        </p>
      </div>
    </section>
  );
}
