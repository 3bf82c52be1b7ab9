import { ANY_TEAM } from '@romduol/shared/questionnaire/shape';
import { useState } from 'preact/hooks';
import type { CaseView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { caseWords } from '../messages/case.ts';
import { giveWords } from '../messages/give.ts';
import { useLanguage, useSay } from '../words.tsx';
import { CaseFiles } from './case-files.tsx';
import { type AnswerLine, readAnswerLines, readContactLines } from './answer-lines.ts';

/** What the reporter said, word for word: the story first, since it is what a person reads. */
export function CaseReport({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const { view: desk } = useConsole();
  const nameOfTeam = (team: string): string =>
    team === ANY_TEAM ? say(caseWords.anyTeam) : (desk.teams.find(({ id }) => id === team)?.name[language] ?? team);
  const nameOfMember = (id: string): string => desk.colleagues.find((one) => one.id === id)?.handle ?? id;
  const names = { team: nameOfTeam, member: nameOfMember };
  const { answered, skipped } = readAnswerLines(view.answers, language, names);
  const story = answered.find(({ question }) => question === 'narrative');
  const rest = answered.filter((line) => line !== story);
  return (
    <section class="card report" aria-labelledby="report-heading">
      <h2 id="report-heading">{say(caseWords.report)}</h2>
      <p class="hint">{say(caseWords.wordForWord)}</p>
      {story === undefined ? (
        view.handOver === null ? (
          <p class="quietly">{say(caseWords.noNarrative)}</p>
        ) : null
      ) : (
        <div class="narrative">
          <h3>{story.asked}</h3>
          {/* The language is the reporter's, not the screen's: Khmer needs its line height wherever it stands. */}
          <blockquote class="words" lang={languageOf(story.said.join(' '))}>
            {story.said.join('\n')}
          </blockquote>
        </div>
      )}
      <CaseFiles view={view} />
      <AnswerList lines={rest} />
      {skipped.length === 0 ? null : (
        <p class="hint">
          {say(view.handOver === null ? caseWords.notAnswered : giveWords.notGiven, { questions: skipped.join(' · ') })}
        </p>
      )}
      <Contact view={view} />
    </section>
  );
}

function Contact({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const language = useLanguage();
  const [shown, setShown] = useState(false);
  const lines = view.contact === null ? [] : readContactLines(view.contact, language);
  // What was not handed over says nothing of what the survivor wants.
  const isKept = view.handOver !== null && !view.handOver.items.includes('contact');
  return (
    <section class="contact" aria-labelledby="contact-heading">
      <h3 id="contact-heading">{say(caseWords.contact)}</h3>
      {view.answers.consent_contact === 'yes' || isKept ? null : <p class="caution">{say(caseWords.mayNotContact)}</p>}
      {view.contact === null ? (
        <p class="quietly">{say(caseWords.contactErased)}</p>
      ) : lines.length === 0 ? (
        <p class="quietly">{say(isKept ? giveWords.noContact : caseWords.contactNone)}</p>
      ) : shown ? (
        <AnswerList lines={lines} />
      ) : (
        <>
          <p class="hint">{say(caseWords.contactHint)}</p>
          <button type="button" onClick={() => setShown(true)}>
            {say(caseWords.contactShow)}
          </button>
        </>
      )}
    </section>
  );
}

function AnswerList({ lines }: { readonly lines: readonly AnswerLine[] }) {
  return (
    <dl class="answers">
      {lines.map(({ question, asked, said, free }) => (
        <div key={question}>
          <dt>{asked}</dt>
          {said.map((one) => (
            <dd key={one} class={free ? 'words' : undefined} lang={free ? languageOf(one) : undefined}>
              {one}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Text with any Khmer letter in it is read and set as Khmer. */
function languageOf(text: string): 'km' | 'en' {
  return /[\u1780-\u17ff]/.test(text) ? 'km' : 'en';
}
