import { formatDay } from '@romduol/shared/language/dates';
import { useEffect, useState } from 'preact/hooks';
import type { DeskActs } from '../../desk/acts.ts';
import type { AnsweredView, InvitedView } from '../../desk/views.ts';
import { roleWords } from '../messages/founding.ts';
import { joiningWords } from '../messages/joining.ts';
import { memberWords } from '../messages/members.ts';
import { ActForm } from '../parts/act-form.tsx';
import { TextField } from '../parts/fields.tsx';
import { KeyWords } from '../parts/key-words.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';
import { PassphraseChoice } from './passphrase-choice.tsx';
import type { Session } from './session.ts';

/** An invitee's way in: the invitation, a passphrase, keys made on this device, and the words to compare. */
export function InvitedScreen({
  session,
  code,
  acts,
}: {
  readonly session: Session;
  readonly code: string;
  readonly acts: DeskActs;
}) {
  const say = useSay();
  const [typed, setTyped] = useState(code);
  const [invited, setInvited] = useState<InvitedView | null>(null);
  const [answered, setAnswered] = useState<AnsweredView | null>(null);
  const looking = useAct(async () => setInvited(await acts.readInvited(typed)));
  useEffect(() => {
    if (code !== '') void looking.run();
  }, []);
  return (
    <section class="door wide">
      <ScreenHeading>{say(answered === null ? joiningWords.invited : joiningWords.made)}</ScreenHeading>
      {answered !== null ? (
        <>
          <p>{say(joiningWords.compare)}</p>
          <KeyWords label={say(joiningWords.yourWords)} words={answered.words} />
          <p class="buttons">
            <button type="button" class="primary" onClick={() => session.leave()}>
              {say(joiningWords.toSignIn)}
            </button>
          </p>
        </>
      ) : invited !== null ? (
        <Answer acts={acts} code={typed} invited={invited} onAnswered={setAnswered} />
      ) : (
        <ActForm acting={looking}>
          <TextField
            label={say(joiningWords.code)}
            lang="en"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onInput={setTyped}
          />
          <Trouble refusal={looking.refusal} />
          <p class="buttons">
            <button class="primary" disabled={looking.busy}>
              {say(joiningWords.look)}
            </button>
            <button type="button" class="quiet" onClick={() => session.leave()}>
              {say(joiningWords.back)}
            </button>
          </p>
        </ActForm>
      )}
    </section>
  );
}

function Answer(props: {
  readonly acts: DeskActs;
  readonly code: string;
  readonly invited: InvitedView;
  onAnswered(answered: AnsweredView): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { acts, code, invited, onAnswered } = props;
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const acting = useAct(async () => {
    if (passphrase !== null) onAnswered(await acts.answerInvitation(code, passphrase));
  });
  const roles = [
    ...invited.roles.map((role) => say(roleWords[role])),
    ...(invited.publisher ? [say(memberWords.publisher)] : []),
  ];
  return (
    <ActForm acting={acting}>
      <p>
        {say(joiningWords.invitedBy, { organisation: invited.organisation[language], handle: invited.handle })}{' '}
        {say(joiningWords.until, { day: formatDay(invited.expires, language) })}
      </p>
      <p>
        {say(joiningWords.invitedAs)}: {[...roles, ...invited.teams.map((name) => name[language])].join(' · ')}
      </p>
      <KeyWords label={say(joiningWords.rootWords)} words={invited.rootWords} />
      <PassphraseChoice acts={acts} onChange={setPassphrase} />
      <Trouble refusal={acting.refusal} />
      <button class="primary" disabled={acting.busy || passphrase === null}>
        {say(joiningWords.makeKeys)}
      </button>
      {acting.busy ? <Waiting>{say(joiningWords.making)}</Waiting> : null}
    </ActForm>
  );
}
