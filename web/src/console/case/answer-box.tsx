import { say as sayIn } from '@romduol/shared/language/language';
import { useEffect, useState } from 'preact/hooks';
import { ANSWER_MAX } from '../../desk/conversation.ts';
import type { ConversationView, PreparedView, SendingView } from '../../desk/views.ts';
import { sayFileProblem } from '../../pages/file-problem.ts';
import { TalkLines } from '../../pages/talk-lines.tsx';
import { fileProblemWords } from '../../pages/words/files.ts';
import { useConsole } from '../console-context.ts';
import { conversationWords } from '../messages/conversation.ts';
import { LongTextField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { ReplyTemplates } from './reply-templates.tsx';

/** Milliseconds between two looks at how far files are. */
const LOOK_EVERY = 500;

/** Words and files for the reporter, with what the reporter will see of them. */
export function AnswerBox({ onSent }: { onSent(view: ConversationView): void }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view: desk } = useConsole();
  const { view } = useCaseWork();
  const draft = useDraft(`${view.caseId}/answer`, () => ({ text: '' }));
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [prepared, setPrepared] = useState<PreparedView | null>(null);
  const { text } = draft.value;
  const words = text.trim();
  const preparing = useAct(async (files: readonly File[], asIs: boolean) => {
    setPrepared(null);
    setChosen(files);
    if (files.length > 0) setPrepared(await acts.prepareFiles(files, asIs));
  });
  const files = prepared !== null && prepared.problems.length === 0 ? prepared.files : [];
  const isWhole = !preparing.busy && chosen.length === files.length && (words !== '' || files.length > 0);
  const acting = useAct(async () => {
    if (!isWhole) return;
    onSent(await acts.answer(view.caseId, words, ...(prepared === null ? [] : [prepared.id])));
    draft.forget();
    setChosen([]);
    setPrepared(null);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <ReplyTemplates
        onChoose={(begun) => draft.set({ text: words === '' ? begun : `${text.trimEnd()}\n\n${begun}` })}
      />
      <LongTextField
        label={say(conversationWords.write)}
        hint={say(conversationWords.writeHint)}
        rows={3}
        maxLength={ANSWER_MAX}
        value={text}
        onInput={(typed) => draft.set({ text: typed })}
        onFinish={() => void acting.run()}
      />
      <div class="field">
        <label for="attach">
          <b>{say(conversationWords.attach)}</b>
        </label>
        <p class="hint" id="attach-hint">
          {say(conversationWords.attachHint)}
        </p>
        {/* The key empties it: a browser lets nobody set what a field for files holds. */}
        <input
          key={chosen.length === 0 ? 'empty' : 'chosen'}
          id="attach"
          type="file"
          multiple
          aria-describedby="attach-hint"
          disabled={acting.busy}
          onChange={(event) => void preparing.run([...(event.currentTarget.files ?? [])], false)}
        />
      </div>
      {preparing.busy ? <Waiting>{say(conversationWords.cleaning)}</Waiting> : null}
      {prepared === null || prepared.problems.length === 0 ? null : (
        <div class="caution" role="alert">
          {prepared.problems.map((problem) => (
            <p key={problem.code}>{sayFileProblem(problem, language)}</p>
          ))}
          {prepared.problems.every(({ code }) => code === 'cannot_clean') ? (
            <button type="button" onClick={() => void preparing.run(chosen, true)}>
              {sayIn(fileProblemWords.asIs, language)}
            </button>
          ) : null}
        </div>
      )}
      {chosen.length === 0 || acting.busy ? null : (
        <p class="buttons">
          <button type="button" onClick={() => void preparing.run([], false)}>
            {say(conversationWords.detach)}
          </button>
        </p>
      )}
      {!isWhole ? null : (
        <section class="read-out preview" aria-labelledby="preview-heading">
          <h3 id="preview-heading">{say(conversationWords.preview)}</h3>
          <TalkLines
            language={language}
            lines={[
              {
                fromReporter: false,
                kind: 'words',
                text: words,
                day: desk.today,
                counter: 0,
                epoch: 0,
                oldKey: false,
                files: files.map((file, place) => ({ ...file, place, object: '', chunks: 0, arrived: true })),
              },
            ]}
          />
        </section>
      )}
      <Trouble refusal={acting.refusal ?? preparing.refusal} />
      {acting.busy && files.length > 0 ? <Sending /> : null}
      <div class="buttons">
        <button class="primary" disabled={acting.busy || !isWhole}>
          {say(conversationWords.send)}
        </button>
      </div>
    </form>
  );
}

/** How far the files are that are on their way. */
function Sending() {
  const say = useSay();
  const { acts } = useConsole();
  const [sending, setSending] = useState<SendingView | null>(null);
  useEffect(() => {
    const look = setInterval(() => {
      acts.sending().then(setSending, () => undefined);
    }, LOOK_EVERY);
    return () => clearInterval(look);
  }, [acts]);
  const { stored, chunks, dropped } = sending ?? { stored: 0, chunks: 1, dropped: false };
  const percent = Math.floor((100 * stored) / chunks);
  return (
    <p>
      <progress max={100} value={percent} aria-label={say(conversationWords.attach)} />{' '}
      {say(dropped ? conversationWords.sendingDropped : conversationWords.sendingFiles, { percent })}
    </p>
  );
}
