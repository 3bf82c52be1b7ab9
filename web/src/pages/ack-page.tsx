import { CLAIM_MOVES, type Claim, ClaimReason, type Reference } from '@romduol/shared/api/acknowledgements';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { refusalReason } from '@romduol/shared/codebook/referral-lists';
import { type Language, say } from '@romduol/shared/language/language';
import { spellCode } from '@romduol/shared/sealing/letter-code';
import type { ComponentChildren } from 'preact';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { ackWords } from './words/ack.ts';

export type AckView =
  | { readonly view: 'ask'; readonly problem: 'bad_code' | 'unknown' | 'often' | null; readonly typed: string }
  | {
      readonly view: 'link';
      readonly reference: Reference;
      readonly claimed: Claim | null;
      /** The code as it was typed: each form carries it on. */
      readonly typed: string;
      readonly problem: 'no_reason' | null;
    };

type Props = { readonly deployment: Deployment; readonly language: Language; readonly view: AckView };

/** Where the recipient of a letter says what became of it, by the letter's code alone. Needs no script and has none. */
export function AckPage({ deployment, language, view }: Props) {
  return (
    <Layout deployment={deployment} language={language} title="ack" place="ack">
      <h1>{say(ackWords.heading, language)}</h1>
      {view.problem === null ? null : (
        <div id="errors" class="e" role="alert" tabindex={-1} autofocus>
          <h2>{say(ackWords.problems, language)}</h2>
          <p>
            <a href={view.view === 'ask' ? '#code' : '#why'}>{say(ackWords[view.problem], language)}</a>
          </p>
        </div>
      )}
      {view.view === 'ask' ? (
        <AskCode language={language} typed={view.typed} isWrong={view.problem !== null} />
      ) : (
        <Link language={language} view={view} />
      )}
    </Layout>
  );
}

function Form({ language, children }: { readonly language: Language; readonly children: ComponentChildren }) {
  return (
    <form method="post" action={`/${language}/ack`} accept-charset="utf-8" autocomplete="off">
      {children}
    </form>
  );
}

function AskCode({
  language,
  typed,
  isWrong,
}: {
  readonly language: Language;
  readonly typed: string;
  readonly isWrong: boolean;
}) {
  return (
    <>
      <p>{say(ackWords.lead, language)}</p>
      <Form language={language}>
        <label class="l" for="code">
          {say(ackWords.code, language)}
        </label>
        <p class="h" id="code-h">
          {say(ackWords.codeHint, language)}
        </p>
        <input
          type="text"
          id="code"
          name="code"
          value={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-h"
          aria-invalid={isWrong || undefined}
        />
        <button name="act" value="open">
          {say(ackWords.open, language)}
        </button>
      </Form>
    </>
  );
}

function Link({
  language,
  view: { reference, claimed, typed, problem },
}: {
  readonly language: Language;
  readonly view: Extract<AckView, { view: 'link' }>;
}) {
  const next = CLAIM_MOVES[claimed ?? 'none'];
  return (
    <>
      <p id="letter">{say(ackWords.reference, language, { reference: spellCode(reference) })}</p>
      {claimed === null ? null : (
        <p class="n" id="claimed">
          {say(ackWords[claimed], language)} {say(ackWords.confirm, language)}
        </p>
      )}
      {next.length === 0 ? null : (
        <Form language={language}>
          <input type="hidden" name="code" value={typed} />
          <h2>{say(ackWords.what, language)}</h2>
          {next
            .filter((one) => one !== 'refused')
            .map((one) => (
              <p key={one}>
                <button name="act" value={one}>
                  {say(ackWords[`do_${one}`], language)}
                </button>
              </p>
            ))}
          {next.includes('refused') ? (
            <fieldset id="why" tabindex={-1} aria-describedby={problem === null ? undefined : 'why-e'}>
              <legend>{say(ackWords.why, language)}</legend>
              {problem === null ? null : (
                <p class="w" id="why-e">
                  {say(ackWords[problem], language)}
                </p>
              )}
              {ClaimReason.options.map((code) => (
                <label class="c" key={code}>
                  <input type="radio" name="reason" value={code} /> {labelOf(refusalReason, code, language)}
                </label>
              ))}
              <p>
                <button class="q" name="act" value="refused">
                  {say(ackWords.do_refused, language)}
                </button>
              </p>
            </fieldset>
          ) : null}
        </Form>
      )}
      <p class="h">{say(ackWords.none, language)}</p>
    </>
  );
}
