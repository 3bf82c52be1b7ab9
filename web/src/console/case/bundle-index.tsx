import { levelWords, stateWords } from '@romduol/shared/casework/words';
import { formatDay } from '@romduol/shared/language/dates';
import { LANGUAGES, type Language, say } from '@romduol/shared/language/language';
import { ANY_TEAM } from '@romduol/shared/questionnaire/shape';
import { render } from 'preact-render-to-string';
import type { BundleIndexes } from '../../desk/bundle.ts';
import type { CaseView, DeskView } from '../../desk/views.ts';
import { FONTS } from '../../exports/file-style.ts';
import { bundleWords } from '../messages/bundle.ts';
import { caseWords } from '../messages/case.ts';
import { type AnswerLine, readAnswerLines, readContactLines } from './answer-lines.ts';
import { tellEntry } from './tell-entry.ts';

const STYLE = `html{background:#fff;color:#1c2921;font:16px/1.6 ${FONTS}}
:lang(km){line-height:1.9}
body{max-width:44rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
dt{font-weight:700}dd{margin:0 0 .5rem;white-space:pre-wrap}
.words{white-space:pre-wrap}.note{border:2px solid #a4262c;padding:.5rem 1rem}
li{margin-block:.75rem}small{color:#4b5a50}`;

/** It is opened from a disk, where no server sets a policy: it runs nothing and fetches nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The case as pages that anybody can read, one a language; drawn from what the screen shows. */
export const bundleIndexes = (view: CaseView, desk: DeskView, recipient: string): BundleIndexes =>
  Object.fromEntries(LANGUAGES.map((one) => [one, drawIndex(view, desk, recipient, one)])) as BundleIndexes;

function drawIndex(view: CaseView, desk: DeskView, recipient: string, language: Language): string {
  const names = {
    team: (team: string): string =>
      team === ANY_TEAM
        ? say(caseWords.anyTeam, language)
        : (desk.allTeams.find(({ id }) => id === team)?.name[language] ?? team),
    member: (id: string): string => desk.colleagues.find((one) => one.id === id)?.handle ?? id,
  };
  const { answered, skipped } = readAnswerLines(view.answers, language, names);
  const contact = view.contact === null ? [] : readContactLines(view.contact, language);
  const title = say(bundleWords.pageTitle, language);
  const { level, state } = view.case;
  const html = render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {say(bundleWords.pageFor, language, {
            recipient,
            organisation: desk.organisation.name[language],
            day: formatDay(desk.today, language),
          })}
        </p>
        <p class="note">{say(bundleWords.pageSecret, language)}</p>
        <p>
          {stateWords[state][language]}
          {level === null ? '' : ` · ${levelWords[level][language]}`}
        </p>
        <h2>{say(bundleWords.pageReport, language)}</h2>
        <p>{say(bundleWords.pageReceived, language, { day: formatDay(view.day, language) })}</p>
        <Answers lines={answered} />
        {skipped.length === 0 ? null : (
          <p>{say(caseWords.notAnswered, language, { questions: skipped.join(' · ') })}</p>
        )}
        <h2>{say(bundleWords.pageContact, language)}</h2>
        {contact.length === 0 ? (
          <p>{say(view.contact === null ? caseWords.contactErased : caseWords.contactNone, language)}</p>
        ) : (
          <Answers lines={contact} />
        )}
        <h2>{say(bundleWords.pageLog, language)}</h2>
        <ol>
          {view.log.map((line) => {
            const told = tellEntry(line, view, desk, language);
            return (
              <li key={line.seq} value={line.seq}>
                {told.did}
                {line.entry === null ? null : <small> {line.entry.at}</small>}
                {told.details.map((detail) => (
                  <div key={detail}>{detail}</div>
                ))}
                {told.words === null ? null : <div class="words">{told.words}</div>}
              </li>
            );
          })}
        </ol>
        {view.files.length === 0 ? null : (
          <>
            <h2>{say(bundleWords.pageFiles, language)}</h2>
            <ol>
              {view.files.map(({ name }, place) => (
                <li key={place}>{name}</li>
              ))}
            </ol>
          </>
        )}
        <p>{say(bundleWords.pageJson, language)}</p>
      </body>
    </html>,
  );
  return `<!doctype html>${html}\n`;
}

function Answers({ lines }: { readonly lines: readonly AnswerLine[] }) {
  return (
    <dl>
      {lines.map(({ question, asked, said }) => (
        <div key={question}>
          <dt>{asked}</dt>
          {said.map((one) => (
            <dd key={one}>{one}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
