import { memberWords } from '../messages/members.ts';
import { shellWords } from '../messages/shell.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useSay } from '../words.tsx';

type SignOrCancelProps = {
  readonly acting: { readonly busy: boolean; readonly refusal: unknown };
  onCancel(): void;
};

/** The foot of a form that changes what is signed: what went wrong, the two ways on, and that it is being signed. */
export function SignOrCancel({ acting, onCancel }: SignOrCancelProps) {
  const say = useSay();
  return (
    <>
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(memberWords.save)}
        </button>
        <button type="button" class="quiet" disabled={acting.busy} onClick={onCancel}>
          {say(shellWords.cancel)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(memberWords.signing)}</Waiting> : null}
    </>
  );
}
