import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../desk-line.ts';
import { shellWords } from '../messages/shell.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useSay } from '../words.tsx';

/** The questions and all their words are fetched when somebody comes to ask them. */
export function TakeDoor() {
  const say = useSay();
  const [screen, setScreen] = useState<typeof import('./take-page.tsx') | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setRefusal(null);
    import('./take-page.tsx').then(setScreen, () => setRefusal(new Refusal('unreachable')));
  }, [round]);
  if (screen !== null) return <screen.TakePage />;
  if (refusal !== null) return <Trouble refusal={refusal} onRetry={() => setRound((n) => n + 1)} />;
  return <Waiting>{say(shellWords.loading)}</Waiting>;
}
