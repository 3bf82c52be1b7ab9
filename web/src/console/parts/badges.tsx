import type { CaseState } from '@romduol/shared/casework/states';
import type { Level } from '@romduol/shared/casework/triage';
import { stateWords } from '@romduol/shared/casework/words';
import { levelWords } from '../messages/casework.ts';
import { queueWords } from '../messages/queue.ts';
import { useSay } from '../words.tsx';

/** The level in words, with as many bars as it is grave: read by shape and word, not by colour. */
export function LevelBadge({ level, decided }: { readonly level: Level; readonly decided: boolean }) {
  const say = useSay();
  const bars = { critical: 4, high: 3, medium: 2, low: 1 }[level];
  return (
    <span class={`level ${level}${decided ? '' : ' proposed'}`}>
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 3.6 + 0.4}
            y={9 - bar * 2.6}
            width="2.4"
            height={bar * 2.6 + 2.6}
            fill={bar < bars ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="0.6"
          />
        ))}
      </svg>
      {say(levelWords[level])}
      {decided ? null : <i>{say(queueWords.proposed)}</i>}
    </span>
  );
}

export function StateBadge({ state }: { readonly state: CaseState }) {
  const say = useSay();
  return <span class={`state ${state}`}>{say(stateWords[state])}</span>;
}
