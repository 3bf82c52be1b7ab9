import { QrCode } from '../../pages/qr-code.tsx';
import { useConsole } from '../console-context.ts';
import { memberWords } from '../messages/members.ts';
import { KeyWords } from '../parts/key-words.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';

/** By what everybody can tell this deployment from one that only looks like it. */
export function RootCard() {
  const say = useSay();
  const { acts } = useConsole();
  const { value, refusal, again } = useReading('root', () => acts.rootKey());
  return (
    <section class="card">
      <h2>{say(memberWords.root)}</h2>
      <p class="hint">{say(memberWords.rootText)}</p>
      <Trouble refusal={refusal} onRetry={again} />
      {value === null ? null : (
        <>
          <KeyWords label={say(memberWords.rootWords)} words={value.words} />
          <QrCode text={value.words.join(' ')} label={say(memberWords.rootQr)} />
          <p>{say(value.pinned ? memberWords.rootPinned : memberWords.rootNotPinned)}</p>
          <p>
            {say(memberWords.rootKey)}: <code lang="en">{value.key}</code>
          </p>
        </>
      )}
    </section>
  );
}
