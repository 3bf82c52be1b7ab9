import type { Words } from '@romduol/shared/language/language';
import { useEffect, useState } from 'preact/hooks';
import type { KeptReaders } from '../../desk/keep-readers.ts';
import type { TendedCases } from '../../desk/tend-cases.ts';
import { useConsole } from '../console-context.ts';
import { tendedWords } from '../messages/tended.ts';
import { caseNumber } from '../parts/case-number.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { keepMark, readMark } from '../session/statement-mark.ts';
import { useSay } from '../words.tsx';

/**
 * What the desk found and did behind the list of cases, once after it was opened: whose reading ended, and, in words, what
 * the server does not show as colleagues have seen it.
 */
export function TendedNotices({ onChanged }: { onChanged(): void }) {
  const say = useSay();
  const { acts, view } = useConsole();
  const { id } = view.member;
  const reading = useReading('tended', async () => {
    const tended = await acts.tendCases(readMark(id));
    keepMark(id, tended.mark);
    return tended;
  });
  const { value } = reading;
  const rekeyed = useRekeyed(reading.busy);
  const changed = value?.readers.done ?? 0;
  useEffect(() => {
    if (changed > 0) onChanged();
  }, [changed]);
  if (rekeyed !== null) return <Rekeying {...rekeyed} />;
  if (value === null) return <Trouble refusal={reading.refusal} onRetry={reading.again} />;
  const { readers, troubles } = value;
  return (
    <>
      {changed === 0 ? null : (
        <output class="notice">
          {say(changed === 1 ? tendedWords.changedOne : tendedWords.changed, { count: changed })}
        </output>
      )}
      {readers.failed.map((caseId) => (
        <p key={caseId} class="caution" role="note">
          <CaseLink caseId={caseId} /> {say(tendedWords.notChanged)}
        </p>
      ))}
      {troubles.map((trouble, at) => (
        <p key={at} class="caution" role="alert">
          {'caseId' in trouble ? <CaseLink caseId={trouble.caseId} /> : null}{' '}
          {say(wordsOf(trouble), { by: byOf(trouble) })}
        </p>
      ))}
    </>
  );
}

/** Fewer than this are done before anybody has read that they are. */
const WORTH_TELLING = 20;
const EVERY_MS = 1_000;

/** How far new keys are, asked once a second while the desk draws them. */
function useRekeyed(busy: boolean): KeptReaders | null {
  const { acts } = useConsole();
  const [kept, setKept] = useState<KeptReaders | null>(null);
  useEffect(() => {
    if (!busy) {
      setKept(null);
      return undefined;
    }
    const timer = setInterval(() => {
      acts.rekeyed().then(setKept, () => setKept(null));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [busy]);
  return kept !== null && kept.of >= WORTH_TELLING ? kept : null;
}

function Rekeying({ done, of, failed }: KeptReaders) {
  const say = useSay();
  const tried = done + failed.length;
  return (
    <div class="notice rekeying">
      <p>{say(tendedWords.rekeying, { done: tried, of })}</p>
      <progress value={tried} max={of} aria-label={say(tendedWords.rekeyingTitle)} />
    </div>
  );
}

type Trouble = TendedCases['troubles'][number];

const byOf = (trouble: Trouble): string => ('by' in trouble ? trouble.by : '');

function wordsOf(trouble: Trouble): Words {
  if (trouble.kind !== 'case_trouble') return tendedWords[trouble.kind];
  return trouble.code.startsWith('summary') ? tendedWords.summary_differs : tendedWords.case_damaged;
}

function CaseLink({ caseId }: { readonly caseId: Parameters<typeof caseNumber>[0] }) {
  const say = useSay();
  return (
    <a href={linkTo({ screen: 'case', caseId, task: null, referral: null })}>
      {say(tendedWords.which, { number: caseNumber(caseId) })}
    </a>
  );
}
