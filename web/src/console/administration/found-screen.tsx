import { say as sayIn, type Words } from '@romduol/shared/language/language';
import { useState } from 'preact/hooks';
import { foundingWords } from '../messages/founding.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import type { Session } from '../session/session.ts';
import { useLanguage, useSay } from '../words.tsx';
import { type FoundingDraft, type PlanProblem, newOrganisationDraft, readFoundingDraft } from './founding-draft.ts';
import { OrganisationFields } from './organisation-fields.tsx';

/** Sets up an empty deployment: who works here, in which teams, covering what. */
export function FoundScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const [draft, setDraft] = useState<FoundingDraft>(() => ({
    organisations: [newOrganisationDraft()],
    duty: { organisation: 0, team: 0 },
  }));
  const [looked, setLooked] = useState(false);
  const read = readFoundingDraft(draft);
  const acting = useAct(async () => {
    setLooked(true);
    if (read.ok) await session.found(read.plan);
  });
  return (
    <form
      class="founding"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <ScreenHeading>{say(foundingWords.title)}</ScreenHeading>
      <p>{say(foundingWords.intro)}</p>
      {draft.organisations.map((organisation, index) => (
        <OrganisationFields
          key={index}
          draft={draft}
          index={index}
          organisation={organisation}
          onChange={setDraft}
          removable={draft.organisations.length > 1}
        />
      ))}
      <p class="buttons">
        <button
          type="button"
          onClick={() => setDraft({ ...draft, organisations: [...draft.organisations, newOrganisationDraft()] })}
        >
          {say(foundingWords.addOrganisation)}
        </button>
      </p>
      {looked && !read.ok ? <Problems draft={draft} problems={read.problems} /> : null}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(foundingWords.make)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(foundingWords.making)}</Waiting> : null}
    </form>
  );
}

function Problems({ draft, problems }: { readonly draft: FoundingDraft; readonly problems: readonly PlanProblem[] }) {
  const say = useSay();
  const language = useLanguage();
  const where = ({ organisation, team, member }: PlanProblem): string => {
    if (organisation === null) return '';
    const of = draft.organisations[organisation];
    const parts = [
      nameOr(of, sayIn(foundingWords.organisationNumber, language, { number: organisation + 1 }), language),
    ];
    if (team !== undefined) {
      parts.push(nameOr(of?.teams[team], sayIn(foundingWords.teamNumber, language, { number: team + 1 }), language));
    }
    if (member !== undefined) {
      parts.push(of?.members[member]?.handle || sayIn(foundingWords.memberNumber, language, { number: member + 1 }));
    }
    return parts.join(' · ');
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

function nameOr(
  named: { nameEn: string; nameKm: string } | undefined,
  otherwise: string,
  language: 'en' | 'km',
): string {
  return (language === 'en' ? named?.nameEn : named?.nameKm) || otherwise;
}
