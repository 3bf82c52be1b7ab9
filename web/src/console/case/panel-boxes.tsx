import { mayCount } from '@romduol/shared/casework/counting';
import { RESTING_STATES, isWorking } from '@romduol/shared/casework/states';
import { bundleWords } from '../messages/bundle.ts';
import { retentionWords } from '../messages/retention.ts';
import { panelWords } from '../messages/case.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { PaneLink } from './pane-link.tsx';

export function SafetyBox() {
  const say = useSay();
  const days = useDayWords();
  const { view } = useCaseWork();
  const { safetyPlan } = view.case;
  return (
    <section class="box">
      <h3>{say(panelWords.safety)}</h3>
      {safetyPlan === null ? (
        <p class="quietly">{say(panelWords.safetyNone)}</p>
      ) : safetyPlan.reviewDay === undefined ? null : (
        <p>{say(panelWords.safetyReview, { day: days.date(safetyPlan.reviewDay) })}</p>
      )}
      <p class="buttons">
        <PaneLink task="safety_plan" words={safetyPlan === null ? panelWords.safetyWrite : panelWords.safetyChange} />
      </p>
    </section>
  );
}

export function ContactBox() {
  const say = useSay();
  const { view } = useCaseWork();
  const { attempts } = view.case;
  const missed = attempts.length - 1 - attempts.findLastIndex(({ reached }) => reached);
  return (
    <section class="box">
      <h3>{say(panelWords.attempts)}</h3>
      <p class="quietly">
        {attempts.length === 0
          ? say(panelWords.attemptsNone)
          : missed === 0
            ? say(panelWords.attemptsReached)
            : say(panelWords.attemptsSince, { count: missed })}
      </p>
      <p class="buttons">
        <PaneLink task="contact_attempt" words={panelWords.attempt} />
      </p>
    </section>
  );
}

/** When what is closed goes for good. */
export function ErasureLines() {
  const say = useSay();
  const days = useDayWords();
  const { erasure, contact } = useCaseWork().view;
  if (erasure === null) return null;
  const { contactOn, contentOn } = erasure;
  return (
    <ul class="quietly">
      {contactOn === null || contact === null ? null : (
        <li>{say(retentionWords.contactOn, { day: days.date(contactOn) })}</li>
      )}
      {contentOn === null ? null : <li>{say(retentionWords.contentOn, { day: days.date(contentOn) })}</li>}
    </ul>
  );
}

/** What has been asked for, so that a supervisor sees what waits for them. */
export function BundleBox() {
  const say = useSay();
  const { view } = useCaseWork();
  const { state, bundles } = view.case;
  if (state === 'withdrawn' && bundles.length === 0) return null;
  return (
    <section class="box">
      <h3>{say(bundleWords.box)}</h3>
      {bundles.map(({ id, recipient, approved, made }) => (
        <p key={id}>
          {recipient}: {say(made ? bundleWords.made : approved ? bundleWords.approved : bundleWords.waiting)}
        </p>
      ))}
      <p class="buttons">
        <PaneLink task="bundle" words={bundleWords.open} />
      </p>
    </section>
  );
}

export function CodingBox() {
  const say = useSay();
  const { view } = useCaseWork();
  const { countingConsent, countedElsewhere, coded, state } = view.case;
  const counts = mayCount(view.case);
  const codes = isWorking(state) || RESTING_STATES.includes(state) || state === 'closure_requested';
  return (
    <section class="box">
      <h3>{say(panelWords.counting)}</h3>
      <p>{say(countingConsent ? panelWords.countingYes : panelWords.countingNo)}</p>
      {countedElsewhere ? <p>{say(panelWords.countingElsewhere)}</p> : null}
      {coded.incident?.counts === true ? <p class="done">{say(panelWords.codedIncident)}</p> : null}
      {coded.outcome?.counts === true ? <p class="done">{say(panelWords.codedOutcome)}</p> : null}
      {(coded.incident ?? coded.outcome)?.counts === false ? <p>{say(panelWords.takenBack)}</p> : null}
      <p class="buttons">
        {counts && codes ? (
          <PaneLink
            task="code_incident"
            words={coded.incident === null ? panelWords.codeIncident : panelWords.recode}
          />
        ) : null}
        {counts && state === 'closed' ? (
          <PaneLink
            task="code_outcome"
            words={coded.outcome === null ? panelWords.codeOutcome : panelWords.recodeOutcome}
          />
        ) : null}
        <PaneLink task="counting" words={panelWords.countingChange} />
        <PaneLink task="counted_elsewhere" words={countedElsewhere ? panelWords.here : panelWords.elsewhere} />
      </p>
    </section>
  );
}
