import { category } from '@romduol/shared/codebook/category';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import type { CaseId } from '@romduol/shared/ids';
import type { QueueRow } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { handOverWords } from '../messages/hand-over.ts';
import { caseNumber } from '../parts/case-number.ts';
import { SelectField } from '../parts/fields.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import { useQueue } from '../queue/use-queue.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { likelySame } from './likely-same.ts';

/** Which case a duplicate belongs to: those that are most like it first. */
export function SameCaseField({ value, onChoose }: { readonly value: string; onChoose(caseId: string): void }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view } = useCaseWork();
  const { rows } = useQueue();
  const describe = ({ caseId, day, summary, answers }: QueueRow): string => {
    const { province, categories } = summary ?? answers ?? {};
    const place = province ? [labelOf(provinceAnswer, province, language)] : [];
    const kinds = (categories ?? []).slice(0, 2).map((code) => labelOf(category, code, language));
    return [caseNumber(caseId), days.date(day), ...place, ...kinds].join(' · ');
  };
  return (
    <SelectField
      label={say(handOverWords.sameAs)}
      hint={say(handOverWords.sameAsHint)}
      empty={say(handOverWords.sameAsNone)}
      value={value}
      choices={likelySame(view, rows ?? []).all.map((row) => ({ code: row.caseId, label: describe(row) }))}
      onChoose={onChoose}
    />
  );
}

/** What a case has to do with others: what it was joined to, what was joined to it, and before triage, what may be the same. */
export function SameCaseNotes() {
  const say = useSay();
  const { queue } = useConsole();
  const { view } = useCaseWork();
  const { merged, sameAs, state } = view.case;
  const isFresh = state === 'received' || state === 'triage';
  const likely = isFresh ? likelySame(view, queue.state().rows ?? []).likely : [];
  const notes = [
    ...(sameAs === null ? [] : [{ caseId: sameAs, words: handOverWords.belongsTo }]),
    ...merged.map((caseId) => ({ caseId, words: handOverWords.joined })),
    ...likely.map(({ caseId }) => ({ caseId, words: handOverWords.mayBeSame })),
  ];
  return (
    <>
      {notes.map(({ caseId, words }) => (
        <p key={caseId} class="same-case">
          <CaseLink caseId={caseId}>{say(words, { number: caseNumber(caseId) })}</CaseLink>
        </p>
      ))}
    </>
  );
}

const CaseLink = ({ caseId, children }: { readonly caseId: CaseId; readonly children: string }) => (
  <a href={linkTo({ screen: 'case', caseId, task: null, referral: null })}>{children}</a>
);
