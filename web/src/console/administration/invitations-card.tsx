import { useState } from 'preact/hooks';
import type { InvitationView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { memberWords } from '../messages/members.ts';
import { CheckField } from '../parts/fields.tsx';
import { KeyWords } from '../parts/key-words.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { type Reading, useReading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';
import { InviteForm } from './invite-form.tsx';
import { RootSeedField } from './standing-fields.tsx';

/** Open invitations, with the keys that came in for comparing; for administrators. */
export function InvitationsCard({ onOutcome }: { onOutcome(outcome: 'published' | 'proposed'): void }) {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('invitations', () => acts.invitations());
  const invitations = reading.value ?? [];
  return (
    <section class="card invitations">
      <h2>{say(memberWords.invitations)}</h2>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value !== null && invitations.length === 0 ? <p>{say(memberWords.noInvitation)}</p> : null}
      {invitations.map((one) => (
        <Invitation key={one.id} one={one} reading={reading} onOutcome={onOutcome} />
      ))}
      <InviteForm onInvited={reading.again} />
    </section>
  );
}

function Invitation(props: {
  readonly one: InvitationView;
  readonly reading: Reading<readonly InvitationView[]>;
  onOutcome(outcome: 'published' | 'proposed'): void;
}) {
  const say = useSay();
  const days = useDayWords();
  const { acts, refresh } = useConsole();
  const { one, reading } = props;
  const [same, setSame] = useState(false);
  const [rootSeed, setRootSeed] = useState('');
  const { handle } = one.plan;
  const admitting = useAct(async () => {
    const { outcome, view } = await acts.admit(one.id, one.words ?? [], one.needsRoot ? rootSeed : null);
    setRootSeed('');
    refresh(view);
    props.onOutcome(outcome);
    reading.again();
  });
  const withdrawing = useAct(async () => reading.put(await acts.withdrawInvitation(one.id)));
  const busy = admitting.busy || withdrawing.busy;
  return (
    <section class="item">
      <h3>{one.words === null ? handle : say(memberWords.compareTitle, { handle })}</h3>
      {one.words === null ? (
        <p>{say(memberWords.waiting, { day: days.date(one.expires) })}</p>
      ) : (
        <>
          <p>{say(memberWords.compareText, { handle })}</p>
          <KeyWords label={handle} words={one.words} />
          <CheckField label={say(memberWords.allSame)} checked={same} onChange={setSame} />
          {one.needsRoot ? <RootSeedField value={rootSeed} onInput={setRootSeed} /> : null}
        </>
      )}
      <Trouble refusal={admitting.refusal ?? withdrawing.refusal} />
      <p class="buttons">
        {one.words === null ? null : (
          <button type="button" class="primary" disabled={busy || !same} onClick={() => void admitting.run()}>
            {say(memberWords.admit, { handle })}
          </button>
        )}
        <button type="button" class="quiet" disabled={busy} onClick={() => void withdrawing.run()}>
          {say(one.words === null ? memberWords.withdraw : memberWords.differ)}
        </button>
      </p>
      {admitting.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
    </section>
  );
}
