import { labelOf } from '@romduol/shared/codebook/code-list';
import { closingReason } from '@romduol/shared/codebook/outcome';
import { isOverdue, stepsOf } from '@romduol/shared/casework/next-step';
import { CASE_MOVES, isWorking, statusesFrom } from '@romduol/shared/casework/states';
import { levelWords, nextStepWords, stateWords } from '@romduol/shared/casework/words';
import { useConsole } from '../console-context.ts';
import { caseWords, panelWords } from '../messages/case.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';
import { handleIn, useCaseWork } from './case-work.ts';
import { BundleBox, CodingBox, ContactBox, ErasureLines, SafetyBox } from './panel-boxes.tsx';
import { PaneLink } from './pane-link.tsx';
import { ReadersBox } from './readers-pane.tsx';
import { ReferralCards } from './referral-cards.tsx';
import { SameCaseNotes } from './same-case.tsx';
import { TaskBox } from './task-box.tsx';

/** Beside the story: where the case stands, and everything that can be done from here. */
export function CasePanel() {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  const { state, level, proposal, assignee, closing } = view.case;
  const steps = stepsOf(view.case).filter(({ step }) => step !== 'none');
  const canMove = statusesFrom(state).length > 0;
  return (
    <div class="panel">
      <h2 class="away" tabIndex={-1}>
        {say(panelWords.panel)}
      </h2>
      <SameCaseNotes />
      {steps.length === 0 ? null : (
        <section class="box next-box">
          <h3>{say(panelWords.next)}</h3>
          <ul>
            {steps.map(({ step, due }, index) => (
              <li key={index}>
                <b>{nextStepWords[step][language]}</b>
                {due === null ? null : (
                  <span class={isOverdue({ due }, desk.today) ? 'when late' : 'when'}>{days.due(due)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="box">
        <dl class="standing">
          <div>
            <dt>{say(panelWords.level)}</dt>
            <dd>
              {level === null
                ? say(panelWords.levelProposed, { level: levelWords[proposal.level][language] })
                : levelWords[level][language]}
            </dd>
          </div>
          <div>
            <dt>{say(panelWords.assignee)}</dt>
            <dd>
              {assignee === null
                ? say(caseWords.nobody)
                : assignee === desk.member.id
                  ? say(caseWords.you)
                  : handleIn(desk, assignee)}
            </dd>
          </div>
          <div>
            <dt>{say(panelWords.state)}</dt>
            <dd>{stateWords[state][language]}</dd>
          </div>
        </dl>
        <p class="buttons">
          {state === 'triage' || state === 'received' ? (
            <PaneLink task="triage" words={panelWords.triage} primary />
          ) : null}
          <PaneLink task="assign" words={panelWords.assign} />
          {canMove ? <PaneLink task="state" words={panelWords.move} /> : null}
        </p>
      </section>
      <section class="box">
        <h3>{say(panelWords.referrals)}</h3>
        <ReferralCards />
        {isWorking(state) ? (
          <p class="buttons">
            <PaneLink task="refer" words={panelWords.refer} />
          </p>
        ) : state === 'triage' || state === 'received' ? (
          <p class="hint">{say(panelWords.referLater)}</p>
        ) : null}
      </section>
      <TaskBox />
      <ReadersBox />
      <SafetyBox />
      <ContactBox />
      <CodingBox />
      <BundleBox />
      <section class="box">
        <h3>{say(panelWords.closing)}</h3>
        {state === 'closure_requested' ? <p>{say(panelWords.waitsForApproval)}</p> : null}
        <p class="buttons">
          {isWorking(state) ? <PaneLink task="close" words={panelWords.close} /> : null}
          {state === 'closure_requested' && desk.member.roles.includes('supervisor') ? (
            <PaneLink task="close" words={panelWords.approve} primary />
          ) : null}
          {CASE_MOVES[state].reopened !== undefined ? <PaneLink task="close" words={panelWords.reopen} /> : null}
        </p>
        {closing === null ? null : <p class="quietly">{labelOf(closingReason, closing.reason, language)}</p>}
        <ErasureLines />
      </section>
    </div>
  );
}
