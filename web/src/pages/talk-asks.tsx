import { type PacketItem, packetItem } from '@romduol/shared/codebook/referral-lists';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { FEEDBACK_MAX } from '@romduol/shared/casework/asks';
import { type ItemText, textIn } from '@romduol/shared/casework/packet-text';
import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import { type ComponentChildren, Fragment } from 'preact';
import { type TalkConsent, type TalkFeedback, answersTo } from '../enhance/return-talk.ts';
import { askWords } from './words/asks.ts';

/** Draws a form of the page around its fields: with script or without, that is the page's affair. */
export type DrawForm = (props: { readonly key: string; readonly children: ComponentChildren }) => ComponentChildren;

/** The words of one consent, once the second word has opened them. */
export type ShownWords = { readonly consentId: string; readonly texts: readonly ItemText[] };

type Props = {
  readonly language: Language;
  readonly consents: readonly TalkConsent[];
  readonly feedback: readonly TalkFeedback[];
  readonly shown: ShownWords | null;
  readonly drawForm: DrawForm;
};

/** What the team has asked, each with what can be answered now. Nothing when nothing was asked. */
export function TalkAsks({ language, consents, feedback, shown, drawForm }: Props) {
  const open = feedback.filter(({ isGiven }) => !isGiven);
  if (consents.length === 0 && open.length === 0) return null;
  return (
    <>
      <h2 id="asks">{say(askWords.heading, language)}</h2>
      {consents.map((one, at) => (
        <Consent key={one.consentId} at={at} consent={one} language={language} shown={shown} drawForm={drawForm} />
      ))}
      {open.map((one, at) => (
        <section key={one.referralId} class="n">
          {drawForm({
            key: `feedback ${one.referralId}`,
            children: <FeedbackForm at={at} asked={one} language={language} />,
          })}
        </section>
      ))}
    </>
  );
}

function Consent({
  at,
  consent,
  language,
  shown,
  drawForm,
}: Pick<Props, 'language' | 'shown' | 'drawForm'> & { readonly at: number; readonly consent: TalkConsent }) {
  const { consentId, recipient, items, purpose, until, state, hasWords } = consent;
  const answers = answersTo(consent);
  const texts = shown?.consentId === consentId ? shown.texts : null;
  const hidden = <input type="hidden" name="consent" value={consentId} />;
  return (
    <section class="n">
      <h3>{say(askWords.mayWe, language, { recipient: recipient.name })}</h3>
      <p>
        {say(askWords.items, language)}{' '}
        {items.map((item) => labelOf(packetItem, item satisfies PacketItem, language)).join(' · ')}
      </p>
      <p>{say(askWords.purpose, language, { purpose })}</p>
      <p>
        {until === null
          ? say(askWords.open, language)
          : say(askWords.until, language, { day: formatDay(until, language) })}
      </p>
      {state === 'open' ? <p>{say(askWords.right, language)}</p> : <p>{say(askWords[state], language)}</p>}
      {texts === null ? null : <SharedTexts texts={texts} language={language} />}
      {answers.length === 0 || texts !== null ? null : hasWords ? (
        drawForm({
          key: `words ${consentId}`,
          children: (
            <>
              {hidden}
              <label class="l" for={`shown-${at}`}>
                {say(askWords.word, language)}
              </label>
              <input type="text" id={`shown-${at}`} name="word" autocomplete="off" spellcheck={false} />
              <p>
                <button class="q" name="act" value="words">
                  {say(askWords.show, language)}
                </button>
              </p>
            </>
          ),
        })
      ) : (
        <p class="h">{say(askWords.noWord, language)}</p>
      )}
      {answers.length === 0
        ? null
        : drawForm({
            key: `answer ${consentId} ${state}`,
            children: (
              <>
                {hidden}
                {/* Apart from each other: what a finger hits beside a yes must not be a no. */}
                <p class="o">
                  {answers.map((answer) => (
                    <button
                      key={answer}
                      class={answer === 'give' ? undefined : 'q'}
                      name="act"
                      value={`consent_${answer}`}
                    >
                      {say(askWords[`do_${answer}`], language)}
                    </button>
                  ))}
                </p>
              </>
            ),
          })}
    </section>
  );
}

function SharedTexts({ texts, language }: { readonly texts: readonly ItemText[]; readonly language: Language }) {
  return (
    <div id="shared" tabIndex={-1}>
      <p>{say(askWords.exactly, language)}</p>
      {texts.map(({ heading, parts }) => (
        <p key={heading.en}>
          <b>{heading[language]}</b>
          {parts.length === 0 ? <span>: {say(askWords.nothing, language)}</span> : null}
          {parts.map(({ label, text }, at) => {
            const words = textIn(text, language);
            return (
              <Fragment key={at}>
                <br />
                <span class="m" lang={/[\u1780-\u17ff]/.test(words) ? 'km' : 'en'}>
                  {label === null ? '' : `${label[language]}: `}
                  {words}
                </span>
              </Fragment>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function FeedbackForm({
  at,
  asked,
  language,
}: {
  readonly at: number;
  readonly asked: TalkFeedback;
  readonly language: Language;
}) {
  const words = (
    key: Exclude<keyof typeof askWords, 'mayWe' | 'purpose' | 'until' | 'how' | 'asked' | 'askedHow' | 'handedOver'>,
  ): string => say(askWords[key], language);
  const choice = (name: string, value: string, label: string) => (
    <label class="c" key={value}>
      <input type="radio" name={name} value={value} /> {label}
    </label>
  );
  return (
    <>
      <h3>{say(askWords.how, language, { recipient: asked.recipient })}</h3>
      <p class="h">{words('howHint')}</p>
      <input type="hidden" name="referral" value={asked.referralId} />
      <fieldset>
        <legend>{words('respectful')}</legend>
        {(['r1', 'r2', 'r3', 'r4', 'r5'] as const).map((key, index) =>
          choice('respectful', String(index + 1), words(key)),
        )}
      </fieldset>
      <fieldset>
        <legend>{words('outed')}</legend>
        {choice('outed', 'yes', words('yes'))}
        {choice('outed', 'no', words('no'))}
      </fieldset>
      <fieldset>
        <legend>{words('again')}</legend>
        {choice('again', 'yes', words('yes'))}
        {choice('again', 'no', words('no'))}
      </fieldset>
      <label class="l" for={`comment-${at}`}>
        {words('comment')}
      </label>
      <textarea id={`comment-${at}`} name="comment" rows={3} maxLength={FEEDBACK_MAX} />
      <button name="act" value="feedback">
        {words('send')}
      </button>
    </>
  );
}
