import { labelOf } from '@romduol/shared/codebook/code-list';
import { packetItem, urgency } from '@romduol/shared/codebook/referral-lists';
import { sector } from '@romduol/shared/codebook/sector';
import { spellCode } from '@romduol/shared/sealing/letter-code';
import type { HandOverView } from '../../desk/views.ts';
import { giveWords } from '../messages/give.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Where a case comes from that another organisation handed over, and by which consent. */
export function HandedOverNote({ handOver }: { readonly handOver: HandOverView }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { author, day, items, organisation, purpose, reason, reference, until } = handOver;
  return (
    <section class="says" aria-label={say(giveWords.from)}>
      <p>
        <b>{say(giveWords.from)}</b> · {labelOf(sector, handOver.sector, language)} ·{' '}
        {labelOf(urgency, handOver.urgency, language)}
      </p>
      <p>
        {say(giveWords.fromWho, {
          organisation: organisation[language],
          author,
          day: days.date(day),
          reference: spellCode(reference),
        })}
      </p>
      <p>
        {say(giveWords.fromAgreed, { items: items.map((item) => labelOf(packetItem, item, language)).join(' · ') })}
      </p>
      <p>{say(giveWords.fromFor, { purpose })}</p>
      {until === null ? null : <p>{say(giveWords.fromUntil, { day: days.date(until) })}</p>}
      {reason === undefined ? null : (
        <p class="words">
          {say(giveWords.fromWhy)}: {reason}
        </p>
      )}
      <p class="quietly">{say(giveWords.fromCounted)}</p>
    </section>
  );
}
