import type { Words } from '@romduol/shared/language/language';
import type { ComponentChildren } from 'preact';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { paneWords } from '../messages/panes.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import type { Acting } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { readersOf, useCaseWork } from './case-work.ts';

type Props = {
  readonly does: string;
  readonly acting: Acting<[]>;
  /** What the button says; null where the form has buttons of its own. */
  readonly action?: Words | null;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
};

/** The form of one thing done in a case: what it does, its fields, its button. */
export function StepFrame({ does, acting, action = paneWords.record, disabled = false, children }: Props) {
  const say = useSay();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  const who = readersOf(view, desk)
    .map(({ id, handle }) => (id === desk.member.id ? say(caseWords.you) : handle))
    .join(', ');
  return (
    <ActForm acting={acting}>
      <div class="says">
        <p>{does}</p>
        <p>{say(paneWords.readBy, { who })}</p>
      </div>
      {children}
      <Trouble refusal={acting.refusal} />
      {action === null ? null : (
        <p class="buttons">
          <button class="primary" disabled={acting.busy || disabled}>
            {say(action)}
          </button>
        </p>
      )}
      {acting.busy ? <Waiting>{say(paneWords.recording)}</Waiting> : null}
    </ActForm>
  );
}
