import type { CaseId } from '@romduol/shared/ids';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryDraft } from '../../desk/acts.ts';
import type { CaseView, ConversationView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { Refusal } from '../desk-line.ts';
import { caseWords } from '../messages/case.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { forgetDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { type CaseTask, linkTo, type Route } from '../routes.ts';
import { useSay } from '../words.tsx';
import { CaseConversation, WithdrawalNotice } from './case-conversation.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseLog } from './case-log.tsx';
import { CasePanel } from './case-panel.tsx';
import { CaseWorkProvider, judgeEntries } from './case-work.ts';
import { HandedOverNote } from './handed-over-note.tsx';
import { CaseReport } from './case-report.tsx';
import { NoteBox } from './note-box.tsx';
import { needsReason } from './needs-reason.ts';
import { ReasonGate } from './reason-gate.tsx';
import { TaskPane } from './task-pane.tsx';
import { useLiveCase } from './use-live-case.ts';

type CaseRoute = Extract<Route, { screen: 'case' }>;

export function CasePage({ route }: { readonly route: CaseRoute }) {
  const say = useSay();
  const { acts, view: desk } = useConsole();
  const { caseId } = route;
  const entered = useRef(false);
  const reading = useReading(`case:${caseId}`, () => openCase(acts, caseId));
  if (reading.value === null) {
    return (
      <div class="case-screen">
        <p>
          <a href={linkTo({ screen: 'queue' })}>{say(caseWords.back)}</a>
        </p>
        <Trouble refusal={reading.refusal} onRetry={reading.again} />
        {reading.busy ? <Waiting>{say(caseWords.opening)}</Waiting> : null}
      </div>
    );
  }
  // Asked at the door only: whoever was let in and has just done what waited for them is not sent out in the middle.
  if (!entered.current && needsReason(reading.value, desk)) {
    return (
      <ReasonGate
        view={reading.value}
        onReason={async (reason) => reading.put(await acts.record(caseId, { kind: 'opened', reason }))}
      />
    );
  }
  // By how the case stands now: what was read the last time may be from before it was somebody's.
  entered.current ||= !reading.busy && reading.refusal === null;
  return (
    <OpenCase
      key={caseId}
      route={route}
      view={reading.value}
      onView={reading.put}
      onReload={reading.again}
      refusal={reading.refusal}
    />
  );
}

/** The first opening is itself part of the case's story: from then on the report counts as read by somebody. */
async function openCase(acts: ReturnType<typeof useConsole>['acts'], caseId: CaseId): Promise<CaseView> {
  const view = await acts.openCase(caseId);
  return view.case.state === 'received' ? acts.record(caseId, { kind: 'opened' }) : view;
}

const isAnswer = ({ kind }: ConversationView['heard'][number]): boolean =>
  kind === 'consent_said' || kind === 'feedback_said';

/** What is said at the foot of the screen after something was recorded. */
const SILENCE = { what: null, who: '' } as const;
type Said = { readonly what: 'recorded' | 'recordedMeanwhile' | 'writtenMeanwhile' | null; readonly who: string };

type OpenProps = {
  readonly route: CaseRoute;
  readonly view: CaseView;
  readonly refusal: unknown;
  onView(view: CaseView): void;
  onReload(): void;
};

function OpenCase({ route, view, refusal, onView, onReload }: OpenProps) {
  const say = useSay();
  const { acts, drafts, view: desk } = useConsole();
  const [said, setSaid] = useState<Said>(SILENCE);
  const saidBy = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(saidBy.current), []);
  const { caseId } = view;
  const hear = async (): Promise<CaseView> => {
    const after = await acts.writeDownAnswers(caseId);
    onView(after);
    return after;
  };
  const conversation = useReading(`conversation:${caseId}`, async () => {
    const read = await acts.conversation(caseId);
    // What the reporter answered on the return page becomes part of the case as soon as anybody looks.
    if (read.heard.some((one) => isAnswer(one) && !view.case.quoted.includes(one.hash))) await hear();
    return read;
  });
  const hearBeforePaper = async (): Promise<CaseView> => {
    const after = await hear();
    const read = await acts.conversation(caseId);
    conversation.put(read);
    if (read.withdrawal !== null) throw new Refusal('withdrawn');
    return after;
  };
  const home = linkTo({ screen: 'case', caseId, task: null, referral: null });

  const known = useRef(view.case.seq);
  const announce = (after: CaseView, before = view.case.seq, isOwn = true): void => {
    const others = after.log
      .filter(({ seq, author }) => seq > before && author.id !== desk.member.id)
      .map(({ author }) => author.handle);
    const who = [...new Set(others)].join(', ');
    clearTimeout(saidBy.current);
    // Somebody else's words must be read before the line goes; one's own are in view.
    if (who !== '') setSaid({ what: isOwn ? 'recordedMeanwhile' : 'writtenMeanwhile', who });
    else {
      setSaid({ what: 'recorded', who });
      saidBy.current = setTimeout(() => setSaid(SILENCE), 6_000);
    }
  };
  const close = (): void => {
    location.hash = home;
  };
  const sign = async (entries: readonly EntryDraft[]): Promise<CaseView> => {
    judgeEntries(view.case, entries, desk);
    let after = view;
    // One after the other, each shown at once: what was recorded before a refusal stays recorded.
    for (const entry of entries) {
      after = await acts.record(caseId, entry);
      onView(after);
    }
    return after;
  };
  const note = async (entry: EntryDraft): Promise<void> => announce(await sign([entry]));
  const record = async (given: EntryDraft | readonly EntryDraft[], place?: string): Promise<void> => {
    const after = await sign('kind' in given ? [given] : given);
    if (place !== undefined) forgetDraft({ drafts, acts }, place);
    announce(after);
    if (route.task !== null) close();
  };

  useLiveCase(view, onReload, conversation.again);
  // Read anew because somebody else wrote: what they wrote is said, and what is being typed here stays.
  useEffect(() => {
    const before = known.current;
    known.current = view.case.seq;
    const newer = view.log.filter(({ seq }) => seq > before);
    if (newer.length > 0 && newer.every(({ author }) => author.id !== desk.member.id)) announce(view, before, false);
  }, [view]);
  const reloadAll = (): void => {
    onReload();
    conversation.again();
  };
  useReturnToButton(route.task);
  useLeavingKeys(route.task === null ? linkTo({ screen: 'queue' }) : home);
  return (
    <CaseWorkProvider value={{ view, record, note, hear, hearBeforePaper, close }}>
      <div class={route.task === null ? 'case-screen' : 'case-screen with-pane'}>
        <CaseHead view={view} onReload={reloadAll} focus={route.task === null} />
        {conversation.value?.withdrawal ? <WithdrawalNotice withdrawal={conversation.value.withdrawal} /> : null}
        <Trouble refusal={refusal} onRetry={onReload} />
        <div class="said">
          <output>{said.what === null ? '' : say(caseWords[said.what], { who: said.who })}</output>
          {said.who !== '' ? (
            <button type="button" class="quiet" onClick={() => setSaid(SILENCE)}>
              {say(caseWords.understood)}
            </button>
          ) : null}
        </div>
        <div class="case-columns">
          <div class="case-aside">
            {route.task === null ? (
              <CasePanel />
            ) : (
              <TaskPane key={`${route.task}/${route.referral}`} task={route.task} referral={route.referral} />
            )}
          </div>
          <div class="case-story">
            {view.handOver === null ? null : <HandedOverNote handOver={view.handOver} />}
            <CaseReport view={view} />
            <CaseConversation reading={conversation} />
            <CaseLog view={view} />
            <NoteBox />
          </div>
        </div>
      </div>
    </CaseWorkProvider>
  );
}

/** When a pane closes, the focus goes back to what opened it, or to the panel where that is no longer offered. */
function useReturnToButton(task: CaseTask | null): void {
  const last = useRef(task);
  useEffect(() => {
    const closed = task === null ? last.current : null;
    last.current = task;
    if (closed === null) return;
    const opener = document.querySelector<HTMLElement>(`.panel [data-task="${closed}"]`);
    (opener ?? document.querySelector<HTMLElement>('.panel h2'))?.focus({ preventScroll: true });
  }, [task]);
}

/** Escape goes back a step, as from a message to its folder; never while something is being typed. */
function useLeavingKeys(to: string): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && activeElement.matches('input, select, textarea'))
        activeElement.blur();
      else location.hash = to;
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [to]);
}
