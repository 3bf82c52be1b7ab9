import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../desk-line.ts';
import { shellWords } from '../messages/shell.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import type { SiteRoute } from '../routes.ts';
import { useSay } from '../words.tsx';

type Screens = typeof import('./site-screens.tsx');

/** The editor brings every public page and a parser: it is fetched when an administrator comes to it. */
export function SiteDoor({ route }: { readonly route: SiteRoute }) {
  const say = useSay();
  const [screens, setScreens] = useState<Screens | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setRefusal(null);
    import('./site-screens.tsx').then(setScreens, () => setRefusal(new Refusal('unreachable')));
  }, [round]);
  if (screens !== null) return <screens.SiteScreens route={route} />;
  if (refusal !== null) return <Trouble refusal={refusal} onRetry={() => setRound((n) => n + 1)} />;
  return <Waiting>{say(shellWords.loading)}</Waiting>;
}
