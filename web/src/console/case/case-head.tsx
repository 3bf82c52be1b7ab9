import { refusalWords } from '@romduol/shared/casework/words';
import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { shellWords } from '../messages/shell.ts';
import { LevelBadge, StateBadge } from '../parts/badges.tsx';
import { caseNumber } from '../parts/case-number.ts';
import { ScreenHeading } from '../parts/trouble.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { handleIn } from './case-work.ts';

const SEALED_BY = {
  browser: caseWords.sealedByBrowser,
  server: caseWords.sealedByServer,
  console: caseWords.sealedByConsole,
} as const;

export function CaseHead({
  view,
  focus,
  onReload,
}: {
  readonly view: CaseView;
  readonly focus: boolean;
  onReload(): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk } = useConsole();
  const { level, state, proposal, irregular } = view.case;
  const team = desk.teams.find(({ id }) => id === view.team)?.name[language] ?? view.team;
  return (
    <header class="case-head">
      <p class="trail">
        <a href={linkTo({ screen: 'queue' })}>← {say(caseWords.back)}</a>
        <button type="button" class="quiet" onClick={onReload}>
          {say(shellWords.reload)}
        </button>
      </p>
      <ScreenHeading focus={focus}>{say(caseWords.title, { number: caseNumber(view.caseId) })}</ScreenHeading>
      <p class="case-facts">
        <LevelBadge level={level ?? proposal.level} decided={level !== null} />
        <StateBadge state={state} />
        <span>{say(caseWords.received, { day: days.date(view.day) })}</span>
        <span>{say(caseWords.team, { team })}</span>
        <span>{say(view.handOver === null ? SEALED_BY[view.sealedBy] : caseWords.sealedElsewhere)}</span>
      </p>
      {view.flags.map((flag) => (
        <div key={flag} class="caution" role="note">
          <p>{say(flagWords(flag), { code: flag })}</p>
        </div>
      ))}
      {irregular.map(({ seq, author, code }) => (
        <div key={seq} class="caution" role="note">
          <p>
            {say(caseWords.irregular, {
              number: seq,
              handle: handleIn(desk, author),
              reason: refusalWords[code][language],
            })}
          </p>
        </div>
      ))}
    </header>
  );
}

function flagWords(flag: string): { readonly en: string; readonly km: string } {
  switch (flag) {
    case 'recipients_differ':
      return caseWords.recipientsDiffer;
    case 'keyring_not_current':
      return caseWords.keyringNotCurrent;
    case 'hand_over_unproved':
      return caseWords.handOverUnproved;
    case 'summary_stale':
    case 'summary_missing':
    case 'summary_differs':
      return caseWords.summaryStale;
    default:
      return caseWords.otherFlag;
  }
}
