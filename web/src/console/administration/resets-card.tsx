import type { FactorResetView } from '../../desk/factor-views.ts';
import { useConsole } from '../console-context.ts';
import { factorWords } from '../messages/factors.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';

/** What colleagues ask for somebody who lost their second proofs, and what is said to it. Nothing where nothing waits. */
export function ResetsCard({ reading }: { readonly reading: Reading<readonly FactorResetView[]> }) {
  const say = useSay();
  const { value, refusal, again, put } = reading;
  if (value === null || value.length === 0) return <Trouble refusal={refusal} onRetry={again} />;
  return (
    <section class="card proposal">
      <h2>{say(factorWords.resetsWait)}</h2>
      <ul>
        {value.map((reset) => (
          <Reset key={reset.member} reset={reset} onChange={put} />
        ))}
      </ul>
    </section>
  );
}

function Reset({
  reset,
  onChange,
}: {
  readonly reset: FactorResetView;
  onChange(resets: readonly FactorResetView[]): void;
}) {
  const say = useSay();
  const days = useDayWords();
  const { acts } = useConsole();
  const { member, handle, askedBy, own, aboutSelf } = reset;
  const acting = useAct(async (agrees: boolean) => {
    onChange(await (agrees ? acts.agreeFactorReset(member) : acts.dropFactorReset(member)));
  });
  return (
    <li>
      <p>{say(factorWords.resetOf, { askedBy, handle, day: days.date(reset.day) })}</p>
      {own ? <p class="hint">{say(factorWords.resetOwn)}</p> : null}
      {aboutSelf ? <p class="hint">{say(factorWords.resetSelf)}</p> : null}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        {own || aboutSelf ? null : (
          <button type="button" class="primary" disabled={acting.busy} onClick={() => void acting.run(true)}>
            {say(factorWords.agree)}
          </button>
        )}
        <button type="button" disabled={acting.busy} onClick={() => void acting.run(false)}>
          {say(own ? factorWords.takeBack : factorWords.refuse)}
        </button>
      </p>
    </li>
  );
}
