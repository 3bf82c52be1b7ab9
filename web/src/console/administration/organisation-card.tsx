import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { foundingWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { SignOrCancel } from './sign-or-cancel.tsx';
import { RootSeedField } from './standing-fields.tsx';
import { nameOf } from './teams-draft.ts';

type NameDraft = { readonly nameEn: string; readonly nameKm: string };

/** What the organisation is called; an administrator who has the root key's card gives it another name. */
export function OrganisationCard({ onOutcome }: { onOutcome(outcome: 'published' | 'proposed'): void }) {
  const say = useSay();
  const { acts, view, refresh } = useConsole();
  const { name } = view.organisation;
  const [draft, setDraft] = useState<NameDraft | null>(null);
  const [rootSeed, setRootSeed] = useState('');
  const [looked, setLooked] = useState(false);
  const written = nameOf(draft ?? { nameEn: '', nameKm: '' });
  const nameProblem = looked && (written.en === '' || written.km === '') ? say(foundingWords.organisationName) : null;
  const rootMissing = rootSeed.trim() === '';
  const acting = useAct(async () => {
    setLooked(true);
    if (written.en === '' || written.km === '' || rootMissing) return;
    const { outcome, view: next } = await acts.renameOrganisation(written, rootSeed);
    setDraft(null);
    setRootSeed('');
    setLooked(false);
    refresh(next);
    onOutcome(outcome);
  });
  const edit = (change: Partial<NameDraft>): void =>
    setDraft((before) => ({ nameEn: name.en, nameKm: name.km, ...before, ...change }));
  return (
    <section class="card">
      <h2>{say(memberWords.organisation)}</h2>
      <p>
        <b lang="en">{name.en}</b> · <b lang="km">{name.km}</b>
      </p>
      {draft === null ? (
        <p class="buttons">
          <button type="button" onClick={() => edit({})}>
            {say(memberWords.rename)}
          </button>
        </p>
      ) : (
        <ActForm acting={acting}>
          <p class="hint">{say(memberWords.renameText)}</p>
          <TextField
            label={say(foundingWords.nameEn)}
            problem={nameProblem}
            value={draft.nameEn}
            onInput={(nameEn) => edit({ nameEn })}
          />
          <TextField
            label={say(foundingWords.nameKm)}
            problem={nameProblem}
            value={draft.nameKm}
            onInput={(nameKm) => edit({ nameKm })}
          />
          <RootSeedField value={rootSeed} onInput={setRootSeed} />
          {looked && rootMissing ? (
            <p class="trouble" role="alert">
              {say(memberWords.rootMissing)}
            </p>
          ) : null}
          <SignOrCancel acting={acting} onCancel={() => setDraft(null)} />
        </ActForm>
      )}
    </section>
  );
}
