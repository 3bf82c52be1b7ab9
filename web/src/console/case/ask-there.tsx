import type { Words } from '@romduol/shared/language/language';
import type { ConversationView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';

type Props = {
  readonly words: Words;
  readonly hint: Words;
  readonly isReady: boolean;
  ask(): Promise<ConversationView>;
  /** Where the form keeps its draft: asked, it is dropped. */
  readonly place: string;
};

/** Asks the reporter on the return page, instead of writing down what was said elsewhere. */
export function AskThere({ words, hint, isReady, ask, place }: Props) {
  const say = useSay();
  const { drafts, readings } = useConsole();
  const { view, close } = useCaseWork();
  const acting = useAct(async () => {
    readings.set(`conversation:${view.caseId}`, await ask());
    drafts.delete(place);
    close();
  });
  return (
    <section class="says">
      <p>{say(hint)}</p>
      <Trouble refusal={acting.refusal} />
      <p>
        <button type="button" disabled={acting.busy || !isReady} onClick={() => void acting.run()}>
          {say(words)}
        </button>
      </p>
    </section>
  );
}
