import { type Language, say } from '@romduol/shared/language/language';
import { addressOf } from './addresses.ts';
import type { Deployment } from './deployment.ts';
import { Layout } from './layout.tsx';
import { type AskProblem, Erased } from './return-erased.tsx';
import { TalkView, type TalkViewProps } from './talk-view.tsx';
import { returnWords } from './words/return.ts';

/** What the return page shows. */
export type ReturnView =
  | { readonly view: 'ask'; readonly problem: AskProblem | null; readonly typed: string }
  | ({ readonly view: 'talk' } & Omit<TalkViewProps, 'language'>)
  | { readonly view: 'erased' }
  /** There is no keyring yet. */
  | { readonly view: 'closed' };

export const ASK: ReturnView = { view: 'ask', problem: null, typed: '' };

export type ReturnPageProps = {
  readonly deployment: Deployment;
  readonly language: Language;
  readonly view: ReturnView;
};

/** A reporter's way back, whole without script. Its address is the same for everybody and says nothing. */
export function ReturnPage({ deployment, language, view }: ReturnPageProps) {
  return (
    <Layout
      deployment={deployment}
      language={language}
      title={view.view === 'ask' && view.problem !== null ? 'returnProblem' : 'return'}
      place="return"
      script={deployment.assets.returnScript}
    >
      {view.view === 'ask' ? (
        <AskForm language={language} problem={view.problem} typed={view.typed} />
      ) : view.view === 'talk' ? (
        <TalkView language={language} {...view} />
      ) : view.view === 'erased' ? (
        <Erased language={language} />
      ) : (
        <>
          <h1>{say(returnWords.heading, language)}</h1>
          <p class="n">{say(returnWords.closed, language)}</p>
        </>
      )}
    </Layout>
  );
}

function AskForm({
  language,
  problem,
  typed,
}: {
  readonly language: Language;
  readonly problem: AskProblem | null;
  readonly typed: string;
}) {
  const words = (key: keyof typeof returnWords): string => say(returnWords[key], language);
  return (
    <>
      <h1>{words('heading')}</h1>
      <div
        id="errors"
        class="e"
        role="alert"
        tabindex={-1}
        hidden={problem === null || undefined}
        autofocus={problem !== null || undefined}
        data-bad_receipt={words('bad_receipt')}
        data-unknown={words('unknown')}
        data-damaged={words('damaged')}
      >
        <h2>{words('problems')}</h2>
        <p>
          <a href="#number">{problem === null ? null : words(problem)}</a>
        </p>
      </div>
      <p>{words('lead')}</p>
      <p id="bare" class="n">
        {words('bare')}
      </p>
      <p id="sealed" class="n" hidden>
        {words('sealed')}
      </p>
      <form
        id="return"
        method="post"
        action={addressOf('return', language)}
        enctype="multipart/form-data"
        accept-charset="utf-8"
        autocomplete="off"
      >
        <label class="l" for="number">
          {words('number')}
        </label>
        <p class="h" id="number-h">
          {words('numberHint')}
        </p>
        {/* Not a number field: it would drop zeros in front and refuse Khmer digits. */}
        <input
          type="text"
          id="number"
          name="receipt"
          value={typed}
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="number-h"
          aria-invalid={problem === 'bad_receipt' || undefined}
        />
        <button name="act" value="open">
          {words('open')}
        </button>
        <output
          id="progress"
          data-waiting={words('waiting')}
          data-sending={words('sending')}
          data-dropped={words('dropped')}
        />
        <div id="failed" class="e" role="alert" hidden>
          <p>{words('failed')}</p>
          <button class="q" name="bare" value="open">
            {words('openBare')}
          </button>
        </div>
      </form>
      <p class="h">{words('lost')}</p>
    </>
  );
}
