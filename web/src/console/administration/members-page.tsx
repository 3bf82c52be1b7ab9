import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { Colleague } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { roleWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';

/** The keyring as people read it; an administrator renews it. */
export function MembersPage() {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { acts, view, refresh } = useConsole();
  const [renewed, setRenewed] = useState(false);
  const acting = useAct(async () => {
    refresh(await acts.renewKeyring());
    setRenewed(true);
  });
  const mayRenew = view.member.roles.includes('administrator');
  const { keyring, teams, colleagues } = view;
  return (
    <div class="members">
      <ScreenHeading>{say(memberWords.title)}</ScreenHeading>
      <p class="hint">{say(memberWords.intro)}</p>
      <section class="card">
        <dl class="standing">
          <div>
            <dt>{say(memberWords.version)}</dt>
            <dd>{formatNumber(keyring.version, language)}</dd>
          </div>
          <div>
            <dt>{say(memberWords.expires)}</dt>
            <dd>{days.date(keyring.expires)}</dd>
          </div>
        </dl>
        {mayRenew ? (
          <>
            <p class="hint">{say(memberWords.renewDoes)}</p>
            <Trouble refusal={acting.refusal} />
            <p class="buttons">
              <button type="button" disabled={acting.busy} onClick={() => void acting.run()}>
                {say(memberWords.renew)}
              </button>
            </p>
            {acting.busy ? <Waiting>{say(memberWords.renewing)}</Waiting> : null}
          </>
        ) : null}
        <output>{renewed ? say(memberWords.renewed, { day: days.date(keyring.expires) }) : ''}</output>
      </section>
      <section class="card">
        <h2>{say(memberWords.teams)}</h2>
        <ul>
          {teams.map(({ id, name }) => (
            <li key={id}>
              <b>{name[language]}</b>{' '}
              <span class="quietly">
                {say(memberWords.teamMembers, { count: colleagues.filter((one) => one.teams.includes(id)).length })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{say(memberWords.people)}</h2>
        <ul class="people">
          {colleagues.map((one) => (
            <Person key={one.id} one={one} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Person({ one }: { readonly one: Colleague }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const roles = [
    ...one.roles.map((role) => say(roleWords[role])),
    ...(one.publisher ? [say(memberWords.publisher)] : []),
  ];
  const teams = view.teams.filter(({ id }) => one.teams.includes(id)).map(({ name }) => name[language]);
  return (
    <li class={one.active ? undefined : 'suspended'}>
      <b lang="en">{one.handle}</b>
      <span>{roles.join(' · ')}</span>
      <span class="quietly">{teams.join(' · ')}</span>
      {one.active ? null : <span class="marks">{say(memberWords.suspended)}</span>}
    </li>
  );
}
