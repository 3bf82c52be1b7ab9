import type { Words } from '@romduol/shared/language/language';
import type { ChangeView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { roleWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Changes of the keyring in words, one a line. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeView[] }) {
  const say = useSay();
  const language = useLanguage();
  const tell = ({ kind, organisation, team, member }: ChangeView): string => {
    const words: Words = memberWords[kind];
    const roles = [
      ...(member?.roles ?? []).map((role) => say(roleWords[role])),
      ...(member?.publisher === true ? [say(memberWords.publisher)] : []),
      ...(member?.teams ?? []).map((name) => name[language]),
    ];
    return say(words, {
      organisation: organisation?.[language] ?? '',
      team: team?.[language] ?? '',
      handle: member?.handle ?? '',
      roles: roles.join(', '),
    });
  };
  return (
    <ul>
      {changes.map((change, place) => (
        <li key={place}>
          {tell(change)}
          {change.signedByOne ? <small> ({say(memberWords.signedByOne)})</small> : null}
        </li>
      ))}
    </ul>
  );
}

/** Shown on every console until the member has looked: what changed in the keyring since they last did. */
export function ChangesToConfirm() {
  const say = useSay();
  const { acts, view, refresh } = useConsole();
  const acting = useAct(async () => refresh(await acts.confirmKeyring()));
  if (view.changes.length === 0) return null;
  return (
    <section class="notice list-changes" aria-label={say(memberWords.changes)}>
      <p>
        <b>{say(memberWords.changes)}</b>
      </p>
      <ChangeList changes={view.changes} />
      <p>{say(memberWords.changesText)}</p>
      <Trouble refusal={acting.refusal} />
      <button type="button" disabled={acting.busy} onClick={() => void acting.run()}>
        {say(memberWords.confirm)}
      </button>
    </section>
  );
}
