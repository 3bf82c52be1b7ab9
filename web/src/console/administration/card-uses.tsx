import { useConsole } from '../console-context.ts';
import { cardWords } from '../messages/card.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';

/** Told on every console for two weeks: that somebody has used the organisation's recovery card. */
export function CardUses() {
  const say = useSay();
  const days = useDayWords();
  const { acts } = useConsole();
  const { value } = useReading('card-uses', () => acts.cardUses());
  return (
    <>
      {(value ?? []).map(({ handle, day, cases }) => (
        <p key={`${handle} ${day}`} class="notice">
          {say(cardWords.used, { handle, day: days.date(day), cases })}
        </p>
      ))}
    </>
  );
}
