import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { foundingWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';
import { SignOrCancel } from './sign-or-cancel.tsx';
import { TeamsFields } from './team-fields.tsx';
import { type TeamsDraft, draftOfTeams, readTeams } from './teams-draft.ts';

/** The organisation's teams; an administrator changes them. */
export function TeamsCard({ onOutcome }: { onOutcome(outcome: 'published' | 'proposed'): void }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view, refresh } = useConsole();
  const { teams, colleagues } = view;
  const [draft, setDraft] = useState<TeamsDraft | null>(null);
  const [looked, setLooked] = useState(false);
  const own = new Set(teams.map(({ id }) => id));
  const others = view.allTeams.filter(({ id }) => !own.has(id));
  const dutyElsewhere = others.some(({ duty }) => duty);
  const acting = useAct(async (given: TeamsDraft) => {
    setLooked(true);
    const read = readTeams(given, { taken: view.allTeams.map(({ id }) => id), dutyElsewhere });
    if (read.problems.length > 0) return;
    const { outcome, view: next } = await acts.changeTeams(read.teams, view.keyring.version);
    setDraft(null);
    refresh(next);
    onOutcome(outcome);
  });
  const read = draft === null ? null : readTeams(draft, { taken: [], dutyElsewhere });
  return (
    <section class="card">
      <h2>{say(memberWords.teams)}</h2>
      {draft === null ? (
        <ul>
          {teams.map(({ id, name }) => (
            <li key={id}>
              <b>{name[language]}</b>{' '}
              <span class="quietly">
                {say(memberWords.teamMembers, {
                  count: colleagues.filter((one) => one.active && one.teams.includes(id)).length,
                })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void acting.run(draft);
          }}
        >
          <TeamsFields
            draft={draft}
            mayHaveDuty={!dutyElsewhere}
            elsewhere={(province) =>
              others.find(({ provinces }) => provinces.includes(province))?.name[language] ?? null
            }
            onChange={setDraft}
          />
          {looked && read !== null && read.problems.length > 0 ? (
            <ul class="trouble" role="alert">
              {read.problems.map(({ code, team }, place) => (
                <li key={place}>
                  {say(foundingWords[code], { where: say(foundingWords.teamNumber, { number: (team ?? 0) + 1 }) })}
                </li>
              ))}
            </ul>
          ) : null}
          <SignOrCancel acting={acting} onCancel={() => setDraft(null)} />
        </form>
      )}
      {draft === null && view.member.roles.includes('administrator') ? (
        <p class="buttons">
          <button type="button" onClick={() => setDraft(draftOfTeams(view.allTeams.filter(({ id }) => own.has(id))))}>
            {say(memberWords.editTeams)}
          </button>
        </p>
      ) : null}
    </section>
  );
}
