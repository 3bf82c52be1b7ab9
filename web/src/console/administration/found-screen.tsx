import { ROLES } from '@romduol/shared/api/contract';
import type { Words } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import { foundingWords, roleWords } from '../messages/founding.ts';
import { ActForm } from '../parts/act-form.tsx';
import { CheckField, ChoiceField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import type { Session } from '../session/session.ts';
import { useLanguage, useSay } from '../words.tsx';
import { type FoundingDraft, type PlanProblem, newFoundingDraft, readFoundingDraft } from './founding-draft.ts';
import { TeamsFields } from './team-fields.tsx';

/** Sets up an empty deployment: the first organisation, its teams, and its first administrator. */
export function FoundScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const [draft, setDraft] = useState<FoundingDraft>(newFoundingDraft);
  const [looked, setLooked] = useState(false);
  const read = readFoundingDraft(draft);
  const set = (change: Partial<FoundingDraft>): void => setDraft({ ...draft, ...change });
  const acting = useAct(async () => {
    setLooked(true);
    if (read.ok) await session.found(read.plan);
  });
  return (
    <ActForm acting={acting} class="founding">
      <ScreenHeading>{say(foundingWords.title)}</ScreenHeading>
      <p>{say(foundingWords.intro)}</p>
      <section class="card">
        <h2>{say(foundingWords.organisation)}</h2>
        <div class="row-of-fields">
          <TextField
            label={say(foundingWords.nameEn)}
            lang="en"
            value={draft.nameEn}
            onInput={(nameEn) => set({ nameEn })}
          />
          <TextField
            label={say(foundingWords.nameKm)}
            lang="km"
            value={draft.nameKm}
            onInput={(nameKm) => set({ nameKm })}
          />
        </div>
      </section>
      <section class="card">
        <h2>{say(foundingWords.teams)}</h2>
        <TeamsFields draft={draft.teams} mayHaveDuty elsewhere={() => null} onChange={(teams) => set({ teams })} />
      </section>
      <section class="card">
        <h2>{say(foundingWords.you)}</h2>
        <p class="hint">{say(foundingWords.youHint)}</p>
        <TextField
          label={say(foundingWords.handle)}
          hint={say(foundingWords.handleHint)}
          lang="en"
          spellCheck={false}
          autoComplete="off"
          value={draft.handle}
          onInput={(handle) => set({ handle })}
        />
        <ChoiceField
          label={say(foundingWords.alsoRoles)}
          many
          choices={ROLES.filter((code) => code !== 'administrator').map((code) => ({
            code,
            label: say(roleWords[code]),
          }))}
          chosen={draft.roles}
          onChoose={(codes) => set({ roles: ROLES.filter((role) => codes.includes(role)) })}
        />
        <CheckField
          label={say(foundingWords.publisher)}
          checked={draft.publisher}
          onChange={(publisher) => set({ publisher })}
        />
      </section>
      {looked && !read.ok ? <Problems draft={draft} problems={read.problems} /> : null}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(foundingWords.make)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(foundingWords.making)}</Waiting> : null}
    </ActForm>
  );
}

function Problems({ draft, problems }: { readonly draft: FoundingDraft; readonly problems: readonly PlanProblem[] }) {
  const say = useSay();
  const language = useLanguage();
  const where = ({ team }: PlanProblem): string => {
    const named = team === null ? undefined : draft.teams.teams[team];
    const name = language === 'en' ? named?.nameEn : named?.nameKm;
    return team === null ? '' : name || say(foundingWords.teamNumber, { number: team + 1 });
  };
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{say(foundingWords.problems)}</b>
      </p>
      <ul>
        {problems.map((problem, index) => {
          const words: Words = foundingWords[problem.code];
          return <li key={index}>{say(words, { where: where(problem) })}</li>;
        })}
      </ul>
    </div>
  );
}
