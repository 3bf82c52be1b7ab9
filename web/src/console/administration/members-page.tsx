import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { ProposalView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { memberWords } from '../messages/members.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { InvitationsCard } from './invitations-card.tsx';
import { OrganisationCard } from './organisation-card.tsx';
import { Person } from './person.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { ResetsCard } from './resets-card.tsx';
import { RootCard } from './root-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { TeamsCard } from './teams-card.tsx';

/** The keyring as people read it, and what administrators and supervisors do about it. */
export function MembersPage() {
  const say = useSay();
  const { acts, view } = useConsole();
  const [outcome, setOutcome] = useState<'published' | 'proposed' | null>(null);
  const proposal = useReading('proposal', () => acts.proposal());
  const suspended = useReading('suspended', () => acts.suspended());
  const resets = useReading('resets', () => acts.factorResets());
  const administers = view.member.roles.includes('administrator');
  const tell = (what: 'published' | 'proposed'): void => {
    setOutcome(what);
    proposal.again();
  };
  return (
    <div class="members">
      <ScreenHeading>{say(memberWords.title)}</ScreenHeading>
      <p class="hint">{say(memberWords.intro)}</p>
      <output>{outcome === null ? '' : say(memberWords[outcome])}</output>
      <ProposalCard reading={proposal} onSigned={() => setOutcome('published')} />
      <ResetsCard reading={resets} />
      <KeyringCard />
      {administers ? <InvitationsCard onOutcome={tell} /> : null}
      {administers ? <OrganisationCard onOutcome={tell} /> : null}
      <TeamsCard onOutcome={tell} />
      {administers ? <SettingsCard /> : null}
      <RecoveryCard waits={waitsFor(proposal.value)} onOutcome={tell} />
      <RootCard />
      <section class="card">
        <h2>{say(memberWords.people)}</h2>
        <Trouble refusal={suspended.refusal} onRetry={suspended.again} />
        <ul class="people">
          {view.colleagues.map((one) => (
            <Person
              key={`${one.id} ${view.keyring.version}`}
              one={one}
              shutOut={suspended.value?.includes(one.id) ?? false}
              onShutOut={suspended.put}
              onOutcome={tell}
              onReset={resets.again}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Whether a card, or the end of one, is signed by one and waits for another. */
const waitsFor = (proposal: ProposalView | null): boolean =>
  proposal?.changes.some(({ kind }) => kind.startsWith('recovery_')) ?? false;

function KeyringCard() {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { acts, view, refresh } = useConsole();
  const { keyring } = view;
  const [renewed, setRenewed] = useState(false);
  const acting = useAct(async () => {
    refresh((await acts.renewKeyring(null)).view);
    setRenewed(true);
  });
  return (
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
      {view.member.roles.includes('administrator') ? (
        <>
          {keyring.renewable ? (
            <p>
              <b>{say(memberWords.renewDue)}</b>
            </p>
          ) : null}
          <p class="hint">{say(memberWords.renewDoes)}</p>
          <Trouble refusal={acting.refusal} />
          <p class="buttons">
            <button type="button" disabled={acting.busy} onClick={() => void acting.run()}>
              {say(memberWords.renew)}
            </button>
          </p>
          {acting.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
        </>
      ) : null}
      <output>{renewed ? say(memberWords.renewed, { day: days.date(keyring.expires) }) : ''}</output>
    </section>
  );
}
