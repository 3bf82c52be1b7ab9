import type { MemberId } from '@romduol/shared/ids';
import { useState } from 'preact/hooks';
import type { Colleague } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { roleWords } from '../messages/founding.ts';
import { factorWords } from '../messages/factors.ts';
import { memberWords } from '../messages/members.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';
import { RootSeedField, type Standing, StandingFields, isWhole, settled } from './standing-fields.tsx';

type Props = {
  readonly one: Colleague;
  readonly shutOut: boolean;
  onShutOut(ids: readonly MemberId[]): void;
  onOutcome(outcome: 'published' | 'proposed'): void;
  /** A reset of second proofs was asked for. */
  onReset(): void;
};

/** One member, and what may be done about them by whoever looks. */
export function Person(props: Props) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const { one, shutOut } = props;
  const roles = [
    ...one.roles.map((role) => say(roleWords[role])),
    ...(one.publisher ? [say(memberWords.publisher)] : []),
  ];
  const teams = view.teams.filter(({ id }) => one.teams.includes(id)).map(({ name }) => name[language]);
  const decides = view.member.roles.some((role) => role === 'administrator' || role === 'supervisor');
  return (
    <li class={one.active ? undefined : 'suspended'}>
      <b lang="en">{one.handle}</b>
      <span>{roles.join(' · ')}</span>
      <span class="quietly">{teams.join(' · ')}</span>
      {one.active ? null : <span class="marks">{say(memberWords.left)}</span>}
      {shutOut ? <span class="marks">{say(memberWords.shutOut)}</span> : null}
      {decides ? <Manage {...props} /> : null}
    </li>
  );
}

function Manage({ one, shutOut, onShutOut, onOutcome, onReset }: Props) {
  const say = useSay();
  const { acts, view, refresh } = useConsole();
  const [standing, setStanding] = useState<Standing>(() => ({
    roles: [...one.roles],
    publisher: one.publisher,
    teams: [...one.teams],
  }));
  const [rootSeed, setRootSeed] = useState('');
  const [reset, setReset] = useState<'asked' | 'done' | null>(null);
  const administers = view.member.roles.includes('administrator');
  const self = one.id === view.member.id;
  const change = useAct(async (given: Partial<Standing> & { status?: 'active' | 'suspended' }) => {
    const { outcome, view: next } = await acts.changeMember(one.id, given, rootSeed.trim() === '' ? null : rootSeed);
    setRootSeed('');
    refresh(next);
    onOutcome(outcome);
  });
  const shut = useAct(async () => onShutOut(await (shutOut ? acts.liftSuspension(one.id) : acts.suspend(one.id))));
  const resetting = useAct(async () => {
    setReset((await acts.askFactorReset(one.id)) ? 'done' : 'asked');
    onReset();
  });
  const busy = change.busy || shut.busy || resetting.busy;
  const becomesAdministrator = standing.roles.includes('administrator') && !one.roles.includes('administrator');
  return (
    <details class="manage">
      <summary>
        {say(memberWords.manage)} <span class="away">{one.handle}</span>
      </summary>
      {administers && one.active ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void change.run(settled(standing));
          }}
        >
          <StandingFields standing={standing} onChange={(given) => setStanding({ ...standing, ...given })} />
          {becomesAdministrator ? <RootSeedField value={rootSeed} onInput={setRootSeed} /> : null}
          <button class="primary" disabled={busy || !isWhole(settled(standing))}>
            {say(memberWords.save)}
          </button>
        </form>
      ) : null}
      <Trouble refusal={change.refusal ?? shut.refusal ?? resetting.refusal} />
      {change.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
      {self ? null : (
        <>
          {one.active ? (
            <p>
              <button type="button" disabled={busy} onClick={() => void shut.run()}>
                {say(shutOut ? memberWords.letIn : memberWords.shutOutNow)}
              </button>{' '}
              <span class="hint">{say(memberWords.shutOutHint)}</span>
            </p>
          ) : null}
          {administers ? (
            <p>
              <button
                type="button"
                disabled={busy}
                onClick={() => void change.run({ status: one.active ? 'suspended' : 'active' })}
              >
                {say(one.active ? memberWords.leave : memberWords.takeIn)}
              </button>{' '}
              {one.active ? <span class="hint">{say(memberWords.leaveHint)}</span> : null}
            </p>
          ) : null}
          {one.active ? (
            <p>
              <button type="button" disabled={busy} onClick={() => void resetting.run()}>
                {say(factorWords.askReset)}
              </button>{' '}
              <span class="hint">{say(factorWords.askResetHint)}</span>{' '}
              <output>
                {reset === null ? '' : say(reset === 'done' ? factorWords.resetDone : factorWords.resetAsked)}
              </output>
            </p>
          ) : null}
        </>
      )}
    </details>
  );
}
