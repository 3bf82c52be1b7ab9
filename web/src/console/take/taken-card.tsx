import type { Taken } from '../../desk/take-report.ts';
import { ReceiptCard } from '../case/receipt-card.tsx';
import { takeWords } from '../messages/take.ts';
import { ScreenHeading } from '../parts/trouble.tsx';
import { useSay } from '../words.tsx';

/** The survivor's receipt: to be read out, or printed on a card that says nothing of what it is for. */
export function TakenCard({ taken, onGiven }: { readonly taken: Taken; onGiven(): void }) {
  const say = useSay();
  return (
    <section class="taken">
      <div class="not-printed">
        <ScreenHeading>{say(takeWords.done)}</ScreenHeading>
        <p>{say(takeWords.readers, { who: taken.readers.join(', ') })}</p>
        <div class="caution" role="note">
          <p>{say(takeWords.receipt)}</p>
        </div>
      </div>
      <ReceiptCard receipt={taken} />
      <p class="buttons not-printed">
        <button type="button" onClick={() => print()}>
          {say(takeWords.print)}
        </button>
        <button type="button" class="primary" onClick={onGiven}>
          {say(takeWords.given)}
        </button>
      </p>
    </section>
  );
}
