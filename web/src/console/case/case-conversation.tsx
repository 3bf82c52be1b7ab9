import { readConsentAsk, readConsentSaid, readFeedbackAsk, readHandedOver } from '@romduol/shared/casework/asks';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { packetItem } from '@romduol/shared/codebook/referral-lists';
import { talkWords } from '../../pages/words/return.ts';
import type { MessageName } from '../../desk/acts.ts';
import type { ConversationView, MessageLine, WithdrawalView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { conversationWords } from '../messages/conversation.ts';
import { replyWords } from '../messages/replies.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useDayWords } from '../parts/use-day-words.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useLanguage, useSay } from '../words.tsx';
import { AnswerBox } from './answer-box.tsx';
import { useCaseWork } from './case-work.ts';
import { FileItem } from './file-item.tsx';

/** What stands above everything else while a reporter is taking a report back. */
export function WithdrawalNotice({ withdrawal }: { readonly withdrawal: WithdrawalView }) {
  const say = useSay();
  const days = useDayWords();
  return (
    <div class="caution withdrawal" role="alert">
      <p>
        <b>{say(conversationWords.withdrawn, { day: days.date(withdrawal.eraseOn) })}</b>
      </p>
      <p>{say(withdrawal.genuine ? conversationWords.withdrawnNext : conversationWords.notGenuine)}</p>
    </div>
  );
}

/** The messages, oldest first, and the field for the next one. */
export function CaseConversation({ reading }: { readonly reading: Reading<ConversationView> }) {
  const say = useSay();
  const { value, busy, refusal, again } = reading;
  return (
    <section class="card conversation" aria-labelledby="conversation-heading">
      <h2 id="conversation-heading">{say(conversationWords.heading)}</h2>
      <p class="hint">{say(conversationWords.hint)}</p>
      <Trouble refusal={refusal} onRetry={again} />
      {value === null ? (
        busy ? (
          <Waiting>{say(conversationWords.reading)}</Waiting>
        ) : null
      ) : (
        <>
          {value.lines.length === 0 ? <p class="quietly">{say(conversationWords.none)}</p> : null}
          <ol>
            {value.lines.map((line) => (
              <Line
                key={`${line.fromReporter} ${line.counter}`}
                line={line}
                // Not by place: what came under a key that was over is not among what was heard.
                hash={value.heard.find((heard) => isSameMessage(heard, line))?.hash ?? ''}
              />
            ))}
          </ol>
          <AnswerBox onSent={reading.put} />
        </>
      )}
    </section>
  );
}

const isSameMessage = (a: MessageName, b: MessageName): boolean =>
  a.fromReporter === b.fromReporter && a.counter === b.counter;

function Line({ line, hash }: { readonly line: MessageLine; readonly hash: string }) {
  const say = useSay();
  const { acts } = useConsole();
  const { view } = useCaseWork();
  const days = useDayWords();
  const day = days.date(line.day);
  const who = line.fromReporter
    ? say(conversationWords.reporter, { day })
    : say(conversationWords.member, { handle: line.by, day });
  return (
    <li class={line.fromReporter ? 'from-reporter' : undefined}>
      <p class="hint">{who}</p>
      {line.oldKey ? (
        <div class="caution" role="note">
          <p>{say(talkWords.oldKey)}</p>
        </div>
      ) : null}
      {line.kind === 'received' ? (
        <p class="quietly">{say(conversationWords.received)}</p>
      ) : line.kind !== 'words' ? (
        <TypedLine line={line} hash={hash} />
      ) : line.text === '' ? null : (
        <blockquote class="words" lang={/[\u1780-\u17ff]/.test(line.text) ? 'km' : 'en'}>
          {line.text}
        </blockquote>
      )}
      {line.fromReporter || line.kind === 'received' ? null : (
        <p class="quietly">{say(line.read ? replyWords.read : replyWords.notKnown)}</p>
      )}
      {line.files.length === 0 ? null : (
        <ul class="files">
          {line.files.map((file, place) => (
            <li key={place}>
              <FileItem
                file={file}
                number={`${view.caseId.slice(0, 8)}-${line.fromReporter ? 'r' : 't'}${line.counter}-${place + 1}`}
                fetchFile={() => acts.openFile(view.caseId, place, line)}
              />
              {file.arrived ? null : <p class="caution">{say(conversationWords.notWhole)}</p>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A question of ours, or the reporter's answer to one with whether it was written down. */
function TypedLine({
  line: { kind, text, fromReporter },
  hash,
}: {
  readonly line: MessageLine;
  readonly hash: string;
}) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useCaseWork();
  if (kind === 'consent_ask') {
    const ask = readConsentAsk(text);
    const items = ask?.items.map((item) => labelOf(packetItem, item, language)).join(' · ') ?? '';
    return <p>{say(conversationWords.askedConsent, { recipient: ask?.recipient.name ?? '', items })}</p>;
  }
  if (kind === 'feedback_ask')
    return <p>{say(conversationWords.askedFeedback, { recipient: readFeedbackAsk(text)?.recipient ?? '' })}</p>;
  if (kind === 'handed_over')
    return <p>{say(conversationWords.toldHandedOver, { recipient: readHandedOver(text)?.recipient ?? '' })}</p>;
  const answer = kind === 'consent_said' ? readConsentSaid(text)?.answer : undefined;
  const words =
    answer === 'give'
      ? conversationWords.saidGive
      : answer === 'refuse'
        ? conversationWords.saidRefuse
        : answer === 'withdraw'
          ? conversationWords.saidWithdraw
          : conversationWords.saidFeedback;
  return (
    <>
      <p>
        <b>{say(words)}</b>
      </p>
      {fromReporter ? (
        <p class="quietly">
          {say(view.case.quoted.includes(hash) ? conversationWords.writtenDown : conversationWords.notTaken)}
        </p>
      ) : null}
    </>
  );
}
