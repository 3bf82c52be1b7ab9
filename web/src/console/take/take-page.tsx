import { type Section, SECTIONS, confidentialityLimits } from '@romduol/shared/questionnaire/sections';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import type { Field } from '@romduol/shared/questionnaire/read-answers';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Taken } from '../../desk/take-report.ts';
import { type PageProblem, SECOND_WORD } from '../../pages/form-fields.ts';
import { sayPageProblem } from '../../pages/page-problem.ts';
import { secondWordWords } from '../../pages/words/files.ts';
import { useConsole } from '../console-context.ts';
import { takeWords } from '../messages/take.ts';
import { TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { Asked } from './asked.tsx';
import { TakenCard } from './taken-card.tsx';

/** What was typed, by the form field's name. */
type Typed = { readonly fields: Readonly<Record<string, readonly string[]>> };

/** A report for somebody who speaks and does not write: asked, sealed, and its receipt handed over. */
export function TakePage() {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const draft = useDraft<Typed>('take', () => ({ fields: {} }));
  const { fields } = draft.value;
  // What the organisation says of its limits stands before what we wrote for it as a sample.
  const site = useReading('site', () => acts.site());
  const [problems, setProblems] = useState<readonly PageProblem[]>([]);
  // Kept like what is typed, until it was handed over: a lock in the middle of a call must not cost a survivor the number.
  const handed = useDraft<{ taken: Taken | null }>('taken', () => ({ taken: null }));
  const acting = useAct(async () => {
    const answer = await acts.takeReport(fieldsOf(fields));
    if (!answer.ok) {
      setProblems(answer.problems);
      return;
    }
    setProblems([]);
    draft.forget();
    handed.set({ taken: answer });
  });
  const { taken } = handed.value;
  if (taken !== null) return <TakenCard taken={taken} onGiven={handed.forget} />;
  const limits = (site.value ?? []).find(
    (edition) => edition.item === 'limits' && edition.language === language && edition.vouchedFor,
  )?.text;
  const problemOf = (name: string): string | null => {
    const problem = problems.find(({ question }) => question === name);
    return problem === undefined ? null : sayPageProblem(problem, language);
  };
  const put = (name: string, values: readonly string[]): void => draft.set({ fields: { ...fields, [name]: values } });
  return (
    <form
      class="take"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <ScreenHeading>{say(takeWords.title)}</ScreenHeading>
      <p>{say(takeWords.intro)}</p>
      <p class="hint">
        {say(takeWords.begun)} {say(takeWords.noFiles)}
      </p>
      <Problems problems={problems} />
      {SECTIONS.map((section) => (
        <section key={section.id} class="card">
          <h2>{section.title[language]}</h2>
          <Notice section={section} limits={limits ?? null} />
          {section.questions.map((id) => (
            <Asked
              key={id}
              question={QUESTIONS[id]}
              values={fields[id] ?? []}
              problem={problemOf(id)}
              onChange={(values) => put(id, values)}
            />
          ))}
          {section.id === 'reply' ? (
            <TextField
              label={say(secondWordWords.label)}
              hint={say(secondWordWords.hint)}
              problem={problemOf(SECOND_WORD)}
              value={fields[SECOND_WORD]?.[0] ?? ''}
              onInput={(text) => put(SECOND_WORD, [text])}
            />
          ) : null}
        </section>
      ))}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(takeWords.handIn)}
        </button>
        <button type="button" class="quiet" disabled={acting.busy} onClick={() => draft.forget()}>
          {say(takeWords.discard)}
        </button>
      </p>
      {acting.busy ? <Waiting>{say(takeWords.sealing)}</Waiting> : null}
    </form>
  );
}

/** As a browser would send the form: a field a choice, none for what was left blank. */
const fieldsOf = (fields: Typed['fields']): Field[] =>
  Object.entries(fields).flatMap(([name, values]) =>
    values.filter((value) => value !== '').map((value): Field => [name, value]),
  );

function Notice({ section: { notice }, limits }: { readonly section: Section; readonly limits: string | null }) {
  const say = useSay();
  const language = useLanguage();
  if (notice === undefined) return null;
  return (
    <div class="caution" role="note">
      <p>{say(takeWords.readLimits)}</p>
      <p class="as-written">{notice === confidentialityLimits ? (limits ?? notice[language]) : notice[language]}</p>
    </div>
  );
}

/** What to mend, which takes the focus whenever there is something new to mend. */
function Problems({ problems }: { readonly problems: readonly PageProblem[] }) {
  const say = useSay();
  const language = useLanguage();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div class="trouble" role="alert" tabIndex={-1} ref={summary}>
      <p>{say(takeWords.mend)}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.question} ${problem.code}`}>{sayPageProblem(problem, language)}</li>
        ))}
      </ul>
    </div>
  );
}
