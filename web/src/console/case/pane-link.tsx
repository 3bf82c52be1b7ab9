import type { Words } from '@romduol/shared/language/language';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { type CaseTask, linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';

/** Where the pane of a task keeps what was typed in it. */
export function draftPlace(caseId: string, task: CaseTask, referral: string | null = null): string {
  return referral === null ? `${caseId}/${task}` : `${caseId}/${task}/${referral}`;
}

type Props = { readonly task: CaseTask; readonly words: Words; readonly primary?: boolean };

/** Opens the pane of a task; says so when something was begun in it. */
export function PaneLink({ task, words, primary = false }: Props) {
  const say = useSay();
  const { drafts } = useConsole();
  const { caseId } = useCaseWork().view;
  return (
    <a
      class={primary ? 'button primary' : 'button'}
      href={linkTo({ screen: 'case', caseId, task, referral: null })}
      data-task={task}
    >
      {say(words)}
      {drafts.has(draftPlace(caseId, task)) ? <i class="begun">{say(caseWords.draft)}</i> : null}
    </a>
  );
}
