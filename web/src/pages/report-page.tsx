import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say, type Words } from '@romduol/shared/language/language';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { SECTIONS, type Section, confidentialityLimits, sectionMessages } from '@romduol/shared/questionnaire/sections';
import { addressOf, otherLanguage } from './addresses.ts';
import type { Deployment, OfferedTeam, Reception } from './deployment.ts';
import type { HelpNumber } from './help-numbers.ts';
import { Layout } from './layout.tsx';
import { AttachmentsField, VoiceField } from './file-fields.tsx';
import { CLOSED, TRAP, UNCHECKED } from './form-fields.ts';
import { EMPTY_FORM, type FilledForm } from './filled-form.ts';
import { sayPageProblem } from './page-problem.ts';
import { HelpNumbers } from './number-list.tsx';
import { BriefText } from './brief-text.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { QuestionField } from './question-field.tsx';
import { SecondWordField } from './second-word-field.tsx';
import { StrikeOffField } from './strike-off-field.tsx';
import { ReceiptCard } from './receipt-page.tsx';
import { SectionClip } from './section-clip.tsx';
import { BLANK_SITE, type ReportSite } from './site.ts';
import { layoutWords, titleWords } from './words/layout.ts';
import { recoveryCardWords } from './words/recovery-card.ts';
import { reportWords } from './words/report.ts';
import { textWords } from './words/texts.ts';

type SectionProps = {
  readonly section: Section;
  readonly language: Language;
  readonly form: FilledForm;
  readonly teams: readonly OfferedTeam[];
  readonly numbers: readonly HelpNumber[];
  readonly site: ReportSite;
};

function ReportSection({ section, language, form, teams, numbers, site }: SectionProps) {
  const { questions, open, title, intro, notice } = section;
  const names: readonly string[] = questions;
  const hasFiles = section.id === 'what_happened' && form.files !== undefined && form.files.length > 0;
  const inUse =
    hasFiles ||
    form.fields.some(([name, value]) => names.includes(name) && value !== '') ||
    form.problems.some(({ question }) => names.includes(question));
  return (
    <details open={open || inUse || undefined}>
      <summary>{title[language]}</summary>
      <p>
        {intro[language]} {say(sectionMessages.skip, language)}
      </p>
      <SectionClip language={language} clips={site.clips[section.id] ?? []} />
      {notice === undefined ? null : (
        <BriefText
          class="n"
          language={language}
          texts={notice === confidentialityLimits ? site.texts.limits : []}
          builtIn={notice}
        />
      )}
      {section.id === 'what_happened' ? <VoiceField language={language} form={form} /> : null}
      {questions.map((id) => (
        <>
          {id === 'strike_off' ? (
            <StrikeOffField language={language} form={form} teams={teams} />
          ) : (
            <QuestionField key={id} question={QUESTIONS[id]} language={language} form={form} teams={teams} />
          )}
          {id === 'safe_now' ? (
            <div id="safe" class="n">
              <p>{say(reportWords.notSafe, language)}</p>
              <HelpNumbers language={language} numbers={numbers} />
            </div>
          ) : null}
        </>
      ))}
      {section.id === 'what_happened' ? <AttachmentsField language={language} form={form} /> : null}
      {section.id === 'reply' ? <SecondWordField language={language} form={form} /> : null}
    </details>
  );
}

export type ReportPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly reception: Reception;
  readonly numbers: readonly HelpNumber[];
  /** What organisations say on it. */
  readonly site?: ReportSite;
  readonly form?: FilledForm;
};

/** Names of the organisations that have a recovery card, each once. */
function withCards(teams: readonly OfferedTeam[]): Words[] {
  const names = teams.flatMap(({ hasCard, organisation }) => (hasCard ? [organisation] : []));
  return [...new Map(names.map((name) => [name.en, name])).values()];
}

/**
 * The report page, whole without script. With script the same form is sealed in the browser; until that has begun, and
 * again when it fails, the page says that the server reads the words for a moment.
 */
export function ReportPage({
  deployment,
  language,
  reception,
  numbers,
  site = BLANK_SITE,
  form = EMPTY_FORM,
}: ReportPageProps) {
  const words = (key: Exclude<keyof typeof reportWords, 'uncheckedNotice'>): string => say(reportWords[key], language);
  const other = otherLanguage(language);
  if (!reception.accepting) {
    return (
      <Layout deployment={deployment} language={language} title="report" place="report">
        <h1>{words('heading')}</h1>
        <p class="n">{words(reception.why === 'nobody' ? 'closed' : 'notOpen')}</p>
        <p>
          {words('closedHelp')} <a href={addressOf('help', language)}>{say(layoutWords.help, language)}</a>
        </p>
      </Layout>
    );
  }
  const { teams, uncheckedSince } = reception;
  const uncheckedProblem = form.problems.find(({ question }) => question === UNCHECKED);
  return (
    <Layout
      deployment={deployment}
      language={language}
      title={form.problems.length === 0 ? 'report' : 'problem'}
      place="report"
      script={deployment.assets.reportScript}
    >
      <h1>{words('heading')}</h1>
      <ProblemSummary language={language} problems={form.problems} />
      <p>{words('lead')}</p>
      <p id="bare" class="n">
        {words('bare')}
      </p>
      <p id="sealed" class="n" hidden>
        {words('sealed')}
      </p>
      <BriefText class="h" language={language} texts={site.texts.hours} builtIn={textWords.hours} />
      <p class="h">{words('read')}</p>
      {withCards(teams).map((organisation) => (
        <p class="h">{say(recoveryCardWords, language, { organisation: organisation[language] })}</p>
      ))}
      <form
        id="report"
        method="post"
        action={addressOf('report', language)}
        enctype="multipart/form-data"
        accept-charset="utf-8"
        autocomplete="off"
      >
        {SECTIONS.map((section) => (
          <ReportSection
            key={section.id}
            section={section}
            language={language}
            form={form}
            teams={teams}
            numbers={numbers}
            site={site}
          />
        ))}
        <fieldset id={UNCHECKED} hidden={uncheckedSince === null || undefined}>
          <p class="n">
            {uncheckedSince === null
              ? words('uncheckedHere')
              : say(reportWords.uncheckedNotice, language, { day: formatDay(uncheckedSince, language) })}
          </p>
          {uncheckedProblem === undefined ? null : <p class="w">{sayPageProblem(uncheckedProblem, language)}</p>}
          <label>
            <input
              type="checkbox"
              name={UNCHECKED}
              value="yes"
              checked={form.fields.some(([name]) => name === UNCHECKED) || undefined}
            />
            {words('unchecked')}
          </label>
        </fieldset>
        {site.closed.length === 0 ? null : <input type="hidden" name={CLOSED} value={site.closed.join(' ')} />}
        <p hidden>
          <input name={TRAP} aria-label={words('trap')} tabindex={-1} autocomplete="off" />
        </p>
        <p class="o">
          <button>{words('send')}</button>
          <button class="q" name="switch" formaction={addressOf('report', other)}>
            {words('switch')}
          </button>
        </p>
        <output
          id="progress"
          data-preparing={words('preparing')}
          data-locking={words('locking')}
          data-sending={words('sending')}
          data-retrying={words('retrying')}
          data-dropped={words('dropped')}
          data-title={say(titleWords.receipt, language)}
        />
        <div id="failed" class="e" role="alert" hidden>
          <p>{words('failed')}</p>
          <button class="q" name="bare">
            {words('sendBare')}
          </button>
        </div>
      </form>
      <template id="sent">
        <ReceiptCard language={language} receipt={null} />
      </template>
    </Layout>
  );
}
